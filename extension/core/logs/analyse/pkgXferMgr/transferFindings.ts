import { momentOf, timeText, type LogLine } from '../logLine';
import type { Finding } from '../report';
import { counted } from '../words';
import type { LimitKind, TransferFacts, TransferJob, TransferLimit } from './transferFacts';
import { subjectOfJob } from './transferTables';

/** What asks for attention in PkgXferMgr.log. */
export const transferFindings = ({ jobs, limits }: TransferFacts): readonly Finding[] => [
  ...jobs.filter(({ outcome }) => outcome === 'failed' || outcome === 'retrying').map(failed),
  ...jobs.flatMap(overlapping),
  ...waiting(jobs.filter(({ outcome }) => outcome === 'waiting')),
  ...limits.map(heldBack),
];

const nameOf = ({ job, packageId, dp }: TransferJob): string =>
  `Job ${String(job)} (package ${packageId} to ${dp})`;

const failed = (job: TransferJob): Finding => {
  const { failures, restart, trouble, outcome } = job;
  const cause = trouble === undefined ? '' : ` Last error: ${trouble.text}`;
  const again =
    restart === undefined
      ? ''
      : ` It is tried again at ${timeText({ time: restart })} by the clock of the log.`;
  return {
    tone: outcome === 'failed' ? 'error' : 'warning',
    text: `${nameOf(job)} failed${failures === 0 ? '' : ` ${counted(failures, 'time')}`}.${again}${cause}`,
    subject: subjectOfJob(job),
    lines: trouble === undefined ? job.lines : [...job.lines, trouble.at],
  };
};

const overlapping = (job: TransferJob): readonly Finding[] =>
  job.overlap === undefined
    ? []
    : [
        {
          tone: 'warning',
          text: `${nameOf(job)} was taken by a second thread while one was at it. Compare the clocks and time zones of the site server and the database server.`,
          subject: subjectOfJob(job),
          lines: [...job.lines, job.overlap],
        },
      ];

/** Jobs that wait are normal; of many the oldest tells enough. */
const waiting = (jobs: readonly TransferJob[]): readonly Finding[] => {
  const requested = jobs.flatMap(({ requested: at }) => (at === undefined ? [] : [at]));
  const [oldest] = requested.toSorted((a, b) => momentOf(a) - momentOf(b));
  const job = jobs.find(({ requested: at }) => at === oldest);
  if (oldest === undefined || job === undefined) return [];
  return [
    {
      tone: 'info',
      text: `${counted(jobs.length, 'job waits', 'jobs wait')} for a sending thread when the log ends; ${nameOf(job)} since ${timeText(oldest)}.`,
      subject: jobs.length === 1 ? subjectOfJob(job) : {},
      lines: job.lines,
    },
  ];
};

const heldBackTexts: Readonly<Record<LimitKind, (dp: string, times: string) => string>> = {
  bandwidth: (dp, times) =>
    `${dp} is under bandwidth control, so it gets one connection at a time; jobs were put back ${times}.`,
  pulseMode: (dp, times) => `${dp} is in pulse mode, so it gets one connection at a time (${times}).`,
  closed: (dp, times) => `${dp} was closed for jobs of a priority by its schedule ${times}.`,
  pullCapacity: (dp, times) => `The pull DP ${dp} reached its capacity ${times}.`,
  noPullCapacity: (dp, times) => `The pull DP ${dp} had no capacity ${times}.`,
  noSource: (dp, times) =>
    `The pull DP ${dp} was not notified ${times}, because no source location has all of the content.`,
};

const heldBack = (limit: TransferLimit): Finding => {
  const { kind, dp, times, first, last, capacity } = limit;
  const of = capacity === undefined ? '' : ` It is ${String(capacity)}.`;
  return {
    tone: kind === 'noSource' ? 'warning' : 'info',
    text: `${heldBackTexts[kind](dp ?? 'A distribution point', counted(times, 'time'))}${of}${span(first, last)}`,
    subject: dp === undefined ? {} : { dp },
    lines: first === last ? [first] : [first, last],
  };
};

const span = (first: LogLine, last: LogLine): string =>
  first === last ? ` At ${timeText(first)}.` : ` From ${timeText(first)} to ${timeText(last)}.`;
