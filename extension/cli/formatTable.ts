import { formatBytes } from '../core/filter/bytes';
import type { FindingRow } from '../core/reconcile/findingRow';

const columns: readonly (readonly [title: string, width: number, cell: (row: FindingRow) => string])[] = [
  ['VERDICT', 18, (row) => row.verdict],
  ['PACKAGE', 9, (row) => row.packageId],
  ['NAME', 32, (row) => row.packageName],
  ['DISTRIBUTION POINT', 30, (row) => row.dpName],
  ['SIZE', 9, (row) => (row.bytes === undefined ? 'unknown' : formatBytes(row.bytes))],
  ['REASON', Infinity, (row) => row.reason],
];

export const tableHead = (): string => line(columns.map(([title]) => title));

export const tableRow = (row: FindingRow): string => line(columns.map(([, , cell]) => cell(row)));

const line = (cells: readonly string[]): string =>
  `${cells.map((cell, column) => fit(printable(cell), columns[column]?.[1] ?? 0)).join('  ')}\n`;

const fit = (text: string, width: number): string => {
  if (width === Infinity) return text;
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
};

/** Names may hold control characters, which a terminal would obey. */
const printable = (text: string): string => text.replaceAll(/\p{Cc}/gu, ' ');
