import assert from 'node:assert/strict';
import { cycleReport, type CycleReport, type CycleState } from '../../../extension/core/validate/cycleReport';
import type { DistributionPoint } from '../../../extension/core/content/distributionPoint';
import { addToTally, emptyTally } from '../../../extension/core/reconcile/tally';
import {
  cycleEnd,
  cycleStart,
  daysAgo,
  factsOf,
  hoursAgo,
  key,
  previousEnd,
  readAt,
  type PairCase,
} from '../reconcile/pairCase';

const monthly = '7D98898000280400';
const daily = '0001200000100008';

const reportOf = (of: PairCase, isSuspect = false): CycleReport => {
  const { site } = factsOf(of);
  const [dp] = site.inventory.distributionPoints;
  assert.ok(dp !== undefined);
  const tally = addToTally(addToTally(addToTally(emptyTally, 'validated', 97), 'missing', 3), 'noContent', 5);
  return cycleReport(
    dp,
    { facts: site, byDp: new Map([[key, tally]]), suspects: new Set(isSuspect ? [key] : []) },
    readAt,
  );
};

const noCycles = { lastEnd: undefined, previousEnd: undefined, startMark: undefined, newestStart: undefined };

const states: readonly (readonly [string, PairCase, CycleState])[] = [
  ['its last cycle ended', {}, 'finished'],
  ['a cycle began after the last one ended', { cycles: { newestStart: hoursAgo(1) } }, 'running'],
  ['a cycle began and never ended', { cycles: { ...noCycles, newestStart: daysAgo(3) } }, 'broken'],
  ['the lists disagree', { cycles: { newestBroken: hoursAgo(1) } }, 'broken'],
  ['the lists disagreed before the last cycle ended', { cycles: { newestBroken: daysAgo(3) } }, 'finished'],
  [
    'a cycle runs after the lists disagreed',
    { cycles: { newestBroken: hoursAgo(3), newestStart: hoursAgo(1) } },
    'running',
  ],
  ['no mark is kept', { cycles: undefined }, 'never'],
  ['validation is off', { dp: { validates: false } }, 'off'],
  [
    'validation is off, and one was started by hand',
    { dp: { validates: false }, cycles: { newestStart: hoursAgo(1) } },
    'running',
  ],
  ['it is a cloud DP', { dp: { isCloud: true }, cycles: undefined }, 'cloud'],
  ['status messages were not read', { notRead: ['messages'], cycles: undefined }, 'unread'],
];

describe('the validation cycles of a DP', () => {
  for (const [what, facts, state] of states)
    it(`are ${state} where ${what}`, () => {
      const report = reportOf(facts);
      assert.equal(report.state, state);
      assert.match(report.words, /\.$/);
    });

  it('tell when the last one began and ended, what it saw of what there is, and the one before', () => {
    const report = reportOf({});
    assert.equal(report.started, cycleStart);
    assert.equal(report.finished, cycleEnd);
    assert.equal(report.startEstimated, false);
    assert.equal(report.results, 100);
    assert.equal(report.expected, 100, 'pairs without content give no result');
    assert.equal(report.previousEnd, previousEnd);
    assert.equal(report.previousResults, 100);
    assert.deepEqual(report.notes, []);
    assert.equal(report.openSince, undefined);
  });

  it('tell since when one is open, beside the last that finished', () => {
    const report = reportOf({ cycles: { newestStart: hoursAgo(1) } });
    assert.equal(report.openSince, hoursAgo(1));
    assert.equal(report.finished, cycleEnd);
  });

  const notes: readonly (readonly [RegExp, PairCase, boolean])[] = [
    [/longer than messages are kept/, { dp: { validationSchedule: monthly } }, false],
    [/estimated/, { cycles: { startMark: undefined } }, false],
    [/no longer kept/, { cycles: { startMark: undefined, firstSeen: undefined } }, false],
    [
      /overdue/,
      { dp: { validationSchedule: daily }, cycles: { lastEnd: daysAgo(3), newestStart: daysAgo(4) } },
      false,
    ],
    [/lists disagreed \(2388\)/, { cycles: { newestBroken: hoursAgo(3), newestStart: hoursAgo(1) } }, false],
    [/^Suspect: 30 results, the cycle before gave 100\./, { cycles: { results: 30 } }, true],
    [/^Suspect: it left more than a fifth/, {}, true],
    [/Whether content validation is on was not read/, { dp: { validates: undefined } }, false],
  ];
  for (const [note, facts, isSuspect] of notes)
    it(`come with a note: ${note.source}`, () => {
      const report = reportOf(facts, isSuspect);
      assert.match(report.notes.join('\n'), note);
      assert.equal(report.isSuspect, isSuspect);
    });

  it('say nothing of a schedule that does not run', () => {
    const off: Partial<DistributionPoint> = { validates: false, validationSchedule: monthly };
    assert.deepEqual(reportOf({ dp: off }).notes, []);
    assert.equal(reportOf({ dp: off }).schedule, 'the last day of every month at 12:31');
    assert.equal(reportOf({ dp: { isCloud: true } }).schedule, '');
  });
});
