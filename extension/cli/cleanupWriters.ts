import type { MadeReview } from '../app/library/cleanup/makeReview';
import { formatBytes } from '../core/filter/bytes';
import { cleanupEnd, cleanupMode, isForeign, type CleanupLog } from '../core/library/cleanup/cleanupLog';
import { cleanupStandings, type CleanupStanding, type JudgedItem } from '../core/library/cleanup/judgeItem';
import { writersOf, type LogWriters } from './logWriters';
import { printable } from './printable';

export const cleanupWriters: LogWriters<JudgedItem> = writersOf<JudgedItem>([
  ['STANDING', 9, ({ standing }) => standing],
  ['PACKAGE', 9, ({ packageId, id }) => packageId ?? id],
  ['NAME', 32, ({ name }) => name],
  ['SIZE', 9, ({ bytes }) => (bytes === undefined ? 'unknown' : formatBytes(bytes))],
  ['LINE', 6, ({ first }) => String(first)],
  ['WHY', Infinity, ({ evidence }) => evidence.map(({ text }) => text).join(' ')],
]);

const standingWords: Readonly<Record<CleanupStanding, string>> = {
  inFlight: 'on their way there',
  mistake: 'probably removed by mistake',
  unknown: 'not known whether they are needed',
  safe: 'safe to delete',
};

/** What is to be known beside the rows, for people. */
export const cleanupSummary = (
  dp: string,
  log: CleanupLog,
  { review, preconditions }: MadeReview,
  now: number,
): string => {
  const { reading } = log;
  const end = cleanupEnd(log, now);
  const totals = cleanupStandings.flatMap((standing) => {
    const { items, bytes, unknownSizes } = review.totals[standing];
    const unknown = unknownSizes === 0 ? '' : `, ${unknownSizes} of unknown size`;
    return items === 0 ? [] : [`${items} ${standingWords[standing]} (${formatBytes(bytes)}${unknown})`];
  });
  const lines = [
    `${dp}, ${log.name}: ${totals.length === 0 ? 'names no package' : totals.join('; ')}.`,
    ...(isForeign(log) ? ['This is no log of the content library cleanup tool.'] : []),
    modeWords(cleanupMode(log)),
    ...(end.kind === 'finished' ? [] : [`${endWords[end.kind]}: ${end.why}`]),
    ...(reading.moreItems === 0 ? [] : [`${reading.moreItems} more items were not looked at.`]),
    ...(reading.otherPaths.lines === 0
      ? []
      : [
          `${reading.otherPaths.lines} lines name paths without a package (${formatBytes(reading.otherPaths.bytes)}).`,
        ]),
    ...(reading.notRecognised.count === 0
      ? []
      : [
          `${reading.notRecognised.count} of ${reading.lines} lines were not recognised, and nothing was concluded from them:`,
          ...reading.notRecognised.lines.slice(0, shownLines).map(({ line, text }) => `  ${line}: ${text}`),
        ]),
    ...reading.troubles.slice(0, shownLines).map(({ line, text }) => `Line ${line}: ${text}`),
    ...preconditions
      .filter(({ standing }) => standing !== 'met')
      .map(({ standing, text }) => `${standing === 'unmet' ? 'Not met' : 'Check'}: ${text}`),
  ];
  return `${lines.map(printable).join('\n')}\n`;
};

const shownLines = 10;

const modeWords = (mode: 'whatIf' | 'delete' | undefined): string => {
  if (mode === undefined) return 'Whether anything was deleted is not told.';
  return mode === 'whatIf' ? 'What-if: nothing was deleted.' : 'The tool ran in delete mode.';
};

const endWords = {
  stopped: 'The tool stopped',
  notFinished: 'The log is not finished',
  notKnown: 'Whether the log is whole is not known',
} as const;
