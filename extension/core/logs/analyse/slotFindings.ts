import { timeText, type LogLine } from './logLine';
import type { Finding, Section, Subject } from './report';
import { sectionOf, type FactTable } from './section';
import { fullFor, type FullTime, type SlotFacts, type SlotUse } from './slots';
import { durationText } from './words';

/** A shorter time is normal when there is much to do. */
const longMs = 10 * 60_000;

/** What is used up: `package threads`, `sending threads to site PS1`. */
export const slotFindings = (
  { now, full }: SlotFacts,
  what: string,
  subject: Subject = {},
): readonly Finding[] => [
  ...full.filter((time) => fullFor(time) >= longMs).map((time) => longFull(time, what, subject)),
  ...(now === undefined ? [] : [inUse(now, what, subject)]),
];

const longFull = (time: FullTime, what: string, subject: Subject): Finding => {
  const { limit, from, last, to } = time;
  const lines: readonly LogLine[] = [
    from,
    ...(last === from ? [] : [last]),
    ...(to === undefined ? [] : [to]),
  ];
  return {
    tone: to === undefined ? 'warning' : 'info',
    text: `All ${String(limit)} ${what} were in use for ${durationText(fullFor(time))}, from ${timeText(from)}${to === undefined ? ' to the end of the log' : ''}.`,
    subject,
    lines,
  };
};

const inUse = ({ used, limit, at }: SlotUse, what: string, subject: Subject): Finding => ({
  tone: 'info',
  text: `${String(used)} of ${String(limit)} ${what} were in use at ${timeText(at)}, by the last line that tells.`,
  subject,
  lines: [at],
});

const changeTable: Omit<FactTable<SlotUse>, 'id' | 'title'> = {
  columns: [
    { key: 'at', title: 'When', kind: 'line', cell: ({ at }) => at },
    { key: 'used', title: 'In use', kind: 'count', cell: ({ used }) => used },
    { key: 'limit', title: 'Allowed', kind: 'count', cell: ({ limit }) => limit },
  ],
  subject: () => ({}),
  lines: ({ at }) => [at],
  tone: ({ used, limit }) => (used >= limit ? 'warning' : undefined),
};

/** The number in use over time. */
export const slotSection = ({ changes, earlierChanges }: SlotFacts, id: string, title: string): Section =>
  sectionOf({ ...changeTable, id, title }, changes, earlierChanges);
