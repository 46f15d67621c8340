import { hoursAgo, placedAt } from './pairCase';
import { verdictTable } from './verdictTable';

describe('verdicts 1 to 4: what should not be there, or is going', () => {
  verdictTable([
    ['as usual', {}, 'validated'],

    ['a group asks for it, no target', { inGroup: true, target: undefined }, 'notTargeted'],
    [
      'a group asks for it, the target is being deleted',
      { inGroup: true, target: { status: 3 } },
      'notTargeted',
    ],
    ['a group asks for it, it is targeted', { inGroup: true }, 'validated'],
    [
      'a group asks for it, no target, summarizer says removed',
      { inGroup: true, target: undefined, summary: { state: 4 } },
      'notTargeted',
    ],
    [
      'a group asks for it, no target, little else was read',
      { inGroup: true, target: undefined, notRead: ['summaries', 'packages', 'messages'] },
      'notTargeted',
    ],

    ['the DP is gone', { dp: undefined }, 'dpGone'],
    ['the DP is gone, its target is being deleted', { dp: undefined, target: { status: 3 } }, 'dpGone'],
    ['no DP was read', { dp: undefined, notRead: ['distributionPoints'] }, 'unread'],
    [
      'a group asks for it, no target, no DP was read',
      { inGroup: true, target: undefined, dp: undefined, notRead: ['distributionPoints'] },
      'unread',
    ],

    ['target Status 3', { target: { status: 3 } }, 'removing'],
    ['target Status 2', { target: { status: 2 } }, 'validated'],
    ['target Status NULL', { target: { status: undefined } }, 'validated'],
    ['State 4', { summary: { state: 4 } }, 'removing'],
    ['State 5', { summary: { state: 5 } }, 'removing'],
    ['State 6', { summary: { state: 6 } }, 'removeFailed'],
    ['State 6 and target Status 3', { summary: { state: 6 }, target: { status: 3 } }, 'removeFailed'],
    ['State 8 decides nothing', { summary: { state: 8 } }, 'validated'],
    ['State NULL', { summary: { state: undefined } }, 'validated'],
    ['no summarizer row', { summary: undefined }, 'validated'],
    ['summarizer not read', { summary: undefined, notRead: ['summaries'] }, 'unread'],
    [
      'target Status 3, summarizer not read',
      { target: { status: 3 }, summary: undefined, notRead: ['summaries'] },
      'removing',
    ],

    ['no package, no content', { package: undefined, pair: { hasContent: false } }, 'deleted'],
    ['no package, content of it', { package: undefined, pair: { hasContent: true } }, 'unread'],
    ['no package, content not told', { package: undefined, pair: { hasContent: undefined } }, 'unread'],
    [
      'no package, content not read and so none seen',
      { package: undefined, pair: { hasContent: false }, notRead: ['contents'] },
      'unread',
    ],
    [
      'no package, packages not read',
      { package: undefined, pair: { hasContent: false }, notRead: ['packages'] },
      'unread',
    ],
    ['Action 3', { package: { action: 3 } }, 'deleted'],
    ['ActionInProgress 3', { package: { actionInProgress: 3 } }, 'deleted'],
    ['Action 2', { package: { action: 2 } }, 'validated'],
    ['deleted and being removed', { package: { action: 3 }, target: { status: 3 } }, 'removing'],
    [
      'deleted, with a wrong hash before',
      { package: { action: 3 }, status: { messageId: 2382, messageState: 4, lastUpdate: hoursAgo(1) } },
      'deleted',
    ],
    ['targeted long ago is no reason', { target: { lastRefresh: placedAt } }, 'validated'],
  ]);
});
