import { elapsed, momentOf, timeText, type LogLine } from '../logLine';
import type { Finding } from '../report';
import { slotFindings } from '../slotFindings';
import { counted, durationText } from '../words';
import type { DistmgrFacts, MissingArrival, PackageRun, PairState, QueuedPackage } from './distmgrFacts';

/** What asks for attention in distmgr.log. */
export const distmgrFindings = (facts: DistmgrFacts): readonly Finding[] => [
  ...slotFindings(facts.slots, 'package threads'),
  ...slotFindings(facts.upgradeSlots, 'threads that upgrade distribution points'),
  ...facts.queued.map((queued) => waits(queued, facts)),
  ...facts.runs.filter(({ errors }) => errors > 0).map(troubled),
  ...facts.runs.filter(({ ended }) => ended === undefined).map((run) => unended(run, facts.last)),
  ...facts.pairs.flatMap(badStatus),
  ...facts.arrivals.map(missing),
];

const waits = ({ packageId, since }: QueuedPackage, { slots, last }: DistmgrFacts): Finding => {
  const { now } = slots;
  const isFull = now !== undefined && now.used >= now.limit;
  const waited = last === undefined ? NaN : elapsed(since, last);
  const how = Number.isNaN(waited) ? '' : ` (${durationText(waited)} to the end of the log)`;
  return {
    tone: isFull ? 'warning' : 'info',
    text: isFull
      ? `Package ${packageId} waits for a free package thread since ${timeText(since)}${how}: ${String(now.used)} of ${String(now.limit)} are in use.`
      : `Package ${packageId} is in the queue since ${timeText(since)}${how} and has not begun.`,
    subject: { packageId },
    lines: isFull ? [since, now.at] : [since],
  };
};

const troubled = ({ packageId, errors, trouble, lines }: PackageRun): Finding => ({
  tone: 'error',
  text: `Package ${packageId}: ${counted(errors, 'error')} while it was processed.${trouble === undefined ? '' : ` The last: ${trouble.text}`}`,
  subject: { packageId },
  lines: trouble === undefined ? lines : [...lines, trouble.at],
});

const unended = (run: PackageRun, last: LogLine | undefined): Finding => {
  const { packageId, began, isLost, waitsSince, lines } = run;
  const open = run.dpThreadsBegun - run.dpThreadsEnded;
  const took = last === undefined ? NaN : elapsed(began, last);
  const long = Number.isNaN(took) ? '' : ` (${durationText(took)} to the end of the log)`;
  const why =
    waitsSince === undefined
      ? ''
      : ` It waits for ${counted(Math.max(open, 0), 'DP thread')} since ${timeText(waitsSince)}.`;
  return {
    tone: isLost ? 'warning' : 'info',
    text: isLost
      ? `The thread of package ${packageId}, which began at ${timeText(began)}, went on to another package without a word of its end.`
      : `Package ${packageId} is being processed since ${timeText(began)}${long}.${why}`,
    subject: { packageId },
    lines,
  };
};

/** PkgStatus: retry, failed, removal failed, removal is tried again. */
const badStatuses: Readonly<Record<number, string>> = {
  4: 'is tried again',
  5: 'failed',
  8: 'could not be removed',
  9: 'is tried again to be removed',
};

const badStatus = ({ packageId, dp, status, statusAt }: PairState): readonly Finding[] => {
  const words = status === undefined ? undefined : badStatuses[status];
  if (words === undefined || statusAt === undefined) return [];
  return [
    {
      tone: status === 5 || status === 8 ? 'error' : 'warning',
      text: `Package ${packageId} ${words} on ${dp}: status ${String(status)} at ${timeText(statusAt)}.`,
      subject: { packageId, dp },
      lines: [statusAt],
    },
  ];
};

const missing = ({ packageId, site, times, first, last }: MissingArrival): Finding => ({
  tone: 'warning',
  text: `The content of package ${packageId} had not arrived from site ${site}, last at ${timeText(last)} (${counted(times, 'time')}${times > 1 ? ` in ${durationText(Math.max(0, momentOf(last) - momentOf(first)))}` : ''}).`,
  subject: { packageId, site },
  lines: first === last ? [first] : [first, last],
});
