import type { ExportRow } from '../core/export/exportRow';
import type { ExportWriter } from '../core/export/exportWriter';
import { formatBytes } from '../core/filter/bytes';
import { printable } from './printable';

const columns: readonly (readonly [title: string, width: number, cell: (row: ExportRow) => string])[] = [
  ['VERDICT', 18, (row) => row.verdict],
  ['PACKAGE', 9, (row) => row.packageId],
  ['NAME', 32, (row) => row.packageName],
  ['DISTRIBUTION POINT', 30, (row) => row.dpName],
  ['SIZE', 9, (row) => (row.sizeKb === null ? 'unknown' : formatBytes(row.sizeKb * 1024))],
  ['REASON', Infinity, (row) => row.reason],
];

/** For a terminal. */
export const tableWriter = (): ExportWriter => ({
  head: line(columns.map(([title]) => title)),
  row: (row) => line(columns.map(([, , cell]) => cell(row))),
  foot: () => '',
});

const line = (cells: readonly string[]): string =>
  `${cells.map((cell, column) => fit(printable(cell), columns[column]?.[1] ?? 0)).join('  ')}\n`;

const fit = (text: string, width: number): string => {
  if (width === Infinity) return text;
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
};
