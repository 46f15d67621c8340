import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SqlExecutor } from '../../extension/adapters/demo/sqlExecutor';
import type { GeneratedSite } from '../../extension/adapters/demo/generateSite';
import { findMissing } from '../../extension/app/findMissing';
import { refreshSite } from '../../extension/app/refreshSite';
import { pairId, type PairId } from '../../extension/core/reconcile/pairId';
import type { Verdict } from '../../extension/core/reconcile/verdict';
import type { FindingsScope } from '../../extension/ports/findings';
import type { SiteConnection } from '../../extension/ports/siteConnection';
import { startFindingsInProcess } from '../../extension/workers/findings/startFindings';
import { anyRelease, anySeed, never, now, runs, withSite } from './demoSites';

/** The site as the use cases see it; its time stands still. */
const connectionTo = (site: GeneratedSite): Pick<SiteConnection, 'database' | 'clock' | 'info'> => ({
  database: new SqlExecutor(site.database),
  clock: { now: () => now, sleep: () => Promise.resolve() },
  info: {
    siteCode: site.model.siteCode,
    siteName: site.model.siteName,
    provider: { computer: site.model.siteServer, namespace: `root\\SMS\\site_${site.model.siteCode}` },
  },
});

interface Told {
  readonly verdicts: ReadonlyMap<PairId, Verdict>;
  readonly discarded: number;
  readonly expected: number;
  readonly suspects: ReadonlySet<string>;
}

/** Reads the whole site and then, where one is given, the scope. */
const told = async (site: GeneratedSite, scope?: FindingsScope): Promise<Told> => {
  const connection = connectionTo(site);
  const running = startFindingsInProcess();
  try {
    const { findings } = running;
    const inventory = await refreshSite(connection, never);
    let { facts, summary } = await findMissing(connection, findings, inventory, undefined, {}, never);
    const discarded = [...facts.discarded.byDp.values()].reduce((sum, count) => sum + count, 0);
    if (scope !== undefined)
      ({ facts, summary } = await findMissing(connection, findings, inventory, facts, scope, never));
    const all = await findings.resolve({ kind: 'view', filter: '', except: [] }, never);
    return {
      verdicts: new Map(all.map(({ packageId, dp, verdict }) => [pairId(packageId, dp), verdict])),
      discarded,
      expected: summary.site.expected,
      suspects: new Set(summary.suspectDps),
    };
  } finally {
    await running.dispose();
  }
};

/** Differences between what is told and the truth, as lines that name the case. */
const differences = (site: GeneratedSite, { verdicts }: Told): readonly string[] => {
  const wrong: string[] = [];
  for (const [pair, truth] of site.truth.pairs) {
    // A pair that has no finding was discarded: it counts as validated.
    const verdict = verdicts.get(pair) ?? 'validated';
    if (verdict !== truth.verdict) wrong.push(`${truth.case}: ${verdict}, not ${truth.verdict} (${pair})`);
  }
  for (const [pair, verdict] of verdicts)
    if (!site.truth.pairs.has(pair) && verdict !== 'removing')
      wrong.push(`${site.truth.notExpected.get(pair) ?? 'nothing'}: ${verdict}, not expected (${pair})`);
  return wrong;
};

describe('what is told of the demo site', () => {
  for (const release of ['1806', 'current'] as const)
    it(`equals its truth, pair by pair (small, release ${release})`, () =>
      withSite({ release }, async (site) => {
        const all = await told(site);
        assert.deepEqual(differences(site, all), []);
        assert.deepEqual(all.suspects, new Set(site.truth.suspectDps));
      }));

  it('equals the truth of any small site', () =>
    fc.assert(
      fc.asyncProperty(anySeed, anyRelease, (seed, release) =>
        withSite({ seed, release }, async (site) => {
          const all = await told(site);
          assert.deepEqual(differences(site, all), []);
        }),
      ),
      runs(6, 100),
    )).timeout(600_000);

  it('counts every expected pair once, the discarded ones too', () =>
    withSite({ seed: 7 }, async (site) => {
      const all = await told(site);
      assert.ok(all.discarded > 0);
      const removing = [...site.truth.notExpected.keys()].filter((pair) => all.verdicts.has(pair)).length;
      assert.equal(all.expected, site.truth.pairs.size + removing);
    }));

  it('stays the same when a DP or a package is read again', () =>
    withSite({ seed: 11 }, async (site) => {
      const whole = await told(site);
      for (const scope of [
        ...site.model.dps.map(({ key }) => ({ dp: key })),
        ...site.model.packages.slice(0, 10).map(({ packageId }) => ({ packageId })),
      ]) {
        const again = await told(site, scope);
        assert.deepEqual(differences(site, again), []);
        assert.equal(again.expected, whole.expected, JSON.stringify(scope));
      }
    })).timeout(120_000);

  it('equals the truth of a medium site', () =>
    withSite({ size: 'medium', seed: 3 }, async (site) => {
      const all = await told(site);
      assert.deepEqual(differences(site, all).slice(0, 20), []);
      assert.deepEqual(all.suspects, new Set(site.truth.suspectDps));
    })).timeout(600_000);
});
