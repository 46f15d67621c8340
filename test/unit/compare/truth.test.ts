import assert from 'node:assert/strict';
import { byPackage, keysOf, withComparing } from './comparing';
import { truths } from './truths';

const seeds = process.env.SOAK === undefined ? [1, 8] : Array.from({ length: 50 }, (_, at) => at + 1);

describe('comparisons equal the truth of a generated site', () => {
  for (const seed of seeds)
    it(`with seed ${seed}: of DPs, groups, packages, leftovers and libraries`, () =>
      withComparing({ seed }, async (comparing) => {
        for (const [what, holds] of truths) {
          try {
            await holds(comparing);
          } catch (error) {
            throw new Error(what, { cause: error });
          }
        }
      })).timeout(60_000);

  it('also after a redistribution has mended the lists of a DP', () =>
    withComparing({ seed: 4 }, async ({ engine, compare }) => {
      const dp = engine.site.model.dps.find(({ profile }) => profile === 'listsDisagree');
      assert.ok(dp !== undefined);
      const before = await compare({ kind: 'library', dp: dp.key });
      const [packageId = ''] = keysOf(before.rows, 'onlyInWmi').map((key) => key.split('@')[0]);
      const keys = { PackageID: packageId, ServerNALPath: dp.nalPath, SiteCode: dp.siteCode };
      const path = { className: 'SMS_DistributionPoint', keys };
      await engine.cim.put(engine.info.provider, path, { RefreshNow: true }, new AbortController().signal);
      await engine.advance(24 * 3_600_000);
      const after = await compare({ kind: 'library', dp: dp.key });
      assert.equal(byPackage(after).get(packageId), 'same');
    }));
});
