import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ContentSide } from '../../../extension/core/compare/comparison';
import { compareDps, type DpContent } from '../../../extension/core/compare/compareDps';
import { compareThreeWays, type LibrarySources } from '../../../extension/core/compare/threeWays';
import { heldVersion } from '../../../extension/core/compare/contentSide';
import type { Difference } from '../../../extension/core/compare/difference';
import { leftovers } from '../../../extension/core/compare/leftovers';
import { dpKey } from '../../../extension/core/content/nalPath';
import { libraryRoots, packageOfIni } from '../../../extension/core/library/pkgLib';
import { verdicts } from '../../../extension/core/reconcile/verdict';

const anyId = fc.constantFrom(...Array.from({ length: 8 }, (_, at) => `PS10000${at}`));

const anySide: fc.Arbitrary<ContentSide> = fc.record({
  kind: fc.constant('content' as const),
  verdict: fc.constantFrom(...verdicts),
  reason: fc.constantFrom('', 'because'),
  version: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  lastResult: fc.constant(undefined),
});

const anyContent: fc.Arbitrary<DpContent> = fc.option(
  fc.array(fc.tuple(anyId, anySide)).map((entries) => new Map(entries)),
  { nil: undefined, freq: 9 },
);

const mirrored: Readonly<Partial<Record<Difference, Difference>>> = {
  onlyLeft: 'onlyRight',
  onlyRight: 'onlyLeft',
  provedLeft: 'provedRight',
  provedRight: 'provedLeft',
};

const anyList = fc.option(
  fc.uniqueArray(anyId).map((ids) => new Set(ids)),
  { nil: undefined },
);

const anySources: fc.Arbitrary<LibrarySources> = fc.record({
  targets: fc.option(
    fc
      .array(fc.tuple(anyId, fc.option(fc.constantFrom(...verdicts), { nil: undefined })))
      .map((entries) => new Map(entries)),
    { nil: undefined },
  ),
  wmi: anyList,
  pkgLib: anyList,
  isSiteLibrary: fc.constantFrom(true, false, undefined),
});

describe('comparing two DPs', () => {
  it('says the same whichever stands first, of every package once', () =>
    fc.assert(
      fc.property(anyContent, anyContent, (left, right) => {
        const rows = compareDps(left, right);
        const ids = rows.map(({ packageId }) => packageId);
        assert.deepEqual(new Set(ids), new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])]));
        assert.equal(new Set(ids).size, ids.length);
        const turned = new Map(compareDps(right, left).map((row) => [row.packageId, row]));
        for (const { packageId, sides, difference } of rows) {
          const other = turned.get(packageId);
          assert.deepEqual(other?.sides, [...sides].reverse());
          assert.equal(other.difference, mirrored[difference] ?? difference);
        }
      }),
    ));

  it('calls what is compared with itself the same, or unknown', () =>
    fc.assert(
      fc.property(anyContent, (content) => {
        for (const { difference, sides } of compareDps(content, content)) {
          const [side] = sides;
          const isUnread = side?.kind === 'content' && side.verdict === 'unread';
          assert.equal(difference, isUnread ? 'unknown' : 'same');
        }
      }),
    ));
});

describe('comparing a DP with its lists', () => {
  it('names every package of any list once', () =>
    fc.assert(
      fc.property(anySources, (sources) => {
        const ids = compareThreeWays(sources).map(({ packageId }) => packageId);
        const all = [...(sources.targets?.keys() ?? []), ...(sources.wmi ?? []), ...(sources.pkgLib ?? [])];
        assert.deepEqual([...ids].sort(), [...new Set(all)].sort());
      }),
    ));

  it('never says without a list what it would not say whatever that list holds', () =>
    fc.assert(
      fc.property(anySources, anyList, (sources, unread) => {
        const withoutWmi = new Map(
          compareThreeWays({ ...sources, wmi: undefined }).map((row) => [row.packageId, row.difference]),
        );
        for (const { packageId, difference } of compareThreeWays({ ...sources, wmi: unread ?? new Set() })) {
          const told = withoutWmi.get(packageId);
          if (told !== undefined && told !== 'unknown') assert.equal(told, difference, packageId);
        }
      }),
    ));

  it('says what to do, and never to delete from a library that may be the site’s', () =>
    fc.assert(
      fc.property(anySources, (sources) => {
        for (const { difference, why } of compareThreeWays(sources)) {
          assert.equal(why === '', difference === 'same' || difference === 'unknown');
          if (sources.isSiteLibrary !== false) assert.doesNotMatch(why, /\.INI|redistribute/);
        }
      }),
    ));

  it('reaches the library at its drive, then at its share, and at nothing else', () => {
    const share = '\\\\dp.example\\SCCMContentLib$';
    assert.deepEqual(libraryRoots('dp.example', 'e:\\SCCMContentLib\\'), [
      '\\\\dp.example\\E$\\SCCMContentLib',
      share,
    ]);
    for (const odd of [undefined, '', 'E:', 'E:\\', '\\\\other\\share', 'E:\\..\\Windows', 'E:\\a|b'])
      assert.deepEqual(libraryRoots('dp.example', odd), [share], odd);
  });

  it('takes only package INIs for packages', () => {
    assert.equal(packageOfIni('ps10001a.ini'), 'PS10001A');
    for (const other of ['PS10001A.INI.bak', 'desktop.ini', 'PS10001A', 'Content_1.ini'])
      assert.equal(packageOfIni(other), undefined, other);
  });
});

describe('the version on a DP', () => {
  it('is the lower one of the summarizer and a newer validation', () => {
    const told = { summarized: 5, lastCopied: 100 };
    assert.equal(heldVersion({ ...told, validated: { version: 4, time: 200 } }), 4);
    assert.equal(heldVersion({ ...told, validated: { version: 4, time: 50 } }), 5);
    assert.equal(heldVersion({ ...told, validated: undefined }), 5);
    assert.equal(
      heldVersion({ summarized: undefined, lastCopied: undefined, validated: { version: 4, time: 1 } }),
      4,
    );
  });
});

describe('leftovers', () => {
  const [here, moved] = [
    dpKey('dp1.example', 'Windows NT Server'),
    dpKey('dp2.example', 'Windows NT Server'),
  ];
  const row = { packageId: 'PS100001', dpId: 7, state: 0, summarized: undefined } as const;
  const nothing = { someTarget: true, otherTargets: [], groupsRead: true, isGrouped: () => false };

  it('are not what is targeted under the NAL path of another site, nor what a group asks for', () => {
    const found = leftovers(
      [
        { ...row, dp: here },
        { ...row, dp: moved },
      ],
      {
        ...nothing,
        otherTargets: [{ packageId: 'PS100001', dp: moved }],
      },
    );
    assert.deepEqual(
      found.map(({ dp, difference }) => [dp, difference]),
      [[here, 'leftover']],
    );
    assert.deepEqual(leftovers([{ ...row, dp: here }], { ...nothing, isGrouped: () => true }), []);
  });

  it('are unknown where an account sees no target, or the DP that is gone may still be targeted', () => {
    const differenceOf = (...[rows, expecting]: Parameters<typeof leftovers>): unknown =>
      leftovers(rows, expecting)[0]?.difference;
    const gone = [{ ...row, dp: undefined }];
    assert.equal(differenceOf([{ ...row, dp: here }], { ...nothing, someTarget: false }), 'unknown');
    assert.equal(
      differenceOf(gone, { ...nothing, otherTargets: [{ packageId: 'PS100001', dp: undefined }] }),
      'unknown',
    );
    assert.equal(differenceOf(gone, nothing), 'leftover');
  });
});
