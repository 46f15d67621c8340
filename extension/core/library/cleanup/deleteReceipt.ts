import { cleanupEnd, cleanupMode, isForeign, type CleanupLog } from './cleanupLog';
import type { CleanupTarget } from './cleanupTarget';
import type { CleanupReview } from './reviewCleanup';
import { forbidding, type Precondition } from './preconditions';

/** So long after the tool ended its what-if may be followed by a delete, milliseconds: sites change. */
export const whatIfHolds = 24 * 3_600_000;

declare const reviewed: unique symbol;

/** That a what-if was reviewed and nothing speaks against deleting what it names. Made by `receiptOf` alone. */
export interface DeleteReceipt {
  readonly [reviewed]: true;
  readonly logName: string;
  readonly sha256: string;
  /** When the what-if ended, UTC epoch milliseconds. */
  readonly ended: number;
  /** What the DP's registry said at that time. */
  readonly library: string;
  readonly drives: string;
  readonly items: number;
  readonly bytes: number;
  /** Flagged items that the admin agreed to lose. */
  readonly agreed: readonly string[];
}

/** What a decision about a delete rests on. */
export interface ReviewedCleanup {
  readonly target: CleanupTarget;
  readonly log: CleanupLog;
  readonly review: CleanupReview;
  readonly preconditions: readonly Precondition[];
  /** IDs of flagged items that the admin agreed to lose. */
  readonly agreed: ReadonlySet<string>;
  /** The admin has read the lines that were not recognised. */
  readonly linesRead: boolean;
}

/**
 * What speaks against /delete, each as a sentence with the next step; empty: nothing. The tool deletes all that it
 * finds and leaves nothing out, so one item that must stay keeps everything from being deleted.
 */
export const deleteObstacles = (of: ReviewedCleanup, now: number): readonly string[] => [
  ...logObstacles(of, now),
  ...itemObstacles(of),
  ...forbidding(of.preconditions, 'delete').map(({ text }) => text),
];

/** undefined: something speaks against it. */
export const receiptOf = (of: ReviewedCleanup, now: number): DeleteReceipt | undefined => {
  const { record, name, sha256 } = of.log;
  if (record === undefined || deleteObstacles(of, now).length > 0) return undefined;
  const { rows } = of.review;
  const receipt: Omit<DeleteReceipt, typeof reviewed> = {
    logName: name,
    sha256,
    ended: record.ended,
    library: record.library,
    drives: record.drives,
    items: rows.length,
    bytes: rows.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0),
    agreed: rows.filter(({ standing }) => standing === 'mistake').map(({ id }) => id),
  };
  return receipt as DeleteReceipt;
};

const again = 'Run the what-if script again.';

const logObstacles = ({ log, target }: ReviewedCleanup, now: number): readonly string[] => {
  const { record, reading } = log;
  const end = cleanupEnd(log, now);
  if (isForeign(log)) return [`This is no log of the cleanup tool. ${again}`];
  if (cleanupMode(log) !== 'whatIf')
    return [
      cleanupMode(log) === 'delete'
        ? 'This log is of a run that deleted: a delete follows a what-if only.'
        : `Whether this log is of a what-if is not told. ${again}`,
    ];
  return [
    ...(end.kind === 'finished' ? [] : [`${endWords[end.kind]}: ${end.why} ${again}`]),
    ...(record !== undefined && record.dp.toLowerCase() !== target.dp.toLowerCase()
      ? [`The log is of ${record.dp}, not of ${target.dp}.`]
      : []),
    ...(end.kind === 'finished' && now - end.at > whatIfHolds
      ? [`The what-if is older than a day, and the site may have changed. ${again}`]
      : []),
    ...(reading.items.length === 0 && reading.otherPaths.lines === 0
      ? ['The log names nothing that would be deleted.']
      : []),
    ...(reading.items.length === 0 && reading.otherPaths.lines > 0
      ? ['The log names paths only, and no package: none of them could be checked.']
      : []),
    ...(reading.moreItems > 0 ? [`The log names more than was looked at: ${reading.moreItems} more.`] : []),
  ];
};

const endWords = {
  stopped: 'The tool stopped',
  notFinished: 'The log is not finished',
  notKnown: 'Whether the log is whole is not known',
} as const;

const itemObstacles = ({ review, agreed, linesRead, log }: ReviewedCleanup): readonly string[] => {
  const { inFlight, unknown } = review.totals;
  const open = review.rows.filter(({ standing, id }) => standing === 'mistake' && !agreed.has(id)).length;
  const notRecognised = log.reading.notRecognised.count;
  return [
    ...(inFlight.items > 0
      ? [
          `On their way to this distribution point: ${inFlight.items}. Wait for them, then run the what-if again.`,
        ]
      : []),
    ...(unknown.items > 0
      ? [`Not known whether they are still needed: ${unknown.items}. See what could not be read.`]
      : []),
    ...(open > 0
      ? [
          `Probably removed by mistake: ${open}. Distribute them again and run the what-if again, or agree to lose each of them.`,
        ]
      : []),
    ...(notRecognised > 0 && !linesRead
      ? [`Lines of the log that were not recognised: ${notRecognised}. Read them, and say so.`]
      : []),
  ];
};
