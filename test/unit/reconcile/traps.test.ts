import assert from 'node:assert/strict';
import { daysAgo, findingOf, hoursAgo, message, pass, placedAt, previousEnd } from './pairCase';
import { verdictTable } from './verdictTable';

describe('traps of real sites', () => {
  verdictTable([
    [
      'a cycle of three days: a pass of its first hour',
      {
        cycles: {
          startMark: daysAgo(4),
          newestStart: daysAgo(4),
          lastEnd: daysAgo(1),
          previousEnd: daysAgo(5),
        },
        messages: [pass(daysAgo(4) + 1)],
      },
      'validated',
    ],
    [
      'several cycles a day: a pass of the one before',
      {
        cycles: {
          startMark: hoursAgo(3),
          newestStart: hoursAgo(3),
          lastEnd: hoursAgo(2),
          previousEnd: hoursAgo(6),
        },
        messages: [pass(hoursAgo(7))],
      },
      'missing',
    ],
    ['checked alone after the cycle', { messages: [pass(hoursAgo(1))] }, 'validated'],
    ['checked alone before the cycle, missed by it', { messages: [pass(hoursAgo(11))] }, 'missing'],
    ['checked alone just before a 2393', { messages: [pass(hoursAgo(10) - 1000)] }, 'missing'],
    [
      'checked alone after the cycle, with a wrong hash',
      { messages: [pass(), message(2382, hoursAgo(1))] },
      'hashFailed',
    ],
    [
      'updated yesterday, the pass is from last week',
      { messages: [pass(daysAgo(7), 4)], summary: { lastCopied: hoursAgo(5) } },
      'newSinceCycle',
    ],
    [
      'updated yesterday, not yet on the DP, the pass is from last night',
      { messages: [pass(hoursAgo(9), 4)], summary: { sourceVersion: 4 } },
      'oldVersion',
    ],
    [
      'redistributed after a fail, not validated yet',
      { messages: [message(2385, hoursAgo(9)), message(2357, hoursAgo(4)), message(2330, hoursAgo(3))] },
      'newSinceCycle',
    ],
    [
      'a package of version 1 whose messages lack the version',
      {
        package: { sourceVersion: 1, storedVersion: 1 },
        summary: { sourceVersion: 1 },
        messages: [pass(hoursAgo(9), undefined)],
      },
      'validated',
    ],
  ]);

  it('tells RecordIDs beyond 2^53 apart', () => {
    const at = hoursAgo(1);
    const older = { messageId: 2384, time: at, recordId: '72057594037927936', version: undefined };
    const newer = { messageId: 9506, time: at, recordId: '72057594037927937', version: undefined };
    assert.equal(findingOf({ messages: [newer, older] }).verdict, 'cancelled');
    assert.equal(
      findingOf({
        messages: [
          { ...newer, recordId: older.recordId },
          { ...older, recordId: newer.recordId },
        ],
      }).verdict,
      'validated',
    );
  });

  it('orders RecordIDs as numbers, whatever their length', () => {
    const at = hoursAgo(1);
    const older = { messageId: 9506, time: at, recordId: '999', version: undefined };
    const newer = { messageId: 2384, time: at, recordId: '1000', version: undefined };
    assert.equal(findingOf({ messages: [newer, older] }).verdict, 'validated');
  });

  it('does not count a status row twice that its message tells too', () => {
    const seen = message(2384, hoursAgo(9), 4);
    const status = { messageId: 2384, messageState: 1, lastUpdate: seen.time, recordId: seen.recordId };
    // As a message without a version of its own it would be a pass of any version.
    assert.equal(findingOf({ messages: [seen], status }).verdict, 'oldVersion');
  });

  it('keeps the exact NAL path of the row for writes', () => {
    const { nalPath, siteCode, lastResult, since } = findingOf({ messages: [pass(previousEnd)] });
    assert.equal(nalPath, '["Display=\\\\dp1.corp.example\\"]MSWNET:["SMS_SITE=P01"]\\\\dp1.corp.example\\');
    assert.equal(siteCode, 'P01');
    assert.equal(lastResult, previousEnd);
    assert.ok(since !== undefined && since > placedAt);
  });
});
