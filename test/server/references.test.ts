import assert from 'node:assert/strict';
import { documentHighlights } from '../../extension/server/highlights';
import { namedContent } from '../../extension/server/named';
import { references } from '../../extension/server/references';
import { logOf, never, openLogs } from '../support/logs/openLogs';

const guid = '01C39B5C-0000-4000-8000-00000000ABCD';
const files = {
  'distmgr.log': logOf(
    {
      message: 'Started package processing thread for package CS100026, thread ID = 0x16A8 (5800)',
      thread: 5420,
    },
    {
      message: 'Start adding package CS100026 to MSWNET:["SMS_SITE=PS1"]\\\\DP1.contoso.com\\...',
      thread: 5800,
    },
    { message: 'Taking a snapshot of CS100026', thread: 5800 },
  ),
  'PkgXferMgr.log': logOf(
    'Job: 577, package: CS100026, Version: 1',
    'Wrote 577 bytes',
    'Found send request with ID: 577, x',
  ),
  'dts.log': logOf(`DTSJob {${guid}} created`, `Content_${guid.toLowerCase()}.1: 1 files to download`),
};
const { logs, log } = openLogs(files);

const at = (name: keyof typeof files, word: string): { line: number; character: number } =>
  log(name).positionAt(files[name].indexOf(word) + 1);

const found = async (name: keyof typeof files, word: string): Promise<readonly string[]> => {
  const places = await references(log(name), at(name, word), logs, never);
  return places.map(({ uri, range }) => {
    const file = uri.split('/').at(-1) ?? '';
    return `${file} ${range.start.line} ${log(file).getText(range)}`;
  });
};

describe('references in logs', () => {
  it('of a package are found in every open log, where it is known for one', async () =>
    assert.deepEqual(await found('PkgXferMgr.log', 'CS100026'), [
      'distmgr.log 0 CS100026',
      'distmgr.log 1 CS100026',
      'PkgXferMgr.log 0 CS100026',
    ]));

  it('of a thread are its records, and where another one starts it in hexadecimal', async () => {
    const all = ['distmgr.log 0 0x16A8', 'distmgr.log 1 5800', 'distmgr.log 2 5800'];
    assert.deepEqual(await found('distmgr.log', '0x16A8'), all);
    assert.deepEqual(await found('distmgr.log', '5800" file'), all);
  });

  it('of a job are found however its GUID is written', async () =>
    assert.deepEqual(await found('dts.log', guid), [`dts.log 0 ${guid}`, `dts.log 1 ${guid.toLowerCase()}`]));

  it('of a numbered job are no other numbers', async () =>
    assert.deepEqual(await found('PkgXferMgr.log', '577'), ['PkgXferMgr.log 0 577', 'PkgXferMgr.log 2 577']));

  it('are none for other words', async () => assert.deepEqual(await found('distmgr.log', 'processing'), []));

  it('are highlighted in their log; other words are left to the editor', async () => {
    const highlights = (word: string): ReturnType<typeof documentHighlights> =>
      documentHighlights(log('distmgr.log'), at('distmgr.log', word), logs, never);
    assert.equal((await highlights('CS100026'))?.length, 2);
    assert.equal(await highlights('processing'), null);
  });
});

describe('what a place of a log is about', () => {
  const named = (name: keyof typeof files, word: string): ReturnType<typeof namedContent> =>
    namedContent(log(name), at(name, word), logs, never);

  it('is what its record names', async () =>
    assert.deepEqual(await named('distmgr.log', 'Start adding'), {
      packageIds: ['CS100026'],
      servers: ['dp1.contoso.com'],
    }));

  it('is what its thread is about there, where the record names nothing', async () =>
    assert.deepEqual(await named('distmgr.log', 'Taking a'), {
      packageIds: ['CS100026'],
      servers: ['dp1.contoso.com'],
    }));

  it('is nothing where nothing is named', async () =>
    assert.deepEqual(await named('dts.log', 'created'), { packageIds: [], servers: [] }));
});
