import assert from 'node:assert/strict';
import type { DemoEngine } from '../../extension/adapters/demo/demoEngine';
import type { Pair } from '../../extension/adapters/demo/provider/siteEvents';
import { pairId } from '../../extension/core/reconcile/pairId';
import type { CimInstancePath } from '../../extension/ports/cim';
import type { Faults } from '../../extension/protocol/demoSite';
import { never, stillSite, storiesOf } from './demoSites';
import { messagesOf } from './demoVerdict';

export const className = 'SMS_DistributionPoint';

export interface Found {
  readonly site: DemoEngine;
  readonly pair: Pair;
}

export type Fits = (dp: Pair['dp']) => boolean;

export const isOrdinary: Fits = (dp) => !dp.isPullDp && !dp.isSiteServer;

export const instance = ({ dp, what }: Pair): CimInstancePath => ({
  className,
  keys: { PackageID: what.packageId, ServerNALPath: dp.nalPath, SiteCode: dp.siteCode },
});

export const refresh = (site: DemoEngine, pair: Pair): Promise<void> =>
  site.cim.put(site.info.provider, instance(pair), { RefreshNow: true }, never);

export const invoke = async (
  site: DemoEngine,
  method: 'VerifyPackage' | 'CancelDistribution',
  { dp, what }: Pair,
): Promise<void> => {
  const keys = { PackageId: what.packageId, NALPath: dp.nalPath };
  const { returnValue } = await site.cim.invoke(site.info.provider, className, method, keys, never);
  assert.equal(returnValue, 0);
};

export const runSmsdpmon = (
  { cim }: DemoEngine,
  { server, drive }: Pair['dp'],
): ReturnType<typeof cim.invoke> =>
  cim.invoke(
    { computer: server, namespace: 'root\\cimv2' },
    'Win32_Process',
    'Create',
    { CommandLine: `${drive}:\\SMS_DP$\\sms\\bin\\smsdpmon.exe` },
    never,
  );

/** IDs of the pair's messages since a time of the site. */
export const saidSince = (site: DemoEngine, pair: Pair, since: number): readonly number[] =>
  messagesOf(site, pair)
    .filter(({ time }) => time >= since)
    .map(({ messageId }) => messageId);

export const jobStates = ({ site }: DemoEngine, { dp, what }: Pair): readonly unknown[] =>
  site.database
    .all('SELECT State FROM vSMS_DistributionJob WHERE PkgID = ? AND DPID = ? ORDER BY JobID', [
      what.packageId,
      dp.id,
    ])
    .map(({ State }) => State);

/** Pairs of a DP that the site knows to be sound. */
export const soundOn = ({ site }: DemoEngine, dp: Pair['dp']): readonly Pair[] =>
  site.model.packages
    .filter(({ packageId }) => site.truth.pairs.get(pairId(packageId, dp.key))?.verdict === 'validated')
    .map((what) => ({ dp, what }));

/** DPs that a package is targeted to, but for those that are gone. */
export const targetsOf = ({ site }: DemoEngine, what: Pair['what']): readonly Pair[] => {
  const rows = site.database.all(
    'SELECT ServerNALPath FROM v_DistributionPoint WHERE PackageID = ? AND Status <> 3',
    [what.packageId],
  );
  const paths = new Set(rows.map(({ ServerNALPath }) => ServerNALPath));
  return site.model.dps.filter(({ nalPath }) => paths.has(nalPath)).map((dp) => ({ dp, what }));
};

/** Opens the first site that has a pair of the case on a DP that fits; its time moves by `advance` only. */
export const findPair = async (
  wanted: string,
  fits: Fits = isOrdinary,
  faults: Faults = {},
): Promise<Found> => {
  for (let seed = 1; ; seed++)
    for (const { story, shows } of storiesOf({ seed, release: 'current' })) {
      if (shows.id !== wanted || !fits(story.dp)) continue;
      const site = await stillSite(seed, faults);
      const dp = site.site.model.dps.find(({ key }) => key === story.dp.key);
      const what = site.site.model.packages.find(({ packageId }) => packageId === story.what.packageId);
      assert.ok(dp && what);
      return { site, pair: { dp, what } };
    }
};
