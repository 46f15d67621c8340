import { markdownText } from '../connection/markdownText';
import { formatBytes } from '../filter/bytes';
import { verdictLabel } from '../reconcile/verdictLabels';
import type { ExportRow } from './exportRow';
import type { ExportHead, ExportWriter } from './exportWriter';
import { headLines } from './headLines';
import { utcText } from './isoTime';

/** Texts that come from the site are escaped. */
const columns: readonly (readonly [title: string, cell: (row: ExportRow) => string])[] = [
  ['State', (row) => stateText(row)],
  ['Package', (row) => markdownText(row.packageName)],
  ['ID', (row) => markdownText(row.packageId)],
  ['Distribution point', (row) => markdownText(row.dpName)],
  ['Site', (row) => markdownText(row.siteCode)],
  ['Size', (row) => (row.sizeKb === null ? 'unknown' : formatBytes(row.sizeKb * 1024))],
  ['Repair', (row) => (row.needsRepair === 'ask' ? 'ask' : row.needsRepair ? 'yes' : 'no')],
  ['Since', (row) => (row.since === null ? '' : utcText(row.since))],
  ['Why', (row) => markdownText(row.reason)],
];

/** A table for a ticket or a wiki. */
export const markdownWriter = (head: ExportHead): ExportWriter => ({
  head: [
    `# Missing content of ${markdownText(head.siteCode)}`,
    '',
    ...headLines(head).map(([name, text]) => `- ${name}: ${markdownText(text)}`),
    '',
    line(columns.map(([title]) => title)),
    line(columns.map(() => '---')),
    '',
  ].join('\n'),
  row: (row) => `${line(columns.map(([, cell]) => cell(row)))}\n`,
  foot: (rows) => `\n${rows} rows.\n`,
});

const stateText = ({ verdict, installed, suspectCycle }: ExportRow): string =>
  `${verdictLabel(verdict, installed ?? undefined)}${suspectCycle ? ' (suspect cycle)' : ''}`;

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
