import { cleanupPlatform } from '../../../extension/adapters/files/cleanupLogFile';
import { DemoEngine } from '../../../extension/adapters/demo/demoEngine';
import { demoSiteOptions } from '../../../extension/adapters/demo/demoSite';
import type { DemoDp } from '../../../extension/adapters/demo/site/demoDp';
import { reviewOn, type MadeReview } from '../../../extension/app/library/cleanup/makeReview';
import { readCleanupLog, type CleanupLogFile } from '../../../extension/app/library/cleanup/readCleanupLog';
import { sharedLogs } from '../../../extension/app/library/cleanup/sharedLogs';
import { refreshSite } from '../../../extension/app/refreshSite';
import type { CleanupLog } from '../../../extension/core/library/cleanup/cleanupLog';
import {
  logFolder,
  sharedFolder,
  usualCleanupFolder,
} from '../../../extension/core/library/cleanup/cleanupPlaces';
import { cleanupTarget } from '../../../extension/core/library/cleanup/cleanupTarget';
import type { ReviewedCleanup } from '../../../extension/core/library/cleanup/deleteReceipt';
import { SiteIndex } from '../../../extension/core/siteTree/siteIndex';
import type { Faults } from '../../../extension/protocol/demoSite';

export const now = Date.UTC(2026, 5, 1, 12);
export const never = new AbortController().signal;

/** A demo site, and the reviews of what the cleanup tool said on its DPs. */
export interface Reviewing {
  readonly engine: DemoEngine;
  readonly dps: readonly DemoDp[];
  readonly logOf: (dp: DemoDp) => Promise<CleanupLog>;
  readonly review: (dp: DemoDp, log?: CleanupLog) => Promise<ReviewedCleanup & { readonly made: MadeReview }>;
}

export const withReviewing = async (
  {
    seed = 1,
    faults = {},
    release = 'current',
  }: { seed?: number; faults?: Faults; release?: '1806' | 'current' },
  use: (reviewing: Reviewing) => Promise<void>,
): Promise<void> => {
  const engine = await DemoEngine.open(demoSiteOptions({ seed, base: now, speed: 0, faults, release }));
  try {
    const logOf = async (dp: DemoDp): Promise<CleanupLog> => {
      const root = sharedFolder(dp.server, logFolder(usualCleanupFolder));
      const [file] = await sharedLogs(engine.computers.files(root), never);
      if (file === undefined) throw new Error(`${dp.server} has no log.`);
      return readCleanupLog(file, cleanupPlatform, never);
    };
    await use({
      engine,
      dps: engine.site.model.dps.filter(({ isCloud, isSiteServer }) => !isCloud && !isSiteServer),
      logOf,
      review: async (dp, given) => {
        const log = given ?? (await logOf(dp));
        const index = new SiteIndex(await refreshSite(engine, never));
        const made = await reviewOn(engine, index, { dp: dp.key, release: 2107 }, log, never);
        const { review, preconditions } = made;
        const target = cleanupTarget(made.dp, made.inventory);
        return { target, log, review, preconditions, agreed: new Set(), linesRead: true, made };
      },
    });
  } finally {
    await engine.close();
  }
};

/** A log with this text, as a file somewhere. */
export const logFile = (
  text: string | Uint8Array,
  {
    name = 'WhatIf.log',
    modified = now - 3_600_000,
    record,
  }: { name?: string; modified?: number; record?: string } = {},
): CleanupLogFile => ({
  name,
  place: name,
  modified,
  async *pieces() {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text;
    // Cut anywhere: a line may come in two pieces.
    for (let at = 0; at < bytes.length; at += 7) yield await Promise.resolve(bytes.subarray(at, at + 7));
  },
  record: () => Promise.resolve(record),
});

export const readLog = (...of: Parameters<typeof logFile>): Promise<CleanupLog> =>
  readCleanupLog(logFile(...of), cleanupPlatform, never);
