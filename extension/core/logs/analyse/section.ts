import type { LogLine } from './logLine';
import type { Cell, ColumnKind, FindingTone, Section, Subject } from './report';

/** How a column shows a fact. */
export interface FactColumn<Fact> {
  readonly key: string;
  readonly title: string;
  readonly kind: ColumnKind;
  /** undefined and NaN: unknown, or none. */
  readonly cell: (fact: Fact) => Cell | undefined;
}

/** How facts are shown as a table. */
export interface FactTable<Fact> {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly FactColumn<Fact>[];
  readonly subject: (fact: Fact) => Subject;
  readonly lines: (fact: Fact) => readonly LogLine[];
  readonly tone?: (fact: Fact) => FindingTone | undefined;
}

export const sectionOf = <Fact>(
  { id, title, columns, subject, lines, tone }: FactTable<Fact>,
  facts: readonly Fact[],
  earlier = 0,
): Section => ({
  id,
  title,
  columns: columns.map(({ key, title: name, kind }) => ({ key, title: name, kind })),
  rows: facts.map((fact) => {
    const look = tone?.(fact);
    return {
      cells: columns.map(({ cell }) => knownCell(cell(fact))),
      subject: subject(fact),
      lines: lines(fact),
      ...(look === undefined ? {} : { tone: look }),
    };
  }),
  earlier,
});

const knownCell = (cell: Cell | undefined): Cell =>
  cell === undefined || (typeof cell === 'number' && !Number.isFinite(cell)) ? null : cell;
