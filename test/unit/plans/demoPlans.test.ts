import assert from 'node:assert/strict';
import { repairNeed } from '../../../extension/core/reconcile/verdict';
import type { Plan } from '../../../extension/core/redistribute/plan';
import { withReadSite, type ReadSite } from './plannedSite';

const rules = ({ refused }: Plan): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { rule } of refused) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
};

describe('plans of the demo site', () => {
  for (const release of ['1806', 'current'] as const)
    it(`repair what lacks, each for a reason, and leave the rest for another (release ${release})`, () =>
      withReadSite({ seed: 3, release }, async (site) => {
        const plan = await site.plan('repair', ({ verdict }) => verdict !== 'validated');
        assert.equal(
          plan.steps.length + plan.refused.length,
          site.findings.filter(({ verdict }) => verdict !== 'validated').length,
        );
        const actions = new Set(plan.steps.map(({ action }) => action));
        assert.deepEqual([...actions].sort(), ['distribute', 'redistribute', 'validate']);
        for (const { verdict, action, reason, truth, instead } of plan.steps) {
          if (action === 'redistribute') assert.equal(verdict && repairNeed(verdict), 'yes');
          for (const text of [reason, truth, instead]) assert.match(text, /\w/);
        }
        for (const { reason } of plan.refused) assert.match(reason, /[.)]$/);
        assert.ok((rules(plan).get('inFlight') ?? 0) > 0, JSON.stringify([...rules(plan)]));
        assert.equal(
          plan.notes.some((note) => note.includes('maintenance')),
          release === '1806',
        );
      }));

  it('keep what was read of each pair, to be compared before it is written', () =>
    withReadSite({ seed: 3 }, async (site) => {
      const plan = await site.plan('redistribute', ({ verdict }) => verdict === 'missing');
      assert.ok(plan.steps.length > 0);
      for (const { before, nalPath, packageId } of plan.steps) {
        const [row] = site.engine.site.database.all(
          `SELECT State FROM v_PackageStatusDistPointsSumm WHERE PackageID = ? AND ServerNALPath = ?`,
          [packageId, nalPath],
        );
        assert.equal(before.state, row?.['State']);
        assert.equal(before.sourceVersion, versionOf(site, packageId));
      }
    }));

  it('update content of a package everywhere or not at all', () =>
    withReadSite({ seed: 3 }, async (site) => {
      const plan = await site.plan('updateContent', () => true);
      assert.ok(plan.steps.length > 0 && plan.refused.length > 0);
      for (const { packageId, reaches, bytes, before } of plan.steps) {
        const pairs = site.findings.filter((finding) => finding.packageId === packageId);
        assert.ok(pairs.every(({ verdict }) => verdict !== 'inFlight' && verdict !== 'stalled'));
        assert.ok(reaches.length > 0 && reaches.length <= pairs.length);
        const size = site.index.inventory.packages.find((one) => one.packageId === packageId)?.bytes;
        assert.equal(bytes, size === undefined ? undefined : size * reaches.length);
        assert.equal(before.sourceVersion, versionOf(site, packageId));
      }
    }));

  it('say of what they would remove who needs it', () =>
    withReadSite({ seed: 3 }, async (site) => {
      const plan = await site.plan('remove', () => true);
      assert.ok(plan.steps.some(({ cautions }) => /Boot image of|Used by/.test(cautions[0] ?? '')));
      assert.ok(plan.steps.every(({ verdict }) => verdict !== 'unread'));
    }));

  it('refuse what is under way by now, though it was not when it was read', () =>
    withReadSite({ seed: 3 }, async (site) => {
      const { engine } = site;
      const isMissing = ({ verdict }: { readonly verdict: string }): boolean => verdict === 'missing';
      const [step] = (await site.plan('redistribute', isMissing)).steps;
      assert.ok(step);
      const keys = { PackageID: step.packageId, ServerNALPath: step.nalPath, SiteCode: step.siteCode };
      const path = { className: 'SMS_DistributionPoint', keys };
      await engine.cim.put(engine.info.provider, path, { RefreshNow: true }, new AbortController().signal);
      await engine.advance(60_000);
      const again = await site.plan('redistribute', isMissing);
      const refused = again.refused.find(
        ({ packageId, dpName }) => packageId === step.packageId && dpName === step.dpName,
      );
      assert.equal(refused?.rule, 'inFlight');
    }));
});

const versionOf = ({ engine }: ReadSite, packageId: string): unknown =>
  engine.site.database.all('SELECT SourceVersion FROM v_Package WHERE PackageID = ?', [packageId])[0]?.[
    'SourceVersion'
  ];
