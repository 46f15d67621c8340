import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GeneratedSite } from '../../extension/adapters/demo/generateSite';
import { trueNeeds } from '../../extension/adapters/demo/site/trueNeeds';
import { SqlExecutor } from '../../extension/adapters/demo/sqlExecutor';
import { refreshSite } from '../../extension/app/refreshSite';
import { NeedIndex } from '../../extension/core/impact/needIndex';
import { SiteImpact } from '../../extension/core/impact/siteImpact';
import { unreadNeeds, type SiteNeeds } from '../../extension/core/impact/siteNeeds';
import type { SiteInventory } from '../../extension/core/content/siteInventory';
import type { Faults } from '../../extension/protocol/demoSite';
import { anyRelease, anySeed, never, now, runs, withSite } from './demoSites';

const read = async ({ database, model }: GeneratedSite, faults: Faults = {}): Promise<SiteInventory> =>
  refreshSite(
    {
      database: new SqlExecutor(database, faults),
      clock: { now: () => now, sleep: () => Promise.resolve() },
      info: { siteCode: model.siteCode, siteName: '', provider: { computer: 'cm01', namespace: '' } },
    },
    never,
  );

const needsOf = async (site: GeneratedSite, faults?: Faults): Promise<SiteNeeds> =>
  (await read(site, faults)).needs ?? unreadNeeds;

const ids = (of: readonly { readonly packageId: string }[]): readonly string[] =>
  of.map(({ packageId }) => packageId).sort();

/** Who is told to need a package, and who truly does. */
const assertTruth = async (site: GeneratedSite): Promise<void> => {
  const needs = await needsOf(site);
  const index = new NeedIndex(needs);
  const truth = trueNeeds(site.model.needs, now);
  for (const { packageId } of site.model.packages) {
    const told = index.of(packageId);
    const sequences = [...told.bootImageOf, ...told.usedBy];
    const deployments = [
      ...told.deployments,
      ...sequences.flatMap((one) => index.deploymentsOf(one.packageId)),
    ];
    const truly = truth.get(packageId);
    assert.deepEqual(ids(told.bootImageOf), [...(truly?.bootImageOf ?? [])].sort(), packageId);
    assert.deepEqual(ids(told.usedBy), [...(truly?.usedBy ?? [])].sort(), packageId);
    assert.deepEqual(
      [...new Set(deployments.map(({ id }) => id))].sort(),
      [...(truly?.deployments ?? [])].sort(),
    );
  }
  assert.deepEqual(
    needs.boundaryGroups.map(({ name, boundaries, dps }) => [name, boundaries, [...dps].sort()]),
    site.model.needs.boundaryGroups.map(({ name, boundaries, dps }) => [
      name,
      boundaries,
      dps.map(({ key }) => key).sort(),
    ]),
  );
};

describe('who needs the content of the demo site', () => {
  for (const release of ['1806', 'current'] as const)
    it(`is told as it truly is (small, release ${release})`, () => withSite({ release }, assertTruth));

  it('is told as it truly is, of any small site', () =>
    fc.assert(
      fc.asyncProperty(anySeed, anyRelease, (seed, release) => withSite({ seed, release }, assertTruth)),
      runs(5, 100),
    )).timeout(120_000);

  it('shows each sort of need, and DPs that a boundary group has alone', () =>
    withSite({}, async (site) => {
      const inventory = await read(site);
      const impact = new SiteImpact(inventory);
      const levels = new Set(site.model.packages.map(({ packageId }) => impact.ofPackage(packageId).level));
      for (const level of ['bootImage', 'taskSequence', 'unknown', 'none'] as const)
        assert.ok(levels.has(level), level);
      const leans = inventory.distributionPoints.map(({ key }) => impact.ofDp(key));
      assert.ok(leans.some(({ soleOf }) => soleOf > 0) && leans.some(({ groups }) => groups === 0));
    }));

  it('says nothing of deployments that are over', () =>
    withSite({}, async (site) => {
      const over = site.model.needs.deployments.filter(({ expires = Infinity }) => expires < now);
      const told = new Set((await needsOf(site)).deployments.map(({ id }) => id));
      assert.ok(over.length > 0);
      for (const { id } of over) assert.ok(!told.has(id));
    }));

  it('knows of a deployment that is not summarised from its advertisement, with its purpose', () =>
    withSite({ seed: 5 }, async (site) => {
      const unsummarised = site.model.needs.deployments.filter(
        ({ isSummarised, expires = Infinity }) => !isSummarised && expires > now,
      );
      assert.ok(unsummarised.length > 0);
      const told = new Map((await needsOf(site)).deployments.map((one) => [one.id, one]));
      for (const { id, purpose } of unsummarised) {
        assert.equal(told.get(id)?.purpose, purpose);
        assert.equal(told.get(id)?.intent, undefined);
      }
    }));
});

describe('what a site does not tell of who needs content', () => {
  it('is not read where it lacks a column, and the rest is told', () =>
    withSite({}, async (site) => {
      const needs = await needsOf(site, { dropColumns: { v_DeploymentSummary: ['DeploymentIntent'] } });
      assert.deepEqual(needs.notRead, ['deployments']);
      assert.equal(needs.taskSequences.length, site.model.needs.sequences.length);
      const inventory = { ...(await read(site)), needs };
      const impact = new SiteImpact(inventory);
      const levels = site.model.packages.map(({ packageId }) => impact.ofPackage(packageId));
      assert.ok(levels.every(({ level }) => level !== 'none'));
      assert.ok(
        levels.some(({ level, reason }) => level === 'unknown' && reason.includes('v_DeploymentSummary')),
      );
    }));

  it('leaves all of it unknown where the query fails, and keeps nothing else from being read', () =>
    withSite({}, async (site) => {
      const inventory = await read(site, { failQuery: 'impact' });
      assert.deepEqual(inventory.needs, unreadNeeds);
      assert.ok(inventory.packages.length > 0);
      const impact = new SiteImpact(inventory);
      const [one] = inventory.packages;
      assert.equal(impact.ofPackage(one?.packageId ?? '').level, 'unknown');
      assert.match(impact.ofDp(inventory.distributionPoints[0]?.key ?? ('' as never)).reason, /not read/);
    }));
});
