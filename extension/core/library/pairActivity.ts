import type { Package } from '../content/package';
import type { SiteList } from './libraryLook';

/** States of the summarizer: install pending, retrying, removal pending, removal retrying, being updated. */
const moving: ReadonlySet<number> = new Set([1, 2, 4, 5, 7]);
const beingDeleted = 3;

/**
 * Whether something is at work on the package at this DP, or was just now: then its lists may differ for a moment.
 * @param since refreshed from then on is just now; UTC epoch ms
 */
export const isAtWork = (
  { targets, openJobs }: SiteList,
  packageId: string,
  known: Package | undefined,
  since: number,
): boolean => {
  const target = targets.get(packageId);
  return (
    openJobs?.has(packageId) === true ||
    (known?.actionInProgress ?? 0) !== 0 ||
    (known?.action ?? 0) === beingDeleted ||
    (known?.storedVersion ?? Infinity) < (known?.sourceVersion ?? 0) ||
    target?.status === beingDeleted ||
    (target?.state !== undefined && moving.has(target.state)) ||
    (target?.refreshed ?? -Infinity) >= since
  );
};
