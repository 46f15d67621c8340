import assert from 'node:assert/strict';
import { DemoEngine } from '../../../extension/adapters/demo/demoEngine';
import { demoSiteOptions } from '../../../extension/adapters/demo/demoSite';
import type { MismatchKind } from '../../../extension/core/library/mismatch';
import { findOn, foundKinds, trueMismatches } from './findings';

const seeds = process.env.SOAK === undefined ? [1, 2, 3] : Array.from({ length: 50 }, (_, at) => at + 1);

const sorted = (kinds: ReadonlyMap<string, MismatchKind>): readonly (readonly [string, string])[] =>
  [...kinds].sort(([a], [b]) => a.localeCompare(b));

describe('mismatches equal the truth of a generated site', () => {
  const kinds = new Set<MismatchKind>();
  for (const seed of seeds)
    it(`with seed ${seed}: on every DP, of every package`, async () => {
      const engine = await DemoEngine.open(demoSiteOptions({ seed, speed: 0 }));
      try {
        const dps = engine.site.model.dps.filter(({ isCloud }) => !isCloud);
        const truths = dps.map((dp) => trueMismatches(engine, dp));
        const reports = await findOn(engine, dps);
        assert.equal(reports.length, dps.length);
        for (const [at, report] of reports.entries()) {
          const dp = dps[at];
          const truth = truths[at];
          assert.ok(dp !== undefined && truth !== undefined && report.dp === dp.key);
          assert.deepEqual(report.notRead, []);
          assert.deepEqual(sorted(foundKinds(report)), sorted(truth), dp.server);
          assert.equal(report.onlyReported, dp.isSiteServer ? 'siteServer' : undefined);
          for (const { kind, seenTwice } of report.mismatches) {
            kinds.add(kind);
            assert.equal(seenTwice, kind !== 'inFlight');
          }
        }
      } finally {
        await engine.close();
      }
    }).timeout(60_000);

  it('shows every kind', () => {
    for (const kind of [
      'onlyInWmi',
      'onlyInPkgLib',
      'notTargeted',
      'notThere',
      'damaged',
      'filesMissing',
      'inFlight',
    ] as const)
      assert.ok(kinds.has(kind), `No DP shows ${kind}.`);
  });
});
