import type { DistributionPoint } from '../../../core/content/distributionPoint';
import type { DpKey } from '../../../core/content/nalPath';
import type { SiteInventory } from '../../../core/content/siteInventory';
import type { CleanupLog } from '../../../core/library/cleanup/cleanupLog';
import { cleanupPreconditions, type Precondition } from '../../../core/library/cleanup/preconditions';
import { reviewCleanup, type CleanupReview } from '../../../core/library/cleanup/reviewCleanup';
import { unfinishedPackages } from '../../../core/library/cleanup/unfinished';
import type { SiteIndex } from '../../../core/siteTree/siteIndex';
import type { SiteConnection } from '../../../ports/siteConnection';
import type { SiteSession } from '../../siteSession';
import { readCleanupGround } from './readCleanupGround';

/** A log held against the site, as the site was then. */
export interface MadeReview {
  readonly dp: DistributionPoint;
  readonly inventory: SiteInventory;
  readonly review: CleanupReview;
  readonly preconditions: readonly Precondition[];
  /** The site's time. */
  readonly readAt: number;
}

export interface ReviewedDp {
  readonly dp: DpKey;
  readonly release: number | undefined;
}

/** Throws with the next step where no site is connected, or none was read yet. */
export const makeReview = async (
  { site, state }: Pick<SiteSession, 'site' | 'state'>,
  of: ReviewedDp,
  log: CleanupLog,
  signal: AbortSignal,
): Promise<MadeReview> => {
  if (site === undefined || state.index === undefined)
    throw new Error('The site has not been read yet. Wait for it, or refresh.');
  return reviewOn(site.connection, state.index, of, log, signal);
};

/** @throws Error when the site does not have the DP */
export const reviewOn = async (
  connection: Pick<SiteConnection, 'database' | 'clock' | 'info'>,
  index: SiteIndex,
  { dp: key, release }: ReviewedDp,
  log: CleanupLog,
  signal: AbortSignal,
): Promise<MadeReview> => {
  const dp = index.dps.get(key);
  if (dp === undefined) throw new Error('The site no longer has this distribution point. Refresh the site.');
  const readAt = connection.clock.now();
  const ground = await readCleanupGround(connection, index, dp, signal);
  return {
    dp,
    inventory: index.inventory,
    review: reviewCleanup(log, ground),
    preconditions: cleanupPreconditions({
      dp,
      release,
      siteVersion: connection.info.version,
      unfinished: unfinishedPackages(ground.site),
      drives: log.record?.drives,
    }),
    readAt,
  };
};
