import assert from 'node:assert/strict';
import type { Comparison } from '../../../extension/core/compare/comparison';
import { countDifferences } from '../../../extension/core/compare/comparedView';
import type { SiteConnection } from '../../../extension/ports/siteConnection';
import { openComparing, withComparing, type Comparing } from './comparing';

const dpOf = (
  { engine }: Comparing,
  profile: string,
): Comparing['engine']['site']['model']['dps'][number] => {
  const dp = engine.site.model.dps.find((one) => one.profile === profile);
  assert.ok(dp !== undefined);
  return dp;
};

/** Where the side at this place is not known, and that nowhere a list is taken for empty. */
const assertUnknown = ({ rows }: Comparison, at: number): void => {
  assert.ok(rows.length > 0);
  for (const { sides, packageId } of rows) assert.equal(sides[at]?.kind, 'unknown', packageId);
};

describe('what a comparison could not read is unknown, never absent', () => {
  let shared: Awaited<ReturnType<typeof openComparing>>;
  before(async () => {
    shared = await openComparing({});
  });
  after(() => shared.close());
  beforeEach(() => shared.suffer({}));
  /** A site that all use, with nothing wrong at first. */
  const withShared = (use: (comparing: Comparing) => Promise<void>): Promise<void> => use(shared);

  it('WMI that stops answering half-way, and a library that may not be read', () =>
    withShared(async (comparing) => {
      const { compare, suffer } = comparing;
      const { key, server } = dpOf(comparing, 'weekly');
      const subject = { kind: 'library', dp: key } as const;

      suffer({ silentDps: [server] });
      const silent = await compare(subject);
      assertUnknown(silent, 1);
      assertUnknown(silent, 2);
      assert.match(silent.notRead.join('\n'), /WMI list: .*stopped answering[^]*PkgLib: .*does not answer/);
      assert.deepEqual(Object.keys(countDifferences(silent.rows)), ['unknown']);

      suffer({ closedLibraries: [server.toUpperCase()] });
      const closed = await compare(subject);
      assertUnknown(closed, 2);
      assert.match(
        closed.notRead.join('\n'),
        /^PkgLib: .*access is denied.*SCCMContentLib\$.*access is denied/,
      );
      const { onlyInPkgLib, notThere, same } = countDifferences(closed.rows);
      assert.deepEqual([onlyInPkgLib, notThere, same], [undefined, undefined, undefined]);
    }));

  it('a database that does not answer: the lists of the DP are still compared', () =>
    withShared(async (comparing) => {
      const { compare, suffer } = comparing;
      const { key } = dpOf(comparing, 'listsDisagree');
      suffer({ failQuery: 'targetedContent' });
      const library = await compare({ kind: 'library', dp: key });
      assertUnknown(library, 0);
      const { onlyInWmi = 0, onlyInPkgLib = 0, notTargeted, same } = countDifferences(library.rows);
      assert.ok(onlyInWmi > 0 && onlyInPkgLib > 0);
      assert.deepEqual([notTargeted, same], [undefined, undefined]);
      assert.match(library.notRead.join('\n'), /Site database: .*targetedContent/);
    }));

  it('cloud DPs, and a connection that cannot look into computers, say so', () =>
    withComparing({ instead: withoutComputers }, async (comparing) => {
      const { compare } = comparing;
      for (const profile of ['cloud', 'weekly']) {
        const library = await compare({ kind: 'library', dp: dpOf(comparing, profile).key });
        assertUnknown(library, 1);
        assertUnknown(library, 2);
        assert.match(
          library.notRead.join('\n'),
          profile === 'cloud' ? /cloud distribution point/ : /no way to/,
        );
      }
    }));

  it('lists of pairs: no package is called absent, and what groups ask for is still shown', () =>
    withShared(async ({ compare, suffer, index }) => {
      const group = index.inventory.groups.find(({ members }) => members.length > 1);
      assert.ok(group !== undefined);
      const [left, right] = group.members;
      assert.ok(left !== undefined && right !== undefined);
      suffer({ failQuery: 'targetedContent' });
      const dps = await compare({ kind: 'dps', left, right });
      assert.deepEqual(dps.rows, []);
      assert.match(dps.notRead.join(), /targetedContent/);
      const drift = await compare({ kind: 'dpDrift', dp: left });
      assertUnknown(drift, 1);
      const across = await compare({ kind: 'package', packageId: group.packageIds[0] ?? '' });
      assertUnknown(across, 0);
      assert.equal(across.rows.length, index.dps.size);
    }));

  it('versions, direct content and leftovers: the rest is compared, and the reason is told', () =>
    withShared(async ({ compare, suffer, index }) => {
      const [left, right] = [...index.dps.keys()];
      assert.ok(left !== undefined && right !== undefined);
      suffer({ failQuery: 'heldVersions' });
      const dps = await compare({ kind: 'dps', left, right });
      assert.ok(dps.rows.length > 20);
      assert.equal(countDifferences(dps.rows).otherVersion, undefined);
      assert.match(dps.notRead.join(), /heldVersions/);

      const [group] = index.inventory.groups;
      suffer({ failQuery: 'directContent' });
      const drift = await compare({ kind: 'groupDrift', groupId: group?.groupId ?? '' });
      assert.equal(countDifferences(drift.rows).onlyDirect, undefined);
      assert.match(drift.notRead.join(), /no group asks for.*directContent/);

      suffer({ failQuery: 'leftovers' });
      const leftovers = await compare({ kind: 'leftovers' });
      assert.deepEqual(leftovers.rows, []);
      assert.match(leftovers.notRead.join(), /"leftovers" failed/);
    }));

  it('groups: without them nothing is a leftover, and nothing is in no group', () =>
    withComparing(
      { faults: { dropColumns: { v_DPGroupMembers: ['DPNALPath'] } } },
      async ({ compare, index }) => {
        const leftovers = await compare({ kind: 'leftovers' });
        assert.ok(leftovers.rows.length > 0);
        for (const { dp, difference } of leftovers.rows)
          if (dp !== undefined) assert.equal(difference, 'unknown');
        const [dp] = index.dps.keys();
        assert.ok(dp !== undefined);
        const drift = await compare({ kind: 'dpDrift', dp });
        assert.deepEqual(Object.keys(countDifferences(drift.rows)), ['unknown']);
        assert.match(drift.notRead.join(), /does not show all of its groups/);
      },
    ));

  it('a comparison that is given up ends as such', () =>
    withShared(async ({ compare, index }) => {
      const [dp] = index.dps.keys();
      assert.ok(dp !== undefined);
      const given = new AbortController();
      const compared = compare({ kind: 'library', dp }, given.signal);
      given.abort();
      await assert.rejects(compared, { name: 'AbortError' });
    }));
});

const withoutComputers = ({ info, database, cim, clock }: Comparing['engine']): SiteConnection => ({
  info,
  database,
  cim,
  clock,
  onDidChange: () => () => undefined,
  close: () => Promise.resolve(),
});
