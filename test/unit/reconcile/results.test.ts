import {
  cycleEnd,
  cycleStart,
  daysAgo,
  hoursAgo,
  message,
  pass,
  passed,
  placedAt,
  version,
  type PairCase,
} from './pairCase';
import { verdictTable } from './verdictTable';

describe('verdict 10: removed', () => {
  verdictTable([
    ['2331 after the pass', { messages: [pass(), message(2331, hoursAgo(1))] }, 'missing'],
    ['2331 at the moment of the pass', { messages: [pass(), message(2331, passed)] }, 'validated'],
    ['2331 before the pass', { messages: [message(2331, hoursAgo(9.5)), pass()] }, 'validated'],
    [
      '2331, then placed again',
      { messages: [message(2331, hoursAgo(3)), message(8200, hoursAgo(2))] },
      'newSinceCycle',
    ],
    [
      '2331 at the moment of arrival',
      { messages: [message(2331, hoursAgo(2)), message(2330, hoursAgo(2))] },
      'newSinceCycle',
    ],
    [
      '2331 only in the status row',
      { status: { messageId: 2331, messageState: 1, lastUpdate: hoursAgo(1) } },
      'missing',
    ],
    [
      '2331, and a pass may be in what was not read',
      { messages: [message(2331, hoursAgo(1))], notRead: ['validatedVersions'] },
      'unread',
    ],
    [
      '2331 before a pass by ValidatedVersionTime',
      { messages: [message(2331, hoursAgo(12))], validated: { time: hoursAgo(9) } },
      'validated',
    ],
    ['2331 after a fail', { messages: [message(2382, hoursAgo(9)), message(2331, hoursAgo(1))] }, 'missing'],
  ]);
});

describe('verdict 11: the last result is a fail', () => {
  verdictTable([
    ['2382', { messages: [message(2382, hoursAgo(9))] }, 'hashFailed'],
    ['2383', { messages: [message(2383, hoursAgo(9))] }, 'corrupt'],
    ['2385', { messages: [message(2385, hoursAgo(9))] }, 'filesMissing'],
    [
      'two fails: the newer',
      { messages: [message(2382, hoursAgo(9)), message(2385, hoursAgo(2))] },
      'filesMissing',
    ],
    ['fail, then pass', { messages: [message(2382, hoursAgo(9.5)), pass()] }, 'validated'],
    ['pass, then fail', { messages: [pass(), message(2382, hoursAgo(8.5))] }, 'hashFailed'],
    ['both at one moment', { messages: [message(2382, passed), pass()] }, 'hashFailed'],
    ['fail before it was placed', { messages: [message(2382, placedAt - 1), pass()] }, 'validated'],
    [
      'fail at the moment when it was placed',
      { messages: [message(2382, hoursAgo(2)), message(8200, hoursAgo(2))] },
      'newSinceCycle',
    ],
    [
      'fail, then redistributed',
      { messages: [message(2382, hoursAgo(9)), message(8200, hoursAgo(2))] },
      'newSinceCycle',
    ],
    [
      'fail, then a pass of the older version',
      { messages: [message(2382, hoursAgo(9.5)), pass(passed, version - 1)] },
      'hashFailed',
    ],
    [
      'fail, then ValidatedVersionTime',
      { messages: [message(2385, hoursAgo(9.5))], validated: { time: hoursAgo(9) } },
      'validated',
    ],
    [
      'fail after ValidatedVersionTime',
      { messages: [message(2385, hoursAgo(2))], validated: { time: hoursAgo(9) } },
      'filesMissing',
    ],
    [
      'fail, ValidatedVersionTime not read',
      { messages: [message(2382, hoursAgo(9))], notRead: ['validatedVersions'] },
      'unread',
    ],
    [
      'fail only in the status row',
      { status: { messageId: 2382, messageState: 4, lastUpdate: hoursAgo(2) } },
      'hashFailed',
    ],
  ]);
});

describe('verdict 13: an older version', () => {
  verdictTable([
    ['SourceVersion below', { summary: { sourceVersion: version - 1 } }, 'oldVersion'],
    ['SourceVersion above', { summary: { sourceVersion: version + 1 } }, 'validated'],
    ['SourceVersion not known', { summary: { sourceVersion: undefined } }, 'validated'],
    [
      'a pass of the older version, a newer one may be in what was not read',
      { messages: [pass(passed, version - 1)], notRead: ['validatedVersions'] },
      'unread',
    ],
    ['a pass of the older version', { messages: [pass(passed, version - 1)] }, 'oldVersion'],
    ['ValidatedVersion below', { messages: [], validated: { version: version - 1 } }, 'oldVersion'],
    [
      'ValidatedVersion below, from before it was placed',
      { validated: { version: version - 1, time: placedAt } },
      'validated',
    ],
    [
      'ValidatedVersion below, without a time',
      { validated: { version: version - 1, time: undefined } },
      'validated',
    ],
    [
      'ValidatedVersion below, older than the pass',
      { validated: { version: version - 1, time: hoursAgo(20) } },
      'validated',
    ],
    [
      'ValidatedVersion below, newer than the pass',
      { validated: { version: 4, time: hoursAgo(5) } },
      'oldVersion',
    ],
    ['ValidatedVersion below, at the moment of the pass', { validated: { version: 4 } }, 'oldVersion'],
  ]);
});

const noCycle = (time: number): PairCase => ({ cycles: undefined, messages: [pass(time)] });

describe('verdict 14: validated', () => {
  verdictTable([
    ['pass at the start of the cycle', { messages: [pass(cycleStart)] }, 'validated'],
    ['pass just before the start', { messages: [pass(cycleStart - 1)] }, 'missing'],
    ['pass after the cycle', { messages: [pass(hoursAgo(1))] }, 'validated'],
    ['pass without a version', { messages: [message(2384, passed)] }, 'validated'],
    ['pass of a newer version than known', { messages: [pass(passed, version + 1)] }, 'validated'],
    ['pass at the moment when it was placed', { messages: [pass(placedAt)] }, 'missing'],
    ['pass by ValidatedVersionTime alone', { messages: [], validated: {} }, 'validated'],
    ['ValidatedVersion not known', { messages: [], validated: { version: undefined } }, 'validated'],
    ['ValidatedVersionTime before the cycle', { messages: [], validated: { time: hoursAgo(20) } }, 'missing'],
    ['pass only in the status row', { messages: [], status: { lastUpdate: passed } }, 'validated'],
    ['no result, versions not read', { messages: [], notRead: ['validatedVersions'] }, 'unread'],
    ['pass, versions not read', { notRead: ['validatedVersions'] }, 'validated'],
    [
      'start not kept: pass before the end',
      { cycles: { startMark: undefined, firstSeen: undefined }, messages: [pass(cycleEnd - 1)] },
      'purged',
    ],
    [
      'start not kept: pass at the end',
      { cycles: { startMark: undefined, firstSeen: undefined }, messages: [pass(cycleEnd)] },
      'validated',
    ],
    ['start estimated', { cycles: { startMark: undefined, firstSeen: passed } }, 'validated'],
    ['no cycle: pass within the limit', noCycle(daysAgo(30)), 'validated'],
    ['no cycle: pass beyond the limit', noCycle(daysAgo(30) - 1), 'stale'],
    [
      'nothing says when it was placed',
      { target: { lastRefresh: undefined }, summary: { lastCopied: undefined } },
      'validated',
    ],
  ]);
});
