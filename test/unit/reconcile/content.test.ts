import { message, hoursAgo, version } from './pairCase';
import { verdictTable } from './verdictTable';

describe('verdicts 5 to 7: nothing to validate, or the site is not done', () => {
  verdictTable([
    ['task sequence', { package: { type: 4 } }, 'noContent'],
    ['no source files', { package: { sourceFlag: 1 } }, 'noContent'],
    ['needs no DP', { package: { flags: 0x10000000 } }, 'noContent'],
    ['needs no DP among other flags', { package: { flags: 0x10000001 } }, 'noContent'],
    ['other flags', { package: { flags: 0x0fffffff } }, 'validated'],
    ['flags and source not known', { package: { flags: undefined, sourceFlag: undefined } }, 'validated'],

    ['empty, never validated', { package: { bytes: 0 }, messages: [] }, 'noContent'],
    ['empty, a pass was seen', { package: { bytes: 0 } }, 'validated'],
    [
      'empty, a fail was seen',
      { package: { bytes: 0 }, messages: [message(2385, hoursAgo(9))] },
      'filesMissing',
    ],
    [
      'empty, a validation was announced',
      { package: { bytes: 0 }, messages: [message(2380, hoursAgo(9))] },
      'missing',
    ],
    [
      'empty, only the status row tells of a pass',
      { package: { bytes: 0 }, messages: [], status: { lastUpdate: hoursAgo(9) } },
      'validated',
    ],
    [
      'empty, status messages not read',
      { package: { bytes: 0 }, messages: [], notRead: ['messages'] },
      'unread',
    ],
    ['empty, statuses not read', { package: { bytes: 0 }, messages: [], notRead: ['statuses'] }, 'unread'],
    ['size not known, never validated', { package: { bytes: undefined }, messages: [] }, 'unread'],
    ['size not known, validated', { package: { bytes: undefined } }, 'validated'],

    ['the site processes it', { package: { actionInProgress: 1 } }, 'siteProcessing'],
    ['the site adds it', { package: { actionInProgress: 2 } }, 'siteProcessing'],
    ['stored version below the source', { package: { storedVersion: version - 1 } }, 'siteProcessing'],
    ['stored version above the source', { package: { storedVersion: version + 1 } }, 'validated'],
    ['stored version not known', { package: { storedVersion: undefined } }, 'unread'],
    ['source version not known', { package: { sourceVersion: undefined } }, 'unread'],
    [
      'the site processes it, a version not known',
      { package: { actionInProgress: 1, storedVersion: undefined } },
      'siteProcessing',
    ],
    [
      'the site processes it, on its way too',
      { package: { actionInProgress: 1 }, summary: { state: 1 } },
      'siteProcessing',
    ],
    ['empty and processed', { package: { bytes: 0, actionInProgress: 1 }, messages: [] }, 'noContent'],
  ]);
});
