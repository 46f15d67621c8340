import type { ExportEvidence, ExportRow } from './exportRow';
import type { ExportWriter } from './exportWriter';

type Cell = string | number | boolean | null;

const columns: readonly (readonly [name: string, cell: (row: ExportRow) => Cell])[] = [
  ['packageId', (row) => row.packageId],
  ['packageName', (row) => row.packageName],
  ['packageType', (row) => row.packageType],
  ['dpName', (row) => row.dpName],
  ['dpNalPath', (row) => row.dpNalPath],
  ['siteCode', (row) => row.siteCode],
  ['groups', (row) => row.groups.join(' | ')],
  ['verdict', (row) => row.verdict],
  ['needsRepair', (row) => row.needsRepair],
  ['installed', (row) => row.installed],
  ['sizeKb', (row) => row.sizeKb],
  ['since', (row) => row.since],
  ['lastResult', (row) => row.lastResult],
  ['suspectCycle', (row) => row.suspectCycle],
  ['disagrees', (row) => row.disagrees],
  ['acknowledged', (row) => row.acknowledged],
  ['reason', (row) => row.reason],
  ['evidence', (row) => row.evidence.map(evidenceText).join(' | ')],
];

/** RFC 4180, with a line of column names. */
export const csvWriter = (): ExportWriter => ({
  head: csvLine(columns.map(([name]) => name)),
  row: (row) => csvLine(columns.map(([, cell]) => cell(row))),
  foot: () => '',
});

const evidenceText = ({ source, value, time }: ExportEvidence): string =>
  `${source}: ${value}${time === null ? '' : ` (${time})`}`;

const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** Text that a spreadsheet would run gets an apostrophe: names come from whoever may create packages. */
export const csvCell = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = neutralised(cell);
  return /[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** At the start of a cell, behind blanks and what is not seen; full-width signs are signs to some spreadsheets. */
const formula = /^'*(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;

/** Where a spreadsheet of another language, which cuts at semicolons, would see a start. */
const innerFormula = /([;\t\r\n])('*[^\S\t\r\n]*[=+\-@\uff1d\uff0b\uff0d\uff20])/gu;

/** An apostrophe stands before each formula, and before what looks like one so marked: taking it away is exact. */
export const neutralised = (text: string): string => {
  const inner = text.replaceAll(innerFormula, "$1'$2");
  return formula.test(inner) ? `'${inner}` : inner;
};
