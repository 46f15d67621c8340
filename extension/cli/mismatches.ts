import { findMismatches, type FindProgress } from '../app/library/findMismatches';
import { findMissing } from '../app/findMissing';
import { refreshSite } from '../app/refreshSite';
import type { DistributionPoint } from '../core/content/distributionPoint';
import type { SiteInventory } from '../core/content/siteInventory';
import { dpsWithListTrouble } from '../core/library/dpsWithListTrouble';
import { needsAttention, type LibraryReport } from '../core/library/libraryReport';
import { mismatchRows } from '../core/library/mismatchRows';
import { startFindingsInProcess } from '../workers/findings/startFindings';
import type { MismatchArguments } from './mismatchArguments';
import { mismatchTable, mismatchJson } from './mismatchWriters';
import type { CommandLine } from './missing';
import { openLibrarySite, type OpenLibrarySite } from './openLibrarySite';
import { UsageError } from './usage';

/**
 * Looks for mismatches of content libraries and prints them. Only reads.
 * @returns whether something needs attention, and whether everything could be read
 * @throws UsageError, SiteConnectError, SiteReadError
 */
export const listMismatches = async (
  wanted: MismatchArguments,
  { write, say, environment, signal }: CommandLine,
): Promise<{ readonly attention: boolean; readonly allRead: boolean }> => {
  const opened = await openLibrarySite(wanted, environment, say, signal);
  const { site } = opened;
  try {
    say(`Reading site ${site.info.siteCode} ...\n`);
    const inventory = await refreshSite(site, signal);
    const dps = await chosenDps(wanted, inventory.distributionPoints, () =>
      troubledDps(site, inventory, signal),
    );
    if (dps.length === 0) say('No distribution point complains of its lists (2388): nothing to look at.\n');
    const reports = await findMismatches(
      site,
      inventory,
      dps.map(({ key }) => key),
      wanted,
      { found: () => undefined, progress: (progress) => say(progressText(progress)) },
      signal,
    );
    const rows = mismatchRows(reports, site.info.version);
    switch (wanted.format) {
      case 'table':
        await write(mismatchTable(rows));
        break;
      case 'ndjson':
        for (const row of rows) await write(`${JSON.stringify(mismatchJson(row))}\n`);
        break;
      case 'json':
        await write(`${JSON.stringify(rows.map(mismatchJson), undefined, 2)}\n`);
        break;
    }
    say(summaryText(reports, rows.length));
    return {
      attention: reports.some(needsAttention),
      allRead: reports.every(({ notRead }) => notRead.length === 0),
    };
  } finally {
    await opened.close();
  }
};

const chosenDps = async (
  { dps, all }: MismatchArguments,
  known: readonly DistributionPoint[],
  troubled: () => Promise<readonly DistributionPoint[]>,
): Promise<readonly DistributionPoint[]> => {
  if (all) return known.filter(({ isCloud }) => !isCloud);
  if (dps.length === 0) return troubled();
  return dps.map((name) => {
    const found = known.find(({ serverName }) => serverName.toLowerCase() === name.toLowerCase());
    if (found === undefined) throw new UsageError(`--dp ${name}: the site has no such distribution point.`);
    return found;
  });
};

/** Those whose newest mark of content validation is 2388. @throws SiteReadError */
const troubledDps = async (
  site: OpenLibrarySite['site'],
  inventory: SiteInventory,
  signal: AbortSignal,
): Promise<readonly DistributionPoint[]> => {
  const running = startFindingsInProcess();
  try {
    const { facts } = await findMissing(site, running.findings, inventory, signal);
    const troubled = new Set(dpsWithListTrouble(facts.cycles));
    return inventory.distributionPoints.filter(({ key }) => troubled.has(key));
  } finally {
    await running.dispose();
  }
};

const progressText = ({ phase, done, total, until }: FindProgress): string => {
  if (until !== undefined) return `Looking again at ${new Date(until).toISOString()} ...\n`;
  return done === 0 || done < total
    ? ''
    : `${phase === 'first' ? 'First' : 'Second'} look at ${total} done.\n`;
};

const summaryText = (reports: readonly LibraryReport[], rows: number): string =>
  [
    `${rows} mismatches on ${reports.length} distribution points.`,
    ...reports.flatMap(({ dpName, notRead }) =>
      notRead.map((cause) => `Not read: ${dpName}: ${cause} What rests on it is unknown.`),
    ),
    '',
  ].join('\n');
