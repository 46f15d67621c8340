import type { NamedSelect } from '../ports/siteDatabase';

/** A step, and what stands in for it on a site that lacks the views it reads: a SELECT of the same shape. */
export interface QueryStep extends NamedSelect {
  readonly otherwise: string | undefined;
}

export interface QueryText {
  readonly steps: readonly QueryStep[];
  readonly results: readonly NamedSelect[];
}

const marker = /^-- (step|otherwise|result): (\w+)$/;

/**
 * Takes the text of `<question>.sql` apart: `-- step: name` and `-- result: name` begin a SELECT, which ends at
 * the next marker; `-- otherwise: name` follows the step that it stands in for.
 * @throws Error for text that is not cut like this
 */
export const parseQueryText = (text: string): QueryText => {
  const steps = new Map<string, QueryStep>();
  const results: NamedSelect[] = [];
  for (const { kind, name, sql } of sectionsOf(text)) {
    if (sql === '') throw new Error(`${kind} ${name} has no SELECT`);
    const step = steps.get(name);
    if (kind === 'otherwise' && step?.otherwise === undefined && step !== undefined)
      steps.set(name, { ...step, otherwise: sql });
    else if (kind === 'step' && step === undefined) steps.set(name, { name, sql, otherwise: undefined });
    else if (kind === 'result' && step === undefined) results.push({ name, sql });
    else throw new Error(`${kind} ${name} is out of place`);
  }
  if (results.length === 0) throw new Error('there is no result');
  return { steps: [...steps.values()], results };
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
