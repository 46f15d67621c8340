import assert from 'node:assert/strict';
import type { DocumentSymbol } from 'vscode-languageserver';
import { documentSymbols } from '../../extension/server/symbols';
import { workspaceSymbols } from '../../extension/server/workspaceSymbols';
import { logOf, never, openLogs } from '../support/logs/openLogs';

const guid = '{01C39B5C-0000-4000-8000-00000000ABCD}';
const distmgr = logOf(
  { message: 'Sleep 3600 seconds...', thread: 5420, component: 'SMS_DISTRIBUTION_MANAGER' },
  { message: 'Processing package CS100026', thread: 5800, component: 'SMS_DISTRIBUTION_MANAGER' },
  {
    message: `Adding package CS100026 failed on MSWNET:["SMS_SITE=PS1"]\\\\DP1.contoso.com\\`,
    thread: 5800,
    component: 'SMS_DISTRIBUTION_MANAGER',
    type: 3,
  },
);
const dts = logOf(`BITS ${guid} begins`, `DTSJob ${guid} created to download`);

const outline = async (text: string, names?: Record<string, string>): Promise<readonly string[]> => {
  const { logs, log } = openLogs({ 'a.log': text }, names === undefined ? {} : { names });
  const groups = await documentSymbols(log('a.log'), logs, never);
  const line = ({ name, detail = '', selectionRange }: DocumentSymbol): string =>
    `${name} | ${detail} | ${selectionRange.start.line}`;
  return groups.flatMap(({ name, children = [] }) => [name, ...children.map(line)]);
};

describe('the outline of a log', () => {
  it('groups what occurs, each where it occurs first, with how often and how badly', async () =>
    assert.deepEqual(await outline(distmgr), [
      'Components',
      'SMS_DISTRIBUTION_MANAGER | 3 records, 1 error | 0',
      'Threads',
      '5420 (0x152C) | 1 record | 0',
      '5800 (0x16A8) | 2 records, 1 error | 1',
      'Packages',
      'CS100026 | 2 records, 1 error | 1',
      'DPs',
      'dp1.contoso.com | 1 record, 1 error | 2',
    ]));

  it('calls packages by their names while a site is connected', async () => {
    const named = await outline(distmgr, { CS100026: 'Adobe Reader' });
    assert.ok(named.includes('CS100026 Adobe Reader | 2 records, 1 error | 1'));
  });

  it('counts a GUID for a job as soon as one record calls it one', async () =>
    assert.deepEqual((await outline(dts)).slice(-2), ['Jobs', `${guid.slice(1, -1)} | 2 records | 0`]));

  it('is empty for an empty log', async () => assert.deepEqual(await outline(''), []));
});

describe('workspace symbols', () => {
  const found = async (query: string): Promise<readonly string[]> => {
    const { logs } = openLogs({ 'distmgr.log': distmgr, 'dts.log': dts });
    const symbols = await workspaceSymbols(query, logs, never);
    return symbols.map(
      ({ name, containerName = '', location }) => `${containerName}: ${name} ${location.range.start.line}`,
    );
  };

  it('are looked for in every open log, by any part of the name', async () => {
    assert.deepEqual(await found('cs1000'), ['distmgr.log: CS100026 1']);
    assert.deepEqual(await found('abcd'), [`dts.log: ${guid.slice(1, -1)} 0`]);
  });

  it('are none for no text', async () => assert.deepEqual(await found(' '), []));
});
