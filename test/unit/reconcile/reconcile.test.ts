import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dpKey } from '../../../extension/core/content/nalPath';
import type { SiteInventory } from '../../../extension/core/content/siteInventory';
import { reconcile } from '../../../extension/core/reconcile/reconcile';
import { tallies } from '../../../extension/core/reconcile/tallies';
import { emptyTally, tallyClass, type Tally } from '../../../extension/core/reconcile/tally';
import { blocksWrite, repairNeed, verdicts } from '../../../extension/core/reconcile/verdict';
import { factsOf, key, message, hoursAgo } from './pairCase';

const total = ({ expected: _, ...classes }: Tally): number =>
  Object.values(classes).reduce((sum, count) => sum + count, 0);

const dps = ['dp1', 'dp2', 'dp3'].map((server) => dpKey(server, 'Windows NT Server'));
const packageIds = ['P0100001', 'P0100002', 'P0100003', 'P0100004'];

const inventoryOf = (members: readonly (typeof dps)[number][], content: readonly string[]): SiteInventory => {
  const { site } = factsOf();
  const [dp] = site.inventory.distributionPoints;
  const [what] = site.inventory.packages;
  assert.ok(dp !== undefined && what !== undefined);
  return {
    ...site.inventory,
    distributionPoints: dps.map((of) => ({ ...dp, key: of })),
    packages: packageIds.map((packageId) => ({ ...what, packageId })),
    groups: [{ groupId: 'g', name: 'g', description: '', members, packageIds: content }],
  };
};

describe('tallies', () => {
  it('count each pair once per site, DP and package, sent or discarded, and each cell once per group', () =>
    fc.assert(
      fc.property(
        fc.subarray(dps),
        fc.subarray(packageIds),
        fc.array(fc.option(fc.constantFrom(...verdicts)), { minLength: 12, maxLength: 12 }),
        (members, content, states) => {
          const pairs = packageIds.flatMap((packageId) => dps.map((dp) => ({ packageId, dp })));
          const findings = pairs.flatMap((pair, index) => {
            const verdict = states[index];
            return verdict ? [{ ...pair, verdict }] : [];
          });
          const plain = pairs.filter((_, index) => !states[index]);
          const byDp = new Map(dps.map((dp) => [dp, plain.filter((one) => one.dp === dp).length]));
          const byPackage = new Map(
            packageIds.map((id) => [id, plain.filter(({ packageId }) => packageId === id).length]),
          );
          const counted = tallies(inventoryOf(members, content), { byDp, byPackage }, findings);
          const all = [
            counted.site,
            ...counted.byDp.values(),
            ...counted.byPackage.values(),
            ...counted.byGroup.values(),
          ];
          for (const tally of all) assert.equal(tally.expected, total(tally));
          assert.equal(counted.site.expected, pairs.length);
          for (const dp of dps) assert.equal(counted.byDp.get(dp)?.expected, packageIds.length);
          for (const id of packageIds) assert.equal(counted.byPackage.get(id)?.expected, dps.length);
          assert.equal(counted.byGroup.get('g')?.expected, members.length * content.length);
          const validated = findings.filter(({ verdict }) => verdict === 'validated').length + plain.length;
          assert.equal(counted.byVerdict.validated ?? 0, validated);
          const problems = findings.filter(({ verdict }) => repairNeed(verdict) !== 'no').length;
          assert.equal(counted.site.problems, problems);
        },
      ),
    ));

  it('show DPs, packages and groups that hold nothing', () => {
    const counted = tallies(inventoryOf([], []), { byDp: new Map(), byPackage: new Map() }, []);
    assert.deepEqual(
      [...counted.byDp.values()],
      dps.map(() => emptyTally),
    );
    assert.deepEqual(counted.byGroup.get('g'), emptyTally);
  });
});

describe('reconcile', () => {
  it('flags the findings of a suspect DP and of no other', () => {
    const { site, pair } = factsOf({ messages: [] });
    const lost = Array.from({ length: 21 }, (_, index) => ({ ...pair, packageId: `P01000${index + 20}` }));
    const [what] = site.inventory.packages;
    assert.ok(what !== undefined);
    const packages = lost.map(({ packageId }) => ({ ...what, packageId }));
    const told = reconcile({ ...site, inventory: { ...site.inventory, packages } }, lost);
    assert.deepEqual(told.suspectDps, [key]);
    assert.ok(told.findings.every(({ verdict, suspectCycle }) => verdict === 'missing' && suspectCycle));

    const few = reconcile({ ...site, inventory: { ...site.inventory, packages } }, lost.slice(1));
    assert.deepEqual(few.suspectDps, []);
    assert.ok(few.findings.every(({ suspectCycle }) => !suspectCycle));
  });

  it('counts what it finds', () => {
    const { site, pair } = factsOf({ messages: [message(2382, hoursAgo(9))] });
    const told = reconcile({ ...site, discarded: { byDp: new Map([[key, 4]]), byPackage: new Map() } }, [
      pair,
    ]);
    assert.deepEqual(told.byVerdict, { hashFailed: 1, validated: 4 });
    assert.deepEqual(told.site, { ...emptyTally, expected: 5, validated: 4, problems: 1 });
  });
});

describe('verdicts', () => {
  it('ask for repair as the contract says', () => {
    const of = (need: ReturnType<typeof repairNeed>): readonly string[] =>
      verdicts.filter((verdict) => repairNeed(verdict) === need).sort();
    assert.deepEqual(of('yes'), [
      'corrupt',
      'distributionFailed',
      'filesMissing',
      'hashFailed',
      'missing',
      'oldVersion',
    ]);
    assert.deepEqual(of('ask'), ['cancelled', 'notTargeted']);
  });

  it('that need repair block no write; those not known or on their way do', () => {
    for (const verdict of verdicts)
      assert.ok(!(blocksWrite(verdict) && repairNeed(verdict) !== 'no'), verdict);
    for (const verdict of ['unread', 'inFlight', 'stalled', 'removing', 'siteProcessing'] as const)
      assert.ok(blocksWrite(verdict), verdict);
  });

  it('that say nothing is proved are never counted as validated', () => {
    for (const verdict of verdicts)
      assert.equal(tallyClass(verdict) === 'validated', verdict === 'validated', verdict);
  });
});
