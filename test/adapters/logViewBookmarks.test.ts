import assert from 'node:assert/strict';
import { appendFileSync, renameSync } from 'node:fs';
import * as protocol from '../../extension/protocol/logPage';
import { logReadAs } from '../../extension/protocol/logWorker';
import { asUsual, isFollowing, line, openLogs, withFolder, type OpenLogs } from '../support/logView/openLogs';

const bookmark = async ({ endpoint, state }: OpenLogs, row: number): Promise<void> => {
  const { generation } = await state();
  await endpoint.request(protocol.logBookmark, { generation, row });
};

/** Messages of the records that are marked. */
const marked = async ({ endpoint, state, messages }: OpenLogs): Promise<readonly (string | undefined)[]> => {
  const { bookmarks } = await state();
  const found = await Promise.all(bookmarks.map((place) => endpoint.request(protocol.logLocate, place)));
  const all = await messages();
  return found.map(({ row }) => all[row]);
};

describe('bookmarks of a log', () => {
  const file = withFolder();
  const five = [1, 2, 3, 4, 5].map((at) => line(`step ${at}`, at)).join('');

  it('are there when the log is opened again, and taken back where they are', async () => {
    const path = file('a.log', five);
    const first = await openLogs([path]);
    await first.until('records', isFollowing);
    for (const row of [1, 3, 1, 4]) await bookmark(first, row);
    assert.deepEqual(await marked(first), ['step 4', 'step 5']);
    await first.close();
    appendFileSync(path, line('step 6', 6));
    const kept = first.marked();
    const again = await openLogs([path], undefined, { kept });
    await again.until('bookmarks', ({ bookmarks }) => bookmarks.length === 2);
    assert.deepEqual(await marked(again), ['step 4', 'step 5']);
    await bookmark(again, 3);
    assert.deepEqual(again.marked()[0]?.bookmarks, kept[0]?.bookmarks.slice(1));
    await again.close();
  });

  it('go with their records when the log rolls over, also while nobody looks', async () => {
    const path = file('a.log', five);
    const logs = await openLogs([path]);
    await logs.until('records', isFollowing);
    await bookmark(logs, 2);
    renameSync(path, file('a.lo_'));
    file('a.log', line('new', 10) + line('newer', 11));
    await logs.until('the new file', ({ rows }) => rows === 7);
    assert.deepEqual(await marked(logs), ['step 3']);
    await logs.close();
    const again = await openLogs([path], undefined, { kept: logs.marked() });
    await again.until('bookmarks', ({ bookmarks }) => bookmarks.length === 1);
    assert.deepEqual(await marked(again), ['step 3']);
    assert.equal((await again.state()).bookmarks[0]?.part, 1);
    await again.close();
  });

  it('are not put on the records of another log at the same path', async () => {
    const path = file('a.log', five);
    const logs = await openLogs([path]);
    await logs.until('records', isFollowing);
    await bookmark(logs, 0);
    await bookmark(logs, 2);
    await logs.close();
    file('a.log', five.replace('step 3', 'STEP 3'));
    const again = await openLogs([path], undefined, { kept: logs.marked() });
    await again.until('bookmarks', (state) => isFollowing(state) && state.bookmarks.length === 1);
    assert.deepEqual(await marked(again), ['step 1']);
    await again.close();
  });
});

describe('how a log is read', () => {
  const file = withFolder();
  const cyrillic = Buffer.from('d1e1eee920f1e5f2e8', 'hex');

  it('goes by the settings: code page, and what the number behind a time means', async () => {
    const record = line('?', 1).replace('+00', '+60');
    const [before = '', behind = ''] = record.split('?');
    const path = file('a.log', Buffer.concat([Buffer.from(before), cyrillic, Buffer.from(behind)]));
    const logs = await openLogs([path], undefined, { reading: { ...asUsual, codePage: 'windows-1251' } });
    await logs.until('records', isFollowing);
    const [row] = await logs.rows();
    assert.equal(row?.message, 'Сбой сети');
    const local = Date.parse(`${row.time ?? ''}Z`);
    const hours = async (): Promise<number> =>
      (Date.parse((await logs.rows())[0]?.utc ?? '') - local) / 3_600_000;
    const usual = await hours();
    assert.equal(Math.abs(usual), 1);
    const { generation } = await logs.state();
    await logs.endpoint.request(logReadAs, { ...asUsual, bias: usual > 0 ? 'offset' : 'native' });
    await logs.until('other records', (state) => isFollowing(state) && state.generation > generation);
    assert.equal(await hours(), -usual);
    assert.notEqual((await logs.rows())[0]?.message, 'Сбой сети');
    await assert.rejects(
      logs.endpoint.request(logReadAs, { ...asUsual, codePage: 'nothing' }),
      /The code page "nothing" is not known here/,
    );
    await logs.close();
  });

  it('explains the error codes of a record', async () => {
    const path = file('a.log', line('Failed with 0x80070005, then HTTP 404', 1));
    const logs = await openLogs([path]);
    const { generation } = await logs.until('records', isFollowing);
    const details = await logs.endpoint.request(protocol.logDetails, { generation, row: 0 });
    assert.deepEqual(
      details?.errors.map(({ code, name }) => [code, name]),
      [
        ['0x80070005', 'E_ACCESSDENIED'],
        ['HTTP 404', 'Not Found'],
      ],
    );
    await logs.close();
  });
});
