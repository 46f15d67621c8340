import { csvCell } from '../../export/csv';
import type { CalendarRow } from './calendar';
import type { SuggestedWeekend } from './weekend';

/** Something in the calendar, for other programs. Times are UTC epoch milliseconds. */
export interface CalendarEvent {
  readonly dpName: string;
  readonly siteCode: string;
  readonly what: string;
  readonly from: number;
  readonly to: number;
  readonly isLengthKnown: boolean;
  readonly zone: string;
  readonly overlaps: readonly string[];
  readonly notes: readonly string[];
}

/** What is expected, under way and suggested, in the order of time. */
export const calendarEvents = (
  rows: readonly CalendarRow[],
  suggestion: SuggestedWeekend | undefined,
): readonly CalendarEvent[] => {
  const byDp = new Map(rows.map((row) => [row.dp, row]));
  const expected = rows.flatMap((row) =>
    row.runs.map(({ kind, from, to, isLengthKnown, overlaps }) => ({
      ...headOf(row),
      what: kind === 'past' ? 'validation (finished)' : 'validation',
      from,
      to,
      isLengthKnown,
      overlaps,
    })),
  );
  const suggested = (suggestion?.dps ?? []).flatMap(({ dp, parts }) => {
    const row = byDp.get(dp);
    return row === undefined
      ? []
      : parts.map(({ part, from, to }) => ({
          ...headOf(row),
          what: `suggested: ${part}`,
          from,
          to,
          isLengthKnown: part === 'validation' && row.length !== undefined,
          overlaps: [],
        }));
  });
  return [...expected, ...suggested].sort((a, b) => a.from - b.from || (a.dpName < b.dpName ? -1 : 1));
};

const headOf = ({ dpName, siteCode, zone, notes }: CalendarRow) => ({
  dpName,
  siteCode,
  zone: zone.source === 'assumed' ? 'not known' : zone.name,
  notes,
});

const iso = (at: number): string => new Date(at).toISOString();

const columns: readonly (readonly [string, (event: CalendarEvent) => string | boolean])[] = [
  ['dpName', ({ dpName }) => dpName],
  ['siteCode', ({ siteCode }) => siteCode],
  ['what', ({ what }) => what],
  ['begin', ({ from }) => iso(from)],
  ['end', ({ to }) => iso(to)],
  ['lengthKnown', ({ isLengthKnown }) => isLengthKnown],
  ['timeZone', ({ zone }) => zone],
  ['overlaps', ({ overlaps }) => overlaps.join(' | ')],
  ['notes', ({ notes }) => notes.join(' | ')],
];

/** RFC 4180, with a line of column names; no cell is a formula. */
export const calendarCsv = (events: readonly CalendarEvent[]): string =>
  [columns.map(([name]) => name), ...events.map((event) => columns.map(([, cell]) => csvCell(cell(event))))]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');

/** RFC 5545. @param now when it is made; UTC epoch milliseconds */
export const calendarIcs = (events: readonly CalendarEvent[], siteCode: string, now: number): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//ConfigMgr Content//Content validation//EN',
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${icsText(`${event.what}-${event.dpName}-${event.from}@${siteCode}`.replaceAll(/[^\w@.-]+/g, '-'))}`,
      `DTSTAMP:${icsTime(now)}`,
      `DTSTART:${icsTime(event.from)}`,
      `DTEND:${icsTime(event.to)}`,
      `SUMMARY:${icsText(`${event.dpName}: ${event.what}`)}`,
      `DESCRIPTION:${icsText(descriptionOf(event))}`,
      `CATEGORIES:${icsText(event.siteCode)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');

const descriptionOf = ({ isLengthKnown, zone, overlaps, notes }: CalendarEvent): string =>
  [
    isLengthKnown ? 'Its length is that of the last cycle.' : 'Its length is assumed.',
    `Time zone of the DP: ${zone}.`,
    ...(overlaps.length === 0 ? [] : [`Falls into: ${overlaps.join(', ')}.`]),
    ...notes,
  ].join('\n');

const icsTime = (at: number): string => `${iso(at).slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

const icsText = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n|\r/g, '\\n');

const longestLine = 74;

/** Lines are at most 75 bytes of UTF-8; what is longer goes on in the next one, after a blank. */
const folded = (line: string): string => {
  let text = '';
  let length = 0;
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0;
    const bytes = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (length + bytes > longestLine) {
      text += '\r\n ';
      length = 1;
    }
    text += character;
    length += bytes;
  }
  return text;
};
