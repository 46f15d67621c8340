import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { GeneratedSite } from '../../extension/adapters/demo/generateSite';
import type { SiteOptions } from '../../extension/adapters/demo/site/siteModel';
import { anyRelease, anySeed, now, runs, withSite } from './demoSites';

/** Tables whose rows are the whole site; the views are computed from them. */
const tables = ({ database }: GeneratedSite): readonly string[] =>
  database
    .all(`SELECT name FROM site.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`)
    .map(({ name }) => String(name));

const fingerprint = (options: Partial<SiteOptions>): Promise<string> =>
  withSite(options, (site) => {
    const hash = createHash('sha256');
    for (const table of tables(site))
      hash.update(JSON.stringify(site.database.all(`SELECT * FROM ${table}`)));
    return hash.update(JSON.stringify([...site.truth.pairs, ...site.truth.notExpected])).digest('hex');
  });

describe('seeds of the demo site', () => {
  it('give the same rows and the same truth each time', () =>
    fc.assert(
      fc.asyncProperty(anySeed, anyRelease, async (seed, release) => {
        assert.equal(await fingerprint({ seed, release }), await fingerprint({ seed, release }));
      }),
      runs(3, 50),
    ));

  it('give another site each', () =>
    fc.assert(
      fc.asyncProperty(anySeed, anySeed, async (one, other) => {
        fc.pre(one !== other);
        assert.notEqual(await fingerprint({ seed: one }), await fingerprint({ seed: other }));
      }),
      runs(3, 50),
    ));

  it('give the same verdicts whenever the site is opened', () =>
    fc.assert(
      fc.asyncProperty(anySeed, fc.integer({ min: 0, max: 900 }), async (seed, days) => {
        const truthAt = (time: number): Promise<string> =>
          withSite({ seed, now: time }, ({ truth }) => JSON.stringify([...truth.pairs]));
        assert.equal(await truthAt(now + days * 86_400_000), await truthAt(now));
      }),
      runs(3, 50),
    ));
});
