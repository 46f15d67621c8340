import assert from 'node:assert/strict';
import fc from 'fast-check';
import { budgetOf } from '../../../extension/core/redistribute/budget/budget';
import { elapsedThrough } from '../../../extension/core/redistribute/budget/openHours';
import { planLine, type PlanLine } from '../../../extension/core/redistribute/budget/planLine';
import { openHoursOf, ratesOf } from '../../../extension/core/redistribute/budget/scheduleText';
import { lackingOf } from '../../../extension/core/redistribute/lackingPair';
import { makePlan } from '../../../extension/core/redistribute/makePlan';
import type { PlaceNow } from '../../../extension/core/redistribute/planFacts';
import { durationText } from '../../../extension/core/redistribute/planSummary';
import { candidateOf, dpNamed, quiet, quietPlace } from './candidates';

const hour = 3_600_000;
const dp = dpNamed('dp1.contoso.com');
/** A Sunday at midnight, UTC. */
const sunday = Date.UTC(2026, 10, 22);
const nights = Array.from({ length: 168 }, (_, at) => (at % 24 < 6 ? '1' : '0')).join('');

const lineOf = (place: Partial<PlaceNow>, others: readonly number[] = []): PlanLine =>
  planLine(dp, { ...quietPlace, ...place }, place.speeds ?? [], others);

const { steps } = makePlan(
  'redistribute',
  ['P0100001', 'P0100002'].map((id) => candidateOf(id, dp, {}, { bytes: 3_600_000 })),
  quiet,
);

describe('the budget of a plan', () => {
  it('takes the time from what finished jobs took, with the spread between them', () => {
    const { time, lines } = budgetOf(steps, [lineOf({ speeds: [500, 1_000, 1_000, 1_000, 2_000] })], sunday);
    assert.deepEqual([lines[0]?.bytes, lines[0]?.steps], [7_200_000, 2]);
    assert.deepEqual(time, { kind: 'known', low: 2 * hour, middle: 2 * hour, high: 2 * hour });
    const spread = budgetOf(steps, [lineOf({ speeds: [500, 500, 1_000, 2_000, 2_000] })], sunday);
    assert.deepEqual(spread.time, { kind: 'known', low: hour, middle: 2 * hour, high: 4 * hour });
  });

  it('says that it is not known where no job tells it, and whose speed it is where others do', () => {
    const { time } = budgetOf(steps, [lineOf({})], sunday);
    assert.equal(time.kind, 'unknown');
    const [line] = budgetOf(steps, [lineOf({}, [1_000])], sunday).lines;
    assert.equal(line?.time.kind, 'known');
    assert.match(line.notes.join(), /speed of other DPs/);
  });

  it('counts closed hours, and says so where they could not be read', () => {
    const open = Array.from(nights, (one) => one === '1');
    const restricted = { hasSchedule: true, speeds: [250], openHours: open };
    const [line] = budgetOf(steps, [lineOf(restricted)], sunday).lines;
    // 8 hours of work: 6 in the first night, 2 in the second.
    assert.deepEqual(line?.time, { kind: 'known', low: 26 * hour, middle: 26 * hour, high: 26 * hour });
    const unread = budgetOf(steps, [lineOf({ ...restricted, openHours: undefined })], sunday).lines[0];
    assert.equal(unread?.time.kind, 'unknown');
    assert.match(unread.notes.join(), /hours, which were not read/);
  });

  it('lets a pull DP fetch at any hour', () => {
    const pull = { ...lineOf({ hasSchedule: true, limitsRate: true, speeds: [1_000] }), isPull: true };
    const [line] = budgetOf(steps, [pull], sunday).lines;
    assert.equal(line?.time.kind, 'known');
    assert.match(line.notes.join(), /schedules do not hold/);
  });

  it('takes at least the work, and exactly that while all hours are open', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 * 24 }), fc.nat({ max: 168 * 60 }), (hours, minutes) => {
        const start = sunday + minutes * 60_000;
        assert.equal(elapsedThrough('1'.repeat(168), start, hours * hour), hours * hour);
        const atNight = elapsedThrough(nights, start, hours * hour) ?? NaN;
        assert.ok(atNight >= hours * hour && atNight <= (hours * 4 + 24) * hour, `${atNight / hour} h`);
        assert.equal(elapsedThrough('0'.repeat(168), start, hours * hour), undefined);
      }),
    ));
});

describe('schedules of a line', () => {
  it('are read where they hold the numbers that the site has, and are else not understood', () => {
    assert.deepEqual(ratesOf(Array(24).fill(50).join(',')), Array(24).fill(50));
    for (const text of [undefined, '', '50', Array(24).fill(101).join(','), `${Array(24).fill(5).join()},x`])
      assert.equal(ratesOf(text), undefined);
    const usage = Array.from({ length: 168 }, (_, at) => (at === 3 ? 4 : 1)).join(' ');
    assert.equal(openHoursOf(usage)?.filter((open) => !open).length, 1);
    assert.equal(openHoursOf('A'.repeat(168)), undefined);
  });
});

describe('durations in words', () => {
  for (const [milliseconds, words] of [
    [400, '1 s'],
    [59_000, '1 min'],
    [90 * 60_000, '1 h 30 min'],
    [2 * hour, '2 h'],
    [100 * hour, '4 days'],
  ] as const)
    it(words, () => assert.equal(durationText(milliseconds), words));
});

describe('what a DP lacks of another', () => {
  const other = dpNamed('dp2.contoso.com');
  const pair = (id: string, at: typeof dp, verdict: 'validated' | 'missing' | 'removing' | 'notTargeted') =>
    candidateOf(id, at, { verdict }).finding;

  it('is what the other has or is to have, and the DP has no target of', () => {
    const lacking = lackingOf(
      [pair('A', other, 'validated'), pair('B', other, 'missing'), pair('C', other, 'removing')].concat(
        pair('D', other, 'validated'),
        pair('E', other, 'validated'),
      ),
      [pair('D', dp, 'missing'), pair('E', dp, 'notTargeted')],
      dp,
      other.serverName,
    );
    assert.deepEqual(
      lacking.map(({ packageId, dp: at, nalPath, verdict }) => [packageId, at, nalPath, verdict]),
      ['A', 'B', 'E'].map((id) => [id, dp.key, dp.nalPath, 'notTargeted']),
    );
  });
});
