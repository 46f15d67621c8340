import {
  cycleEnd,
  cycleStart,
  daysAgo,
  hoursAgo,
  message,
  pass,
  previousEnd,
  type PairCase,
} from './pairCase';
import { verdictTable } from './verdictTable';

/** No result since it was placed. */
const unproved: PairCase = { messages: [] };
const placedBy = (time: number): PairCase => ({ messages: [], target: { lastRefresh: time } });
const neverEnded: PairCase['cycles'] = { lastEnd: undefined, previousEnd: undefined, startMark: undefined };

describe('verdicts 15 and 19: placed after the cycle began, or before', () => {
  verdictTable([
    ['placed just before', placedBy(cycleStart - 1), 'missing'],
    ['placed at the start', placedBy(cycleStart), 'newSinceCycle'],
    ['placed within the cycle', placedBy(hoursAgo(9)), 'newSinceCycle'],
    ['LastCopied within the cycle', { ...unproved, summary: { lastCopied: hoursAgo(9) } }, 'newSinceCycle'],
    ...[2303, 2330, 8200, 8210, 9509].map(
      (id) => [`${id} within the cycle`, { messages: [message(id, hoursAgo(9))] }, 'newSinceCycle'] as const,
    ),
    ...[2301, 8204, 2380].map(
      (id) => [`${id} is no arrival`, { messages: [message(id, hoursAgo(9))] }, 'missing'] as const,
    ),
    [
      'start estimated, placed before it',
      { ...unproved, cycles: { startMark: undefined, firstSeen: hoursAgo(9.9) } },
      'missing',
    ],
    [
      'start estimated, placed after it',
      { ...placedBy(hoursAgo(9.8)), cycles: { startMark: undefined, firstSeen: hoursAgo(9.9) } },
      'newSinceCycle',
    ],
    [
      'start not kept, placed before the end',
      { ...placedBy(cycleEnd - 1), cycles: { startMark: undefined, firstSeen: undefined } },
      'purged',
    ],
    [
      'start not kept, placed after the end',
      { ...placedBy(cycleEnd), cycles: { startMark: undefined, firstSeen: undefined } },
      'newSinceCycle',
    ],
    [
      'nothing says when it was placed',
      { ...unproved, target: { lastRefresh: undefined }, summary: undefined },
      'unread',
    ],
    [
      'placed as well as validated in the cycle before',
      { messages: [pass(previousEnd - 1)], target: { lastRefresh: daysAgo(3) } },
      'missing',
    ],
  ]);
});

describe('verdict 16: the cycle is broken', () => {
  const placedToday = placedBy(hoursAgo(4));
  verdictTable([
    [
      '2388 and never an end',
      { ...unproved, cycles: { ...neverEnded, newestBroken: hoursAgo(2) } },
      'cycleBroken',
    ],
    ['2393 and never an end', { ...unproved, cycles: neverEnded }, 'cycleBroken'],
    [
      '2388 after the end, the finished cycle covers it',
      { ...unproved, cycles: { newestBroken: hoursAgo(2) } },
      'missing',
    ],
    [
      'a new cycle runs, the finished one covers it',
      { ...unproved, cycles: { newestStart: hoursAgo(2) } },
      'missing',
    ],
    [
      '2388 after the end, placed since',
      { ...placedToday, cycles: { newestBroken: hoursAgo(2) } },
      'newSinceCycle',
    ],
    [
      '2388 after the end, the finished one has no start',
      { ...unproved, cycles: { startMark: undefined, firstSeen: undefined, newestBroken: hoursAgo(2) } },
      'cycleBroken',
    ],
    [
      '2388 before the end',
      { ...unproved, cycles: { startMark: undefined, firstSeen: undefined, newestBroken: hoursAgo(9) } },
      'purged',
    ],
    ['2388, but passes since', { cycles: { ...neverEnded, newestBroken: hoursAgo(2) } }, 'validated'],
  ]);
});

describe('verdict 17: messages are gone', () => {
  const lastMonth: PairCase = {
    messages: [],
    cycles: {
      startMark: daysAgo(32),
      lastEnd: daysAgo(31),
      previousEnd: undefined,
      newestStart: daysAgo(32),
    },
  };
  verdictTable([
    ['no 2384 of the site is kept', { ...unproved, oldestPass: undefined }, 'purged'],
    ['the oldest 2384 is younger than the cycle', { ...unproved, oldestPass: cycleEnd + 1 }, 'purged'],
    ['the oldest 2384 is as old as its start', { ...unproved, oldestPass: cycleStart }, 'missing'],
    [
      'the oldest 2384 lies within, nothing else aged',
      { ...unproved, oldestPass: hoursAgo(9), cycles: { previousEnd: undefined } },
      'missing',
    ],
    ['the oldest 2384 lies within, an older end is kept', { ...unproved, oldestPass: hoursAgo(9) }, 'purged'],
    [
      'the oldest 2384 lies within, another DP ended before',
      {
        ...unproved,
        oldestPass: hoursAgo(9),
        cycles: { previousEnd: undefined },
        otherCycles: [{ lastEnd: daysAgo(20) }],
      },
      'purged',
    ],
    ['a cycle older than what is kept', { ...lastMonth, oldestPass: daysAgo(29) }, 'purged'],
    ['its start lies beyond what is kept', { ...lastMonth, oldestPass: daysAgo(31.5) }, 'purged'],
    [
      'its first result is the start, the window before is not kept',
      { ...unproved, cycles: { startMark: undefined, previousEnd: undefined } },
      'purged',
    ],
    [
      'its first result is the start, the end before is kept',
      { ...unproved, cycles: { startMark: undefined } },
      'missing',
    ],
  ]);
});

describe('verdict 18: nothing validates here', () => {
  verdictTable([
    ['cloud DP', { ...unproved, cycles: undefined, dp: { isCloud: true } }, 'notValidating'],
    ['switched off', { ...unproved, cycles: undefined, dp: { validates: false } }, 'notValidating'],
    [
      'switched off, whether it is was not read',
      { ...unproved, cycles: undefined, dp: { validates: undefined } },
      'unread',
    ],
    [
      'cloud DP, whether it validates was not read',
      { ...unproved, cycles: undefined, dp: { isCloud: true, validates: undefined } },
      'notValidating',
    ],
    [
      'switched off, a pass is known and old',
      {
        messages: [pass(daysAgo(50))],
        cycles: undefined,
        dp: { validates: false },
        target: { lastRefresh: daysAgo(60) },
        summary: { lastCopied: undefined },
      },
      'stale',
    ],
    [
      'switched off, a pass is known and young',
      { messages: [pass(daysAgo(5))], cycles: undefined, dp: { validates: false } },
      'validated',
    ],
    ['switched off after a cycle that missed it', { ...unproved, dp: { validates: false } }, 'notValidating'],
    [
      'switched off, a fail is known',
      { messages: [message(2382, daysAgo(5))], cycles: undefined, dp: { validates: false } },
      'hashFailed',
    ],
  ]);
});

/** Schedule tokens, second DWORD: type in bits 21-19; weekly, every 4 weeks. */
const everyFourWeeks = `00012000${((3 << 19) | (1 << 16) | (4 << 13)).toString(16).padStart(8, '0')}`;

describe('verdicts 20 and 21: long ago, or never', () => {
  const long = (days: number, validationSchedule?: string): PairCase => ({
    cycles: undefined,
    messages: [pass(daysAgo(days))],
    target: { lastRefresh: daysAgo(90) },
    summary: { lastCopied: undefined },
    dp: { validationSchedule },
  });
  verdictTable([
    ['at the limit', long(30), 'validated'],
    ['beyond the limit', long(31), 'stale'],
    ['beyond 30 days, within twice the schedule', long(56, everyFourWeeks), 'validated'],
    ['beyond twice the schedule', long(57, everyFourWeeks), 'stale'],
    ['no cycle, no result', { ...unproved, cycles: undefined }, 'cycleNever'],
    ['no cycle, a fail', { messages: [message(2383, daysAgo(20))], cycles: undefined }, 'corrupt'],
  ]);
});
