import { daysAgo, hoursAgo, job, message, pass, passed, placedAt, type PairCase } from './pairCase';
import { verdictTable } from './verdictTable';

const openJob = (state: number, changed = hoursAgo(1)): PairCase => ({
  pair: { jobs: [job(state, changed)] },
});

describe('verdict 8: on its way', () => {
  verdictTable([
    ...[1, 2, 7].map((state) => [`State ${state}`, sent(state, hoursAgo(1)), 'inFlight'] as const),
    ...[1, 2, 7].map((state) => [`State ${state} for days`, sent(state, daysAgo(3)), 'stalled'] as const),
    ...[0, 1, 2, 3, 4, 8].map((state) => [`job state ${state}`, openJob(state), 'inFlight'] as const),
    ...[5, 6, 9].map((state) => [`job state ${state}`, openJob(state), 'validated'] as const),
    ['nothing changed for 24 h', sent(1, hoursAgo(24)), 'inFlight'],
    ['nothing changed for longer', sent(1, hoursAgo(24) - 1), 'stalled'],
    ['an open job that nothing changed in', { ...openJob(1, daysAgo(3)), messages: [] }, 'stalled'],
    ['a finished job and an open one', { pair: { jobs: [job(5, 0), job(1, hoursAgo(1))] } }, 'inFlight'],
    [
      'an old job, heard of lately',
      { ...openJob(3, daysAgo(3)), messages: [message(8204, hoursAgo(2))] },
      'inFlight',
    ],
    [
      'an old job, of which only validation was heard lately',
      { ...openJob(3, daysAgo(3)), messages: [message(2380, hoursAgo(2)), pass()] },
      'stalled',
    ],
    [
      'an old job, status messages not read',
      { ...openJob(3, daysAgo(3)), messages: [], notRead: ['messages'] },
      'inFlight',
    ],
    ['StateGroup 2 beside jobs', { pair: { stateGroup: 2 } }, 'validated'],
    ['MessageState 2 beside jobs', { status: { messageId: 8204, messageState: 2 } }, 'validated'],
    [
      'StateGroup 2, jobs not read',
      { pair: { stateGroup: 2 }, target: { lastRefresh: hoursAgo(1) }, notRead: ['jobs'] },
      'inFlight',
    ],
    [
      'MessageState 2, jobs not read',
      { status: { messageId: 8204, messageState: 2, lastUpdate: hoursAgo(1) }, notRead: ['jobs'] },
      'inFlight',
    ],
    ['a pass, jobs not read', { notRead: ['jobs'] }, 'validated'],
    ['a pass, jobs and statuses not read', { notRead: ['jobs', 'statuses'] }, 'validated'],
    ['a pass, no source tells progress', { notRead: ['jobs', 'statuses', 'contentStates'] }, 'unread'],
    ['a wrong hash, then sent again', { messages: [message(2382, hoursAgo(5))], ...openJob(2) }, 'inFlight'],
  ]);
});

function sent(state: number, lastRefresh: number): PairCase {
  return { summary: { state }, target: { lastRefresh }, messages: [] };
}

describe('verdict 9: cancelled', () => {
  verdictTable([
    ['9506 is the newest message', { messages: [pass(), message(9506, hoursAgo(1))] }, 'cancelled'],
    ['9506 before the pass', { messages: [message(9506, hoursAgo(9.5)), pass()] }, 'validated'],
    ['9506 of the same moment, written later', { messages: [pass(), message(9506, passed)] }, 'cancelled'],
    ['9506 of the same moment, written earlier', { messages: [message(9506, passed), pass()] }, 'validated'],
    [
      '9506 only in the status row',
      { status: { messageId: 9506, messageState: 4, lastUpdate: hoursAgo(1) } },
      'cancelled',
    ],
    ['the newest job is cancelled', { pair: { jobs: [job(7, hoursAgo(1))] } }, 'cancelled'],
    [
      'an older job is cancelled',
      { pair: { jobs: [job(7, hoursAgo(20)), job(5, hoursAgo(15), '8')] } },
      'validated',
    ],
    ['a new job is open', { pair: { jobs: [job(7, hoursAgo(3)), job(1, hoursAgo(1), '8')] } }, 'inFlight'],
    ['no pass, jobs not read', { messages: [], notRead: ['jobs'] }, 'unread'],
    ['status messages not read', { messages: [], notRead: ['messages'] }, 'unread'],
    ['cancelled, jobs not read', { messages: [message(9506, hoursAgo(1))], notRead: ['jobs'] }, 'cancelled'],
  ]);
});

const failedBy = (messageId: number, lastUpdate: number): PairCase => ({
  status: { messageId, messageState: 4, lastUpdate },
});

describe('verdict 12: the distribution failed', () => {
  verdictTable([
    ['State 3, no time', { summary: { state: 3, summaryDate: undefined } }, 'distributionFailed'],
    ['State 3 after the pass', { summary: { state: 3, summaryDate: hoursAgo(2) } }, 'distributionFailed'],
    [
      'State 3 at the moment of the pass',
      { summary: { state: 3, summaryDate: passed } },
      'distributionFailed',
    ],
    ['State 3 before the pass', { summary: { state: 3, summaryDate: passed - 1 } }, 'validated'],
    [
      'State 3, its message before the pass',
      { summary: { state: 3, summaryDate: hoursAgo(1) }, messages: [message(2323, hoursAgo(20)), pass()] },
      'validated',
    ],
    ['MessageState 4 by a distribution message', failedBy(2302, hoursAgo(1)), 'distributionFailed'],
    ['MessageState 4 before the pass', failedBy(2302, hoursAgo(12)), 'validated'],
    [
      'MessageState 4 by validation',
      { messages: [message(2384, hoursAgo(9))], ...failedBy(2388, hoursAgo(1)) },
      'validated',
    ],
    [
      'failed for version 5 while version 4 validates',
      {
        summary: { state: 3, summaryDate: hoursAgo(20) },
        messages: [message(2302, hoursAgo(20)), pass(passed, 4)],
      },
      'distributionFailed',
    ],
    [
      'failed, never anything else',
      {
        messages: [message(2323, hoursAgo(20))],
        target: { lastRefresh: hoursAgo(21) },
        summary: { state: 3, lastCopied: undefined },
        ...failedBy(2323, hoursAgo(20)),
      },
      'distributionFailed',
    ],
    [
      'failed, statuses not read: the message tells',
      { messages: [pass(), message(2302, hoursAgo(1))], notRead: ['statuses'] },
      'distributionFailed',
    ],
    [
      'failed and a pass may be in what was not read',
      { ...failedBy(2302, hoursAgo(1)), notRead: ['validatedVersions'] },
      'unread',
    ],
    [
      'failed before a pass by ValidatedVersionTime',
      { ...failedBy(2302, hoursAgo(12)), messages: [], validated: { time: hoursAgo(9) } },
      'validated',
    ],
    [
      'failed, then sent again and arrived',
      {
        messages: [message(2302, hoursAgo(20)), message(8200, hoursAgo(15)), pass()],
        status: { messageId: 2384, lastUpdate: passed },
      },
      'validated',
    ],
    ['targeted long ago, nothing failed', { target: { lastRefresh: placedAt } }, 'validated'],
  ]);
});
