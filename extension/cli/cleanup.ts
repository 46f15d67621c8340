import { cleanupLogFile, cleanupPlatform } from '../adapters/files/cleanupLogFile';
import { makeScript } from '../app/library/cleanup/makeScript';
import { reviewOn, type MadeReview } from '../app/library/cleanup/makeReview';
import { readCleanupLog } from '../app/library/cleanup/readCleanupLog';
import { refreshSite } from '../app/refreshSite';
import type { DistributionPoint } from '../core/content/distributionPoint';
import { runRecordName } from '../core/library/cleanup/cleanupPlaces';
import { cleanupEnd, cleanupMode, isForeign, type CleanupLog } from '../core/library/cleanup/cleanupLog';
import { SiteIndex } from '../core/siteTree/siteIndex';
import type { CleanupArguments } from './cleanupArguments';
import { cleanupSummary, cleanupWriters } from './cleanupWriters';
import type { CommandLine } from './missing';
import { openSite } from './openSite';
import { UsageError } from './usage';

/**
 * Prints the script that has the cleanup tool say what it would delete, or reviews the log that it wrote.
 * @returns whether nothing is flagged: of a review, that all items are safe and the log is a whole what-if
 * @throws UsageError, SiteConnectError, SiteReadError, Error where the log cannot be read
 */
export const cleanUp = async (
  wanted: CleanupArguments,
  { write, say, environment, signal }: CommandLine,
): Promise<boolean> => {
  const site = await openSite(wanted, environment, say, signal);
  try {
    say(`Reading site ${site.info.siteCode} ...\n`);
    const index = new SiteIndex(await refreshSite(site, signal));
    const dp = named(wanted.dp, [...index.dps.values()]);
    if (wanted.what.kind === 'script') {
      await write(await makeScript(site, index, { dp, release: wanted.release }, wanted.folder, signal));
      return true;
    }
    const file = await cleanupLogFile(wanted.what.log, runRecordName);
    const log = await readCleanupLog(file, cleanupPlatform, signal);
    const made = await reviewOn(site, index, { dp: dp.key, release: wanted.release }, log, signal);
    const now = Math.max(site.clock.now(), log.modified);
    const writer = cleanupWriters[wanted.format];
    await write(`${writer.head}${made.review.rows.map((row) => writer.line(row)).join('')}`);
    say(cleanupSummary(dp.serverName, log, made, now));
    return isQuiet(log, made, now);
  } finally {
    await site.close();
  }
};

const isQuiet = (log: CleanupLog, { review }: MadeReview, now: number): boolean =>
  review.rows.every(({ standing }) => standing === 'safe') &&
  log.reading.moreItems === 0 &&
  !isForeign(log) &&
  cleanupMode(log) === 'whatIf' &&
  cleanupEnd(log, now).kind === 'finished';

/** @throws UsageError when the site has no such DP, or two */
const named = (name: string, dps: readonly DistributionPoint[]): DistributionPoint => {
  const [dp, another] = dps.filter(({ serverName }) => serverName.toLowerCase() === name.toLowerCase());
  if (dp !== undefined && another === undefined) return dp;
  throw new UsageError(
    `${dp === undefined ? 'No distribution point' : 'More than one distribution point'} has the server name "${name}".`,
  );
};
