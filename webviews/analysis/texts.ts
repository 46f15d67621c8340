import { counted, countText } from '../shared/count';

/** Every text of this page. */
export const texts = {
  title: 'Log analysis',
  again: 'Read the logs again',
  reading: 'Reading the logs\u2026',
  problem: 'The logs could not be analysed',
  nothing: 'Nothing was found to analyse',
  nothingHint:
    'The logs of distribution manager, package transfer manager, sender, content validation and downloads are analysed. None of the records is of one of these.',
  logs: (count: number) => counted(count, 'log'),
  understood: (known: number, notKnown: number, torn: number) =>
    [
      `${countText(known)} lines understood`,
      `${countText(notKnown)} not known`,
      ...(torn > 0 ? [`${countText(torn)} torn`] : []),
    ].join(' · '),
  notKnownTitle: 'Lines that are not known',
  notKnownHint:
    'Nothing was concluded from these. Each shape with how often it is there, and its first line.',
  findings: 'Findings',
  noFindings: 'Nothing asks for attention.',
  moreFindings: (count: number) => `${counted(count, 'more finding')} not shown: filter the tables below.`,
  tones: { error: 'Error', warning: 'Warning', info: 'Note' },
  filterLabel: 'Filter rows',
  matches: (count: number) => counted(count, 'row'),
  earlier: (count: number) => `${counted(count, 'earlier row')} not kept`,
  noRows: 'No rows here',
  noMatch: 'No row fits the filter',
  clearFilter: 'Clear the filter',
  rests: 'Rests on',
  openLine: (file: string, line: number) => `Open ${file} at line ${String(line)}`,
  table: (title: string, rows: number) => `${title} (${countText(rows)})`,
} as const;
