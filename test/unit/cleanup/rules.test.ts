import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  cleanupArguments,
  cleanupArgumentText,
} from '../../../extension/core/library/cleanup/cleanupArguments';
import { cleanupEnd, isForeign } from '../../../extension/core/library/cleanup/cleanupLog';
import {
  folderOfLog,
  localFolder,
  logFolder,
  sharedFolder,
} from '../../../extension/core/library/cleanup/cleanupPlaces';
import { deleteObstacles, receiptOf } from '../../../extension/core/library/cleanup/deleteReceipt';
import { deleteScript } from '../../../extension/core/library/cleanup/deleteScript';
import {
  cleanupPreconditions,
  forbidding,
  type CleanupCircumstances,
} from '../../../extension/core/library/cleanup/preconditions';
import { whatIfScript } from '../../../extension/core/library/cleanup/whatIfScript';
import { readScript } from '../../support/windows/powerShellTexts';
import { takenApart } from '../../support/windows/takenApart';
import { now, readLog, withReviewing } from './reviewing';

const target = {
  dp: 'dp1.contoso.local',
  siteServer: 'cm01.contoso.local',
  siteCode: 'PS1',
  secondarySite: undefined,
};
const usual: CleanupCircumstances = {
  dp: { serverName: 'dp1.contoso.local', isCloud: false, isSiteServer: false },
  release: 2107,
  siteVersion: undefined,
  unfinished: [],
  drives: 'D:\\',
};

describe('the content library cleanup tool', () => {
  it('is given a folder as it is written, whatever is in its name', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', ' ', "'", '’', '(', ')', '$', ';', '&', 'ü', '東', '-'),
      minLength: 1,
    });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), (names) => {
        const folder = `D:\\${names.join('\\')}`;
        let plain: string;
        try {
          plain = localFolder(folder);
        } catch {
          return;
        }
        const wanted = [
          '/dp',
          target.dp,
          '/ps',
          target.siteServer,
          '/sc',
          'HAM',
          '/q',
          '/log',
          `${plain}\\Logs`,
        ];
        const of = { ...target, secondarySite: 'HAM' };
        assert.deepEqual(cleanupArguments(of, folder), wanted);
        for (const taken of takenApart(cleanupArgumentText(of, folder))) assert.deepEqual(taken, wanted);
        const { texts, code } = readScript(whatIfScript(of, cleanupPreconditions(usual), folder));
        assert.ok(texts.includes(cleanupArgumentText(of, folder)));
        assert.equal(code, readScript(whatIfScript(of, cleanupPreconditions(usual), 'D:\\x')).code);
      }),
    );
  });

  for (const folder of [
    'Logs',
    'D:',
    'D:\\',
    '\\\\server\\share',
    'D:\\a"b',
    'D:\\%TEMP%',
    'D:\\$(Arg0)',
    'D:\\..\\x',
    'D:\\a\nb',
  ])
    it(`is given no folder ${JSON.stringify(folder)}`, () =>
      assert.throws(() => cleanupArguments(target, folder)));

  it('finds the folder of a log on a share again', () => {
    const folder = 'E:\\Tools & logs\\Cleanup';
    assert.equal(folderOfLog(`${sharedFolder(target.dp, logFolder(folder))}\\x.log`), folder);
  });

  it('deletes nothing in the what-if: neither by its arguments nor in the script', () => {
    const script = whatIfScript(target, cleanupPreconditions(usual), 'D:\\Cleanup');
    assert.doesNotMatch(script, /\/delete|Remove-Item/);
  });
});

describe('preconditions of a cleanup', () => {
  const standingOf = (id: string, more: Partial<CleanupCircumstances>) =>
    cleanupPreconditions({ ...usual, ...more }).find((one) => one.id === id);

  for (const [id, more, standing, says, forbidden] of [
    ['cloudDp', { dp: { ...usual.dp, isCloud: true } }, 'unmet', /does not work/, 'whatIf'],
    ['computerName', { dp: { ...usual.dp, serverName: 'EDGEDP7' } }, 'check', /fully qualified/, undefined],
    ['rights', {}, 'check', /Full Administrator/, undefined],
    [
      'release',
      { release: undefined, siteVersion: '5.00.9128.1000' },
      'unknown',
      /5\.00\.9128\.1000.*before 2107/,
      undefined,
    ],
    ['release', { release: 2103 }, 'met', /stops at a package/, undefined],
    ['nothingInFlight', { release: 2103, unfinished: ['PS100001'] }, 'unmet', /PS100001/, 'delete'],
    ['nothingInFlight', { release: undefined, unfinished: ['PS100001'] }, 'unmet', /stops at it/, 'delete'],
    ['nothingInFlight', { unfinished: ['PS100001'] }, 'unmet', /warns of it/, undefined],
    ['nothingInFlight', { unfinished: undefined }, 'unknown', /could not be read/, 'delete'],
    ['libraryDrives', { drives: 'D:\\,E:\\' }, 'check', /DirectoryNotFoundException/, undefined],
    ['libraryDrives', { drives: undefined }, 'unknown', /not read/, undefined],
    ['siteServer', { dp: { ...usual.dp, isSiteServer: true } }, 'check', /stays/, undefined],
    ['siteServer', { dp: { ...usual.dp, isSiteServer: undefined } }, 'unknown', /not read/, undefined],
  ] as const)
    it(`${id}: ${JSON.stringify(more)}`, () => {
      const found = standingOf(id, more);
      assert.equal(found?.standing, standing);
      assert.match(found.text, says);
      const all = cleanupPreconditions({ ...usual, ...more });
      assert.deepEqual(
        forbidding(all, 'delete').map((one) => one.id),
        forbidden === undefined ? [] : [id],
      );
      assert.deepEqual(
        forbidding(all, 'whatIf').map((one) => one.id),
        forbidden === 'whatIf' ? [id] : [],
      );
    });

  it('keep the script from being made for a cloud DP', () =>
    assert.throws(
      () =>
        whatIfScript(target, cleanupPreconditions({ ...usual, dp: { ...usual.dp, isCloud: true } }), 'D:\\x'),
      /cloud/,
    ));
});

describe('logs of the cleanup tool', () => {
  it('are not finished while their last line is cut, or they were written just now', async () => {
    assert.equal(cleanupEnd(await readLog('what-if\r\nPS100012 12 KB'), now).kind, 'notFinished');
    assert.equal(cleanupEnd(await readLog('what-if\r\n', { modified: now - 1000 }), now).kind, 'notFinished');
    assert.equal(cleanupEnd(await readLog('what-if\r\n'), now).kind, 'notKnown');
  });

  it('stopped with an exception name it, and the package at fault is no item', async () => {
    const text =
      'System.InvalidOperationException: This content library cannot be cleaned up right now because package CS100026 is not fully installed.\r\n';
    const log = await readLog(`PS100012 12 KB\r\n${text}`);
    assert.equal(cleanupEnd(log, now).kind, 'stopped');
    assert.equal(log.reading.notInstalled, 'CS100026');
    assert.deepEqual(
      log.reading.items.map(({ id }) => id),
      ['PS100012'],
    );
  });

  it('of other writers are foreign, and nothing is concluded from them', async () => {
    const ccm =
      '<![LOG[Package PS100012 done]LOG]!><time="12:00:00.000+000" date="06-01-2026" component="SMS_X" context="" type="1" thread="1" file="x.cpp:1">\r\n';
    for (const text of [ccm.repeat(3), 'Lorem ipsum\r\ndolor sit amet\r\n']) {
      const log = await readLog(text, { name: 'WhatIf.log' });
      assert.equal(isForeign(log), true);
      assert.deepEqual(log.reading.items, []);
    }
  });

  it('keep every line that is not recognised visible, and sizes that are not told unknown', async () => {
    const log = await readLog(
      Buffer.from('\ufeffZürich?\r\nD:\\DataLib\\PS100012.3\r\nPS100023 1,5 GB\r\n', 'utf16le'),
    );
    assert.deepEqual(log.reading.notRecognised, { count: 1, lines: [{ line: 1, text: 'Zürich?' }] });
    assert.deepEqual(
      log.reading.items.map(({ id, bytes }) => [id, bytes]),
      [
        ['PS100012', undefined],
        ['PS100023', 1.5 * 1024 ** 3],
      ],
    );
  });

  it('are read to their end whatever bytes they hold', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const { reading } = await readLog(bytes);
        assert.ok(reading.notRecognised.count <= reading.lines);
      }),
      { numRuns: 40 },
    ));
});

describe('a delete', () => {
  it('needs a whole what-if of the same DP, and everything flagged agreed to', () =>
    withReviewing({ seed: 1 }, async ({ dps, review }) => {
      let made = 0;
      for (const dp of dps) {
        const plain = await review(dp);
        // A DP that holds nothing too much: there is nothing to delete.
        if (plain.review.rows.length === 0) {
          assert.match(deleteObstacles(plain, now).join(), /names nothing/);
          continue;
        }
        const flagged = plain.review.rows
          .filter(({ standing }) => standing === 'mistake')
          .map(({ id }) => id);
        const preconditions = plain.preconditions.filter(({ id }) => id !== 'nothingInFlight');
        const reviewed = { ...plain, preconditions, agreed: new Set(flagged) };
        const receipt = receiptOf(reviewed, now);
        assert.deepEqual(deleteObstacles(reviewed, now), []);
        assert.ok(receipt !== undefined);
        made++;
        if (flagged.length > 0) assert.equal(receiptOf({ ...reviewed, agreed: new Set() }, now), undefined);
        assert.equal(receiptOf({ ...reviewed, linesRead: false }, now), undefined);
        assert.equal(receiptOf(reviewed, now + 25 * 3_600_000), undefined);
        assert.equal(receiptOf({ ...reviewed, log: { ...plain.log, record: undefined } }, now), undefined);
        assert.equal(
          receiptOf({ ...reviewed, log: { ...plain.log, sha256: '0'.repeat(64) } }, now),
          undefined,
        );
        assert.equal(
          receiptOf({ ...reviewed, target: { ...plain.target, dp: 'other.contoso.local' } }, now),
          undefined,
        );
        const script = deleteScript(plain.target, receipt, preconditions, 'D:\\Cleanup');
        assert.ok(readScript(script).texts.some((text) => text.endsWith('/delete')));
        for (const told of [receipt.sha256, receipt.library, receipt.logName])
          assert.ok(script.includes(told));
      }
      assert.ok(made > 0);
    })).timeout(30_000);

  it('is refused where the site could not be read', () =>
    withReviewing({ seed: 1, faults: { failQuery: 'libraryTargets' } }, async ({ dps, review }) => {
      const [dp] = dps;
      assert.ok(dp !== undefined);
      const reviewed = await review(dp);
      for (const { standing } of reviewed.review.rows) assert.notEqual(standing, 'safe');
      const agreed = new Set(reviewed.review.rows.map(({ id }) => id));
      assert.equal(receiptOf({ ...reviewed, agreed }, now), undefined);
    })).timeout(30_000);
});
