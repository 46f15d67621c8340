import type { NamedSelect } from '../ports/siteDatabase';

export interface QueryText {
  readonly steps: readonly NamedSelect[];
  readonly results: readonly NamedSelect[];
}

const marker = /^-- (step|result): (\w+)$/gm;

/**
 * Takes a `.sql` file apart at its `-- step: name` and `-- result: name` lines. What stands before the first is a
 * comment.
 */
export const queryText = (text: string): QueryText => {
  const marks = [...text.replaceAll('\r\n', '\n').matchAll(marker)];
  const selects = marks.map((mark, index) => ({
    kind: mark[1],
    name: mark[2] ?? '',
    sql: mark.input.slice(mark.index + mark[0].length, marks[index + 1]?.index).trim(),
  }));
  const named = (wanted: string): NamedSelect[] =>
    selects.flatMap(({ kind, name, sql }) => (kind === wanted ? [{ name, sql }] : []));
  return { steps: named('step'), results: named('result') };
};
