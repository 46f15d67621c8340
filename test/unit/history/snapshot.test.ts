import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { decodeSnapshot, SnapshotError } from '../../../extension/core/history/decodeSnapshot';
import { changeAt, diffSnapshots, type PairChange } from '../../../extension/core/history/diffSnapshots';
import { encodeSnapshot } from '../../../extension/core/history/encodeSnapshot';
import { pairAt } from '../../../extension/core/history/pairSet';
import { verdictIn, type Snapshot } from '../../../extension/core/history/snapshot';
import { pairId, type PairId } from '../../../extension/core/reconcile/pairId';
import { tallyClass } from '../../../extension/core/reconcile/tally';
import type { Verdict } from '../../../extension/core/reconcile/verdict';
import { anyPairs, anySnapshot, pair, snapshotOf } from './snapshots';

const asMap = (snapshot: Snapshot): ReadonlyMap<PairId, Verdict> =>
  new Map(
    Array.from(snapshot.places, (place, index) => {
      const { packageId, dp } = pairAt(snapshot, place);
      return [pairId(packageId, dp), verdictIn(snapshot, index)];
    }),
  );
const changesOf = (a: Snapshot, b: Snapshot): readonly PairChange[] => {
  const diff = diffSnapshots(a, b);
  return Array.from(diff.places, (_, index) => changeAt(diff, index));
};
const sorted = (map: ReadonlyMap<PairId, Verdict>): readonly (readonly [string, string])[] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1));

describe('a snapshot', () => {
  it('holds each pair that was not validated, with its verdict', () =>
    fc.assert(
      fc.property(anyPairs(), (pairs) => {
        const expected = pairs
          .filter(({ verdict }) => verdict !== 'validated')
          .map(({ packageId, dp, verdict }) => [pairId(packageId, dp), verdict] as const);
        assert.deepEqual(sorted(asMap(snapshotOf(pairs))), sorted(new Map(expected)));
      }),
    ));

  it('is the same after it was stored', () =>
    fc.assert(
      fc.property(anySnapshot(), (snapshot) => {
        const text = encodeSnapshot(snapshot);
        const read = decodeSnapshot(text);
        assert.deepEqual(
          { ...read, byDp: sorted(read.byDp as never) },
          { ...snapshot, byDp: sorted(snapshot.byDp as never) },
        );
        assert.equal(encodeSnapshot(read), text);
      }),
    ));

  it('takes a few bytes a pair', () => {
    const pairs = Array.from({ length: 20_000 }, (_, index) =>
      pair(Math.floor(index / 40), (index * 7) % 40, index % 11 === 0 ? 'missing' : 'cycleNever'),
    );
    assert.ok(gzipSync(encodeSnapshot(snapshotOf(pairs))).length < 2 * pairs.length);
  });

  it('is refused when any part of the file is lost or changed', () =>
    fc.assert(
      fc.property(
        anySnapshot().map(encodeSnapshot),
        fc.nat(),
        fc.constantFrom('', '[', '-1', '"x"'),
        (text, at, put) => {
          const from = at % text.length;
          const changed = text.slice(0, from) + put + text.slice(from + 1);
          try {
            decodeSnapshot(changed);
          } catch (error) {
            assert.ok(error instanceof SnapshotError, String(error));
          }
          assert.throws(() => decodeSnapshot(text.slice(0, from)), SnapshotError);
        },
      ),
    ));
});

describe('the difference of two snapshots', () => {
  it('is empty for a snapshot and itself', () =>
    fc.assert(fc.property(anySnapshot(), (one) => assert.equal(changesOf(one, one).length, 0))));

  it('makes the second of the first', () =>
    fc.assert(
      fc.property(anySnapshot(), anySnapshot(), (a, b) => {
        const made = new Map(asMap(a));
        for (const { packageId, dp, before, after } of changesOf(a, b)) {
          const id = pairId(packageId, dp);
          assert.equal(made.get(id) ?? 'validated', before);
          if (after === 'validated') made.delete(id);
          else made.set(id, after);
        }
        assert.deepEqual(sorted(made), sorted(asMap(b)));
      }),
    ));

  it('is the other way round from the second to the first', () =>
    fc.assert(
      fc.property(anySnapshot(), anySnapshot(), (a, b) => {
        const kinds = { new: 'cleared', cleared: 'new', changed: 'changed' } as const;
        assert.deepEqual(
          changesOf(b, a),
          changesOf(a, b).map(({ kind, before, after, ...rest }) => ({
            ...rest,
            kind: kinds[kind],
            before: after,
            after: before,
          })),
        );
      }),
    ));

  it('calls new what is a problem now and was none, and cleared what is none any more', () => {
    const kindOf = (before: Verdict, after: Verdict): string | undefined =>
      changesOf(snapshotOf([pair(1, 1, before)]), snapshotOf([pair(1, 1, after)]))[0]?.kind;
    assert.equal(kindOf('validated', 'missing'), 'new');
    assert.equal(kindOf('stale', 'hashFailed'), 'new');
    assert.equal(kindOf('missing', 'inFlight'), 'cleared');
    assert.equal(kindOf('missing', 'validated'), 'cleared');
    assert.equal(kindOf('missing', 'corrupt'), 'changed');
    assert.equal(kindOf('unread', 'stale'), 'changed');
  });

  it('counts as many problems more as there are new ones less those cleared', () =>
    fc.assert(
      fc.property(anySnapshot(), anySnapshot(), (a, b) => {
        const problems = (one: Snapshot): number =>
          [...asMap(one).values()].filter((verdict) => tallyClass(verdict) === 'problems').length;
        const count = (kind: string): number => changesOf(a, b).filter((one) => one.kind === kind).length;
        assert.equal(problems(b) - problems(a), count('new') - count('cleared'));
      }),
    ));
});
