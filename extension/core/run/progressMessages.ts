import type { PairProgress, ProgressMessage } from './pairProgress';

const percentIds: ReadonlySet<number> = new Set([8204, 8205, 9508]);

/** The newest message since then that fits. */
export const newest = (
  { messages }: PairProgress,
  at: number,
  fits: (messageId: number) => boolean,
): ProgressMessage | undefined => messages.findLast(({ messageId, time }) => time >= at && fits(messageId));

/** When the site last did something about it. */
export const lastSign = (progress: PairProgress | undefined, at: number): number =>
  Math.max(at, progress?.messages.at(-1)?.time ?? 0, progress?.job?.updated ?? 0);

/** Of the bytes sent since then, 0 to 100; undefined when it is not known. */
export const percentOf = ({ messages, job }: PairProgress, at: number): number | undefined => {
  const told = messages.findLast(({ messageId, time }) => time >= at && percentIds.has(messageId));
  const percent = Number.parseInt(told?.strings[2] ?? '', 10);
  if (!Number.isNaN(percent)) return Math.min(100, percent);
  if (job?.total === undefined || job.remaining === undefined || job.total === 0) return undefined;
  return (job.updated ?? 0) >= at ? Math.round((1 - job.remaining / job.total) * 100) : undefined;
};
