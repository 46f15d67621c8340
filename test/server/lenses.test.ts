import assert from 'node:assert/strict';
import { documentLinks } from '../../extension/server/links';
import { codeLenses, resolveLens } from '../../extension/server/lenses';
import { logOf, never, openLogs, type Said } from '../support/logs/openLogs';

const sending = (thread: number, packageId: string, dp: string, failed = false): readonly Said[] => [
  {
    message: `Sending thread starting for Job: 577, package: ${packageId}, server: ${dp}, DPPriority: 200`,
    thread,
  },
  { message: 'Sending content', thread },
  failed
    ? { message: 'ExecStaticMethod failed (80041002)', thread, type: 3 }
    : { message: 'Sending thread complete', thread },
];

const lensesOf = async (
  text: string,
  options: Parameters<typeof openLogs>[1] = {},
): Promise<readonly string[]> => {
  const { logs, log } = openLogs({ 'PkgXferMgr.log': text }, options);
  const lenses = await codeLenses(log('PkgXferMgr.log'), logs, never);
  const resolved = await Promise.all(lenses.map((lens) => resolveLens(lens, logs)));
  return resolved.map(({ range, command }) => `${range.start.line}: ${command?.title ?? ''}`);
};

describe('lenses of a log', () => {
  it('stand where a package and its DP come first, not on every line', async () =>
    assert.deepEqual(await lensesOf(logOf('Starting', ...sending(1, 'CS100026', 'DP1.contoso.com'))), [
      '1: CS100026',
      '1: Redistribute to dp1.contoso.com',
    ]));

  it('do not come again for the same package and DP, but where that failed', async () => {
    const records = [
      ...sending(1, 'CS100026', 'DP1.contoso.com'),
      ...sending(2, 'CS100026', 'DP1.contoso.com'),
      ...sending(3, 'CS100026', 'DP1.contoso.com', true),
    ];
    const lines = (await lensesOf(logOf(...records))).map((lens) => lens.split(':')[0]);
    assert.deepEqual(lines, ['0', '0', '8', '8']);
  });

  it('tell runs of different threads apart where they interleave', async () => {
    const [one, other] = [
      sending(1, 'CS100026', 'DP1.contoso.com'),
      sending(2, 'CS100027', 'DP2.contoso.com', true),
    ];
    const mixed = one.flatMap((record, at) => [record, other[at] ?? record]);
    assert.deepEqual(await lensesOf(logOf(...mixed)), [
      '0: CS100026',
      '0: Redistribute to dp1.contoso.com',
      '5: CS100027',
      '5: Redistribute to dp2.contoso.com',
    ]);
  });

  it('say so where a run names several DPs, or none', async () => {
    const distmgr = (...dps: readonly string[]): string =>
      logOf(
        'Processing package CS100026',
        ...dps.map((dp) => `Start adding package CS100026 to server MSWNET:["SMS_SITE=PS1"]\\\\${dp}\\...`),
        'Exiting package processing thread for package CS100026.',
      );
    assert.deepEqual((await lensesOf(distmgr('dp1', 'dp2')))[1], '0: Redistribute to one of 2');
    assert.deepEqual((await lensesOf(distmgr()))[1], '0: Redistribute');
  });

  it('are none for the single records of a dispatcher', async () => {
    const found = ['CS100026', 'CS100027'].map(
      (packageId) =>
        `Found send request with ID: 577, Package: ${packageId}, Version:1, Destination: DP1, DPPriority: 200`,
    );
    assert.deepEqual(await lensesOf(logOf(...found)), []);
  });

  it('are none where a thread hands out what another one sends', async () => {
    const handedOut = logOf(
      { message: "Adding package 'CS100026' to package processing queue.", thread: 9 },
      { message: "Started package processing thread for package 'CS100026'", thread: 9 },
      ...sending(1, 'CS100026', 'DP1.contoso.com'),
    );
    assert.equal((await lensesOf(handedOut))[0], '2: CS100026');
  });

  it('do not blame a package for what a thread that handed it out says later', async () => {
    const records = [
      { message: "Adding package 'CS100026' to package processing queue." },
      { message: 'Currently using 0 out of 3' },
      { message: 'Cannot reach the database, error', type: 3, at: 300 },
    ] as const;
    assert.deepEqual(await lensesOf(logOf(...records)), ['0: CS100026', '0: Redistribute']);
  });

  it('name the package while a site is connected, and can be switched off', async () => {
    const text = logOf(...sending(1, 'CS100026', 'DP1'));
    assert.equal(
      (await lensesOf(text, { names: { CS100026: 'Adobe Reader' } }))[0],
      '0: CS100026 Adobe Reader',
    );
    assert.deepEqual(await lensesOf(text, { codeLens: false }), []);
  });
});

describe('links of a log', () => {
  const linksOf = async (names?: Record<string, string>): Promise<readonly (string | undefined)[]> => {
    const text = logOf('Processing package CS100026', 'hash CS100026');
    const { logs, log } = openLogs({ 'a.log': text }, names === undefined ? {} : { names });
    return (await documentLinks(log('a.log'), logs, never)).map(({ target }) =>
      decodeURIComponent(target ?? ''),
    );
  };

  it('lead from a package ID to the tree, while a site is connected', async () => {
    const named = '{"packageIds":["CS100026"],"servers":[]}';
    assert.deepEqual(await linksOf({}), [`command:configmgrContent.log.revealPackage?[${named}]`]);
    assert.deepEqual(await linksOf(), []);
  });
});
