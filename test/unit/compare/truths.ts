import assert from 'node:assert/strict';
import type { Side } from '../../../extension/core/compare/comparison';
import type { DpGroup } from '../../../extension/core/content/dpGroup';
import type { Difference } from '../../../extension/core/compare/difference';
import type { DemoDp } from '../../../extension/adapters/demo/site/demoDp';
import { pairId } from '../../../extension/core/reconcile/pairId';
import { tallyClass } from '../../../extension/core/reconcile/tally';
import type { Verdict } from '../../../extension/core/reconcile/verdict';
import { byPackage, keysOf, truthOf, type Comparing } from './comparing';

/** One thing that comparisons say of a site, held against what is truly so. */
type Truth = readonly [what: string, holds: (comparing: Comparing) => Promise<void>];

/** What sets two DPs apart, told from the truth alone; versions may differ besides. */
const apart = (left: string | undefined, right: string | undefined): readonly (Difference | undefined)[] => {
  if (left === undefined && right === undefined) return [undefined];
  if (left === undefined) return ['onlyRight'];
  if (right === undefined) return ['onlyLeft'];
  if (left === 'unread' || right === 'unread') return ['unknown'];
  if (left === 'validated' && right !== 'validated') return ['provedLeft'];
  if (right === 'validated' && left !== 'validated') return ['provedRight'];
  return left === right ? ['same', 'otherVersion'] : ['otherVerdict', 'otherVersion'];
};

const ofDps: Truth = [
  'two DPs: what is expected and proved on one only',
  async (comparing) => {
    const { dps, packages } = comparing.engine.site.model;
    for (const [at, left] of dps.slice(0, 7).entries()) {
      const right = dps[at + 5];
      assert.ok(right !== undefined);
      const found = byPackage(await comparing.compare({ kind: 'dps', left: left.key, right: right.key }));
      for (const { packageId } of packages) {
        const wanted = apart(
          truthOf(comparing, packageId, left.key),
          truthOf(comparing, packageId, right.key),
        );
        assertOneOf(found.get(packageId), wanted, `${packageId} on ${left.server} and ${right.server}`);
      }
    }
  },
];

/** Of every pair that the site knows, those of the package too that v_Package leaves out. */
const packageIdsOf = ({ engine }: Comparing): readonly string[] => [
  ...new Set([...engine.site.truth.pairs.keys()].map((pair) => pair.slice(0, pair.indexOf('@')))),
];

const ofDpDrift: Truth = [
  'a DP and its groups: what they ask for in vain, what they never asked for',
  async (comparing) => {
    const { engine, index, compare } = comparing;
    for (const { key } of engine.site.model.dps) {
      const { rows } = await compare({ kind: 'dpDrift', dp: key });
      const expected = packageIdsOf(comparing).flatMap((packageId) => {
        const verdict = truthOf(comparing, packageId, key);
        return verdict === undefined ? [] : { packageId, verdict };
      });
      const idsOf = (pairs: readonly { packageId: string }[]): readonly string[] =>
        pairs.map(({ packageId }) => `${packageId}@`).sort();
      assert.deepEqual(
        keysOf(rows, 'notOnMember'),
        idsOf(expected.filter(({ verdict }) => verdict === 'notTargeted')),
      );
      assert.deepEqual(
        keysOf(rows, 'onlyDirect'),
        idsOf(
          expected.filter(
            ({ packageId, verdict }) =>
              verdict !== 'removing' && index.groupNamesOfPair(packageId, key).length === 0,
          ),
        ),
      );
    }
  },
];

const ofGroupDrift: Truth = [
  'a group and its members: who lacks what, and what no group asked for',
  async (comparing) => {
    const { engine, index, compare } = comparing;
    let lacks = 0;
    for (const { groupId, members, packageIds } of index.inventory.groups) {
      const found = byPackage(await compare({ kind: 'groupDrift', groupId }));
      for (const packageId of packageIdsOf(comparing)) {
        const lacking = members.some((dp) => truthOf(comparing, packageId, dp) === 'notTargeted');
        const direct = members.some(
          (dp) =>
            index.groupNamesOfPair(packageId, dp).length === 0 &&
            engine.site.truth.pairs.has(pairId(packageId, dp)),
        );
        if (lacking) lacks++;
        const inside = lacking ? 'notOnMember' : 'same';
        const outside = direct ? 'onlyDirect' : undefined;
        assert.equal(found.get(packageId), packageIds.includes(packageId) ? inside : outside, packageId);
      }
    }
    assert.ok(lacks > 0);
  },
];

const ofGroups: Truth = [
  'two groups: packages, members and how they stand',
  async (comparing) => {
    const [left, right] = comparing.index.inventory.groups;
    assert.ok(left !== undefined && right !== undefined);
    const { rows } = await comparing.compare({ kind: 'groups', left: left.groupId, right: right.groupId });
    const both: readonly DpGroup[] = [left, right];
    const packages = new Set([...left.packageIds, ...right.packageIds]);
    const members = new Set([...left.members, ...right.members]);
    assert.equal(rows.length, packages.size + members.size);
    for (const { packageId, dp, sides } of rows)
      for (const [at, group] of both.entries()) {
        const dps = group.members.filter((member) => dp === undefined || member === dp);
        const ids = group.packageIds.filter((id) => packageId === undefined || id === packageId);
        const cells = dps.flatMap((member) => ids.map((id) => truthOf(comparing, id, member)));
        const side: Side | undefined = sides[at];
        if (cells.length === 0) {
          assert.equal(side?.kind, 'absent');
          continue;
        }
        assert.ok(side?.kind === 'tally');
        assert.equal(side.tally.expected, cells.length);
        assert.equal(side.tally.validated, cells.filter((verdict) => verdict === 'validated').length);
      }
  },
];

const classDifferences: Readonly<Record<ReturnType<typeof tallyClass>, Difference>> = {
  problems: 'problem',
  running: 'running',
  stale: 'stale',
  unknown: 'notProved',
  validated: 'same',
  nothing: 'same',
};

const ofPackage: Truth = [
  'a package on every DP: the verdict on each',
  async (comparing) => {
    const { packages, dps } = comparing.engine.site.model;
    for (const { packageId } of packages.slice(0, 20)) {
      const { rows } = await comparing.compare({ kind: 'package', packageId });
      assert.ok(rows.length >= dps.length);
      for (const { dp, sides, difference } of rows) {
        assert.ok(dp !== undefined);
        const verdict = truthOf(comparing, packageId, dp) as Verdict | undefined;
        const [side] = sides;
        assert.equal(side?.kind === 'content' ? side.verdict : undefined, verdict, `${packageId} on ${dp}`);
        const told = verdict === undefined ? 'notExpected' : classDifferences[tallyClass(verdict)];
        const wanted = verdict === 'unread' ? 'unknown' : told;
        assertOneOf(difference, wanted === 'same' ? ['same', 'otherVersion'] : [wanted], packageId);
      }
    }
  },
];

const ofLeftovers: Truth = [
  'leftovers: what nothing but v_ContentDistribution knows',
  async ({ engine, compare }) => {
    const { rows } = await compare({ kind: 'leftovers' });
    const truly = [...engine.site.truth.notExpected].filter(([, id]) => id === 'leftover');
    assert.deepEqual(keysOf(rows, 'leftover'), truly.map(([pair]) => pair).sort());
    // Of a DP that is gone only its number is left, and what is still targeted to it is none.
    for (const { difference, goneDp } of rows) assert.ok(difference === 'leftover' || goneDp !== undefined);
    for (const { key } of engine.site.model.dps.slice(0, 4)) {
      const ofDp = await compare({ kind: 'leftovers', dp: key });
      assert.deepEqual(
        keysOf(ofDp.rows, 'leftover'),
        keysOf(rows, 'leftover').filter((pair) => pair.endsWith(`@${key}`)),
      );
    }
  },
];

/** How the lists of a DP stand to each other and to the site, from what truly lies there. */
const listed = ({ engine }: Comparing, packageId: string, dp: DemoDp): Difference | undefined => {
  if (engine.libraries.damageOf(dp).inis.get(packageId) === 'folder') return 'unknown';
  const { disagreements, contents, truth } = engine.site;
  const disagreement = disagreements.of(dp.key).get(packageId);
  if (disagreement !== undefined) return disagreement;
  const pair = pairId(packageId, dp.key);
  const verdict = truth.pairs.get(pair)?.verdict;
  if (verdict === undefined || verdict === 'notTargeted') return undefined;
  if (contents.of(pair).content !== 'absent') return 'same';
  const standing = tallyClass(verdict);
  if (standing === 'running') return 'onTheWay';
  return standing === 'nothing' ? 'same' : 'notThere';
};

const ofLibraries: Truth = [
  'the lists of a DP and the site: who has what',
  async (comparing) => {
    const { dps, packages } = comparing.engine.site.model;
    const kinds = new Set<Difference>();
    for (const dp of dps.filter(({ isCloud }) => !isCloud)) {
      const library = await comparing.compare({ kind: 'library', dp: dp.key });
      assert.deepEqual(library.notRead, []);
      const found = byPackage(library);
      for (const { packageId, exists } of packages) {
        const wanted = listed(comparing, packageId, dp) ?? (dp.isSiteServer && exists ? 'same' : undefined);
        assert.equal(found.get(packageId), wanted, `${packageId} in the lists of ${dp.server}`);
      }
      for (const { difference } of library.rows) kinds.add(difference);
    }
    for (const kind of ['onlyInWmi', 'onlyInPkgLib', 'notTargeted', 'notThere', 'onTheWay', 'same'] as const)
      assert.ok(kinds.has(kind), `No DP shows ${kind}.`);
  },
];

const assertOneOf = (got: unknown, wanted: readonly unknown[], where: string): void =>
  assert.ok(wanted.includes(got), `${where}: ${String(got)}, not ${wanted.join(' or ')}`);

export const truths: readonly Truth[] = [
  ofDps,
  ofDpDrift,
  ofGroups,
  ofGroupDrift,
  ofPackage,
  ofLeftovers,
  ofLibraries,
];
