import type { NamedSelect } from '../ports/siteDatabase';

/** A step, and what stands in for it on a site that lacks the views it reads: a SELECT of the same shape. */
export interface QueryStep extends NamedSelect {
  readonly otherwise: string | undefined;
}

export interface QueryText {
  readonly steps: readonly QueryStep[];
  /** Names of the steps that are another question's. */
  readonly shared: ReadonlySet<string>;
  readonly results: readonly NamedSelect[];
}

const marker = /^-- (step|otherwise|result|same): (\w+)$/;

/**
 * Takes the text of `<question>.sql` apart: `-- step: name` and `-- result: name` begin a SELECT, which ends at
 * the next marker; `-- otherwise: name` follows the step that it stands in for. `-- same: name` takes a step or a
 * result over from another question.
 * @param base the text of that question
 * @throws Error for text that is not cut like this
 */
export const parseQueryText = (text: string, base?: string): QueryText => {
  const steps = new Map<string, QueryStep>();
  const results: NamedSelect[] = [];
  const other = base === undefined ? undefined : parseQueryText(base);
  const shared = new Set<string>();
  for (const { kind, name, sql } of sectionsOf(text)) {
    const step = steps.get(name);
    if (kind === 'same') {
      const sameStep = other?.steps.find((one) => one.name === name);
      const sameResult = other?.results.find((one) => one.name === name);
      if (sameStep !== undefined && step === undefined) steps.set(name, sameStep);
      else if (sameResult !== undefined) results.push(sameResult);
      else throw new Error(`${name} is no step or result of the other question`);
      shared.add(name);
      continue;
    }
    if (sql === '') throw new Error(`${kind} ${name} has no SELECT`);
    if (kind === 'otherwise' && step?.otherwise === undefined && step !== undefined)
      steps.set(name, { ...step, otherwise: sql });
    else if (kind === 'step' && step === undefined) steps.set(name, { name, sql, otherwise: undefined });
    else if (kind === 'result' && step === undefined) results.push({ name, sql });
    else throw new Error(`${kind} ${name} is out of place`);
  }
  if (results.length === 0) throw new Error('there is no result');
  return { steps: [...steps.values()], shared, results };
};

interface Section {
  readonly kind: string;
  readonly name: string;
  readonly sql: string;
}

const sectionsOf = (text: string): readonly Section[] => {
  const sections: { kind: string; name: string; lines: string[] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, kind, name] = marker.exec(line) ?? [];
    if (kind !== undefined && name !== undefined) sections.push({ kind, name, lines: [] });
    else if (sections.length > 0) sections.at(-1)?.lines.push(line);
    else if (line.trim() !== '' && !line.startsWith('--')) throw new Error(`text before a marker: ${line}`);
  }
  return sections.map(({ kind, name, lines }) => ({ kind, name, sql: lines.join('\n').trim() }));
};
