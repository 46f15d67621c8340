import type { FindingRow } from '../core/reconcile/findingRow';
import { isoTime } from './isoTime';

type Cell = string | number | undefined;

const columns: readonly (readonly [name: string, cell: (row: FindingRow) => Cell])[] = [
  ['verdict', (row) => row.verdict],
  ['packageId', (row) => row.packageId],
  ['packageName', (row) => row.packageName],
  ['packageType', (row) => row.packageType],
  ['distributionPoint', (row) => row.dpName],
  ['groups', (row) => row.groups.join('; ')],
  ['bytes', (row) => row.bytes],
  ['since', (row) => isoTime(row.since)],
  ['lastResult', (row) => isoTime(row.lastResult)],
  ['suspectCycle', (row) => String(row.suspectCycle)],
  ['reason', (row) => row.reason],
];

export const csvHead = (): string => csvLine(columns.map(([name]) => name));

export const csvRow = (row: FindingRow): string => csvLine(columns.map(([, cell]) => cell(row)));

const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/**
 * A cell by RFC 4180. Text that a spreadsheet would run as a formula gets an apostrophe: package names come from
 * whoever may create packages.
 */
export const csvCell = (cell: Cell): string => {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^\s*[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
