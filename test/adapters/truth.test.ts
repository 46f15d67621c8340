import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GeneratedSite } from '../../extension/adapters/demo/generateSite';
import { SqlExecutor } from '../../extension/adapters/demo/sqlExecutor';
import type { FindingsScope } from '../../extension/ports/findings';
import { anyRelease, anySeed, runs, withSite } from './demoSites';
import { differences, toldOf, type Told } from './toldSite';

const told = (site: GeneratedSite, scope?: FindingsScope): Promise<Told> =>
  toldOf(site, new SqlExecutor(site.database), scope);

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
    })).timeout(600_000);

  it('equals the truth of a medium site', () =>
    withSite({ size: 'medium', seed: 3 }, async (site) => {
      const all = await told(site);
      assert.deepEqual(differences(site, all).slice(0, 20), []);
      assert.deepEqual(all.suspects, new Set(site.truth.suspectDps));
    })).timeout(600_000);
});
