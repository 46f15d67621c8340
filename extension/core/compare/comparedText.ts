import { markdownText } from '../connection/markdownText';
import type { Verdict } from '../reconcile/verdict';
import type { NamedRow } from './comparedView';
import type { ComparedTitles } from './comparedTitles';
import { differenceWords, type Compared } from './differenceWords';
import { sideWords } from './sideWords';

export type TextFormat = 'markdown' | 'tsv';

/** What a text for a ticket says of a comparison. */
export interface ComparedTable {
  readonly titles: ComparedTitles;
  readonly compared: Compared;
  readonly rows: readonly NamedRow[];
  readonly notRead: readonly string[];
  /** UTC epoch milliseconds. */
  readonly readAt: number;
  readonly verdictWords: (verdict: Verdict) => string;
}

/** The rows as a table to paste: Markdown for a ticket, tab-separated for a spreadsheet. */
export const comparedText = (table: ComparedTable, format: TextFormat): string => {
  const { titles, rows, notRead, readAt } = table;
  const lines = [heads(titles), ...rows.map((row) => cells(row, table))];
  if (format === 'tsv') return lines.map((line) => `${line.map(tsvCell).join('\t')}\r\n`).join('');
  const [head = [], ...body] = lines.map((line) => `| ${line.map(markdownText).join(' | ')} |`);
  return [
    `**${markdownText(titles.title)}**, read ${new Date(readAt).toISOString()}`,
    ...notRead.map((line) => `Not read: ${markdownText(line)}`),
    [head, `|${' --- |'.repeat(heads(titles).length)}`, ...body].join('\n'),
    '',
  ].join('\n\n');
};

const heads = ({ sides }: ComparedTitles): readonly string[] => [
  'Difference',
  'Package',
  'Package ID',
  'Distribution point',
  ...sides,
  'Why',
];

const cells = (row: NamedRow, { compared, verdictWords }: ComparedTable): readonly string[] => [
  differenceWords(row.difference, compared).label,
  row.packageId === undefined ? '' : row.name,
  row.packageId ?? '',
  row.dpName,
  ...row.sides.map((side) => sideWords(side, verdictWords)),
  row.why,
];

/** One cell of one line; text that a spreadsheet would run as a formula gets an apostrophe. */
const tsvCell = (text: string): string => {
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
  return /^\s*[=+\-@]/u.test(line) ? `'${line}` : line;
};
