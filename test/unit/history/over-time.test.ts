import assert from 'node:assert/strict';
import fc from 'fast-check';
import { afterSnapshot, flappingPairs, noFlapping } from '../../../extension/core/history/flapping';
import { pairAt } from '../../../extension/core/history/pairSet';
import { defaultRetention, outlived, type StoredSpan } from '../../../extension/core/history/retention';
import { thinnedTrend } from '../../../extension/core/history/trend';
import { yesterdayOf } from '../../../extension/core/history/yesterday';
import { pairId } from '../../../extension/core/reconcile/pairId';
import { emptyTally } from '../../../extension/core/reconcile/tally';
import { verdicts, type Verdict } from '../../../extension/core/reconcile/verdict';
import { pair, snapshotOf } from './snapshots';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.UTC(2026, 10, 21, 12);

const flaps = (...course: readonly (Verdict | undefined)[]): boolean => {
  const state = course
    .map((verdict) => snapshotOf(verdict === undefined ? [] : [pair(1, 1, verdict)]))
    .reduce(afterSnapshot, noFlapping);
  return flappingPairs(state).places.length > 0;
};

describe('flapping pairs', () => {
  it('are those whose problem came back twice', () => {
    assert.equal(flaps('missing', undefined, 'missing'), false);
    assert.equal(flaps('missing', undefined, 'missing', 'validated', 'hashFailed'), true);
    assert.equal(flaps(undefined, 'missing', undefined, 'missing', undefined, 'missing', undefined), true);
  });

  it('are not those that could not be read, or were on their way, in between', () => {
    assert.equal(flaps('missing', 'unread', 'missing', 'inFlight', 'missing', 'stale', 'missing'), false);
    assert.equal(flaps('missing', 'inFlight', undefined, 'unread', 'missing', undefined, 'corrupt'), true);
  });

  it('are told pair by pair, whatever the others do', () => {
    const course = fc.array(fc.option(fc.constantFrom(...verdicts), { nil: undefined }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(course, { minLength: 2, maxLength: 4 }), (courses) => {
        const length = Math.max(...courses.map((one) => one.length));
        const padded = courses.map((one) => [...one, ...Array<undefined>(length - one.length)]);
        const state = Array.from({ length }, (_, step) =>
          snapshotOf(
            padded.flatMap((one, number) => {
              const verdict = one[step];
              return verdict === undefined ? [] : [pair(number, (number * 5) % 3, verdict)];
            }),
          ),
        ).reduce(afterSnapshot, noFlapping);
        const found = flappingPairs(state);
        const ids = new Set<string>(
          Array.from(found.places, (place) => {
            const { packageId, dp } = pairAt(found, place);
            return pairId(packageId, dp);
          }),
        );
        for (const [number, one] of padded.entries()) {
          const { packageId, dp } = pair(number, (number * 5) % 3, 'missing');
          assert.equal(ids.has(pairId(packageId, dp)), flaps(...one));
        }
      }),
    );
  });
});

describe('yesterday', () => {
  const at = (hoursAgo: number, until = hoursAgo) => ({
    since: now - hoursAgo * hour,
    until: now - until * hour,
  });

  it('is the newest snapshot of about a day ago or before', () => {
    assert.deepEqual(yesterdayOf([at(72), at(23.5), at(12), at(0)], now), at(23.5));
    assert.equal(yesterdayOf([at(22), at(1)], now), undefined);
    assert.equal(yesterdayOf([at(72)].slice(1), now), undefined);
  });

  it('is the one that held then, even when it still does', () => {
    assert.deepEqual(yesterdayOf([at(200), at(50, 0)], now), at(50, 0));
  });
});

describe('what is kept of a history', () => {
  const spans = fc
    .uniqueArray(fc.integer({ min: 0, max: 200 * 24 }), { minLength: 1, maxLength: 120 })
    .chain((hours) =>
      fc.tuple(
        ...hours.map((hoursAgo) => fc.tuple(fc.constant(hoursAgo), fc.integer({ min: 1, max: 1000 }))),
      ),
    )
    .map((pairs) =>
      pairs.map(([hoursAgo, bytes]): StoredSpan => {
        const since = now - hoursAgo * hour;
        return { since, until: since, bytes };
      }),
    );
  const keptOf = (all: readonly StoredSpan[], limits = defaultRetention): readonly StoredSpan[] => {
    const gone = new Set(outlived(all, limits));
    return all.filter((one) => !gone.has(one));
  };

  it('is all of two days, then one a day, for ninety days', () =>
    fc.assert(
      fc.property(spans, (all) => {
        const kept = keptOf(all);
        const newest = Math.max(...all.map(({ since }) => since));
        for (const one of all) {
          const age = newest - one.since;
          if (age <= 2 * day) assert.ok(kept.includes(one));
          else if (age > 90 * day) assert.ok(!kept.includes(one));
          else
            assert.equal(
              kept.filter(
                ({ since }) =>
                  Math.floor(since / day) === Math.floor(one.since / day) && newest - since > 2 * day,
              ).length <= 1,
              true,
            );
          if (age > 2 * day && age <= 90 * day)
            assert.ok(kept.some(({ since }) => Math.floor(since / day) === Math.floor(one.since / day)));
        }
      }),
    ));

  it('never grows beyond its limits, and always holds the newest', () =>
    fc.assert(
      fc.property(
        spans,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 5000 }),
        (all, most, bytes) => {
          const kept = keptOf(all, { ...defaultRetention, mostSnapshots: most, mostBytes: bytes });
          const newest = Math.max(...all.map(({ since }) => since));
          assert.ok(kept.some(({ since }) => since === newest));
          assert.ok(kept.length <= most);
          assert.ok(kept.length === 1 || kept.reduce((sum, one) => sum + one.bytes, 0) <= bytes);
        },
      ),
    ));

  it('still knows yesterday when a busy hour fills it', () => {
    const busy = Array.from({ length: 300 }, (_, index) => now - index * 10_000);
    const days = Array.from({ length: 60 }, (_, index) => now - (index + 1) * day);
    const all = [...busy, ...days].map((since): StoredSpan => ({ since, until: since, bytes: 100 }));
    const kept = keptOf(all, { ...defaultRetention, mostSnapshots: 80 });
    assert.ok(kept.some(({ since }) => since === now - day));
    assert.ok(kept.some(({ since }) => since === now - 30 * day));
  });
});

describe('a trend', () => {
  const points = fc
    .array(fc.nat(50), { minLength: 1, maxLength: 200 })
    .map((counts) => counts.map((problems, index) => ({ time: index, tally: { ...emptyTally, problems } })));

  it('keeps its ends, its order and its worst point however few points there is room for', () =>
    fc.assert(
      fc.property(points, fc.integer({ min: 3, max: 40 }), (all, most) => {
        const kept = thinnedTrend(all, most);
        const worst = (list: typeof all): number => Math.max(...list.map(({ tally }) => tally.problems));
        assert.ok(kept.length <= Math.max(most, 1));
        assert.deepEqual([kept[0], kept.at(-1)], [all[0], all.at(-1)]);
        assert.equal(worst([...kept]), worst(all));
        assert.deepEqual(
          kept.map(({ time }) => time),
          kept.map(({ time }) => time).toSorted((a, b) => a - b),
        );
      }),
    ));
});
