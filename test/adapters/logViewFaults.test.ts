import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LogState } from '../../extension/protocol/logPage';
import { isFollowing, line, openLogs, withFolder } from '../support/logView/openLogs';
import { FaultyServer, failing } from './remoteFilesFaults';

const problemIn = ({ logs }: LogState): string | undefined => {
  const [log] = logs;
  return log?.standing.kind === 'problem' ? log.standing.problem : undefined;
};

describe('the view of a log that something happens to', () => {
  const file = withFolder();

  it('shows what is appended, also a record that is written in two goes', async () => {
    const log = file('a.log', line('one', 1));
    const logs = await openLogs([log]);
    await logs.until('records', isFollowing);
    const [head, tail] = [line('two\r\nlines', 2).slice(0, 20), line('two\r\nlines', 2).slice(20)];
    appendFileSync(log, head);
    await logs.until('the torn one', ({ rows }) => rows === 2);
    assert.equal((await logs.rows())[1]?.torn, true);
    appendFileSync(log, tail + line('three', 3));
    await logs.until('the third', ({ rows, passed }) => rows === 3 && passed === 3);
    assert.deepEqual(await logs.messages(), ['one', 'two lines', 'three']);
    assert.equal((await logs.rows())[1]?.torn, false);
    await logs.close();
  });

  it('reads a log that grows while it is read', async () => {
    const server = new FaultyServer();
    const log = file('a.log', line('x'.repeat(200), 1).repeat(4000));
    let appended = 0;
    server.fault = (verb) => {
      if (verb === 'read' && appended < 5) appendFileSync(log, line(`appended ${++appended}`, 9));
      return undefined;
    };
    const logs = await openLogs([log], server.fileSystem);
    await logs.until('all', (state) => isFollowing(state) && state.rows === 4005);
    assert.deepEqual((await logs.messages()).slice(-2), ['appended 4', 'appended 5']);
    assert.equal(server.open, 0, 'no file stays open');
    await logs.close();
  });

  it('begins anew with a log that was cut', async () => {
    const log = file('a.log', line('one', 1) + line('two', 2));
    const logs = await openLogs([log]);
    const { generation } = await logs.until('records', isFollowing);
    truncateSync(log);
    appendFileSync(log, line('new', 3));
    const after = await logs.until('the new one', ({ rows, passed }) => rows === 1 && passed === 1);
    assert.ok(after.generation > generation, 'rows mean other records');
    assert.deepEqual(await logs.messages(), ['new']);
    await logs.close();
  });

  it('goes on behind a rollover, with the end of the old file and nothing twice', async () => {
    const log = file('a.log', line('one', 1));
    file('a.lo_', line('older, overwritten', 0));
    const logs = await openLogs([log]);
    await logs.until('records', ({ rows }) => rows === 2);
    appendFileSync(log, line('last before', 2));
    renameSync(log, file('a.lo_'));
    writeFileSync(log, line('first after', 3));
    await logs.until('both files', (state) => isFollowing(state) && state.rows === 3);
    assert.deepEqual(await logs.messages(), ['one', 'last before', 'first after']);
    await logs.show({ filter: 'before or after' });
    assert.deepEqual(await logs.messages(), ['last before', 'first after']);
    await logs.close();
  });

  it('takes another log of the same length or more for what it is', async () => {
    const log = file('a.log', line('one', 1));
    const logs = await openLogs([log]);
    await logs.until('records', isFollowing);
    writeFileSync(log, line('uno', 1) + line('due', 2));
    await logs.until('the other log', ({ rows, passed }) => rows === 2 && passed === 2);
    assert.deepEqual(await logs.messages(), ['uno', 'due']);
    await logs.close();
  });

  it('says that a log was deleted, still shows its rows, and goes on when it is back', async () => {
    const log = file('a.log', line('one', 1));
    const logs = await openLogs([log]);
    await logs.until('records', isFollowing);
    rmSync(log);
    const gone = await logs.until('that it is gone', (state) => problemIn(state) === 'notFound');
    assert.equal(gone.rows, 1);
    const [row] = await logs.rows();
    assert.deepEqual(
      [row?.unread, row?.severity, row?.component],
      [true, 'info', 'SMS_DISTRIBUTION_MANAGER'],
    );
    writeFileSync(log, line('back', 2));
    await logs.until('that it is back', (state) => isFollowing(state) && state.rows === 1);
    assert.deepEqual(await logs.messages(), ['back']);
    await logs.close();
  });

  it('waits for a log that is not there yet', async () => {
    const log = file('later.log');
    const logs = await openLogs([log]);
    const state = await logs.until('that it is not there', (now) => problemIn(now) === 'notFound');
    assert.match(JSON.stringify(state.logs), /later\.log could not be read: it is not there/);
    writeFileSync(log, line('one', 1));
    await logs.until('it', ({ rows }) => rows === 1);
    await logs.close();
  });

  it('calls a folder that is gone unreachable: nothing is known of what is in it', async () => {
    const folder = file('share');
    mkdirSync(folder);
    const log = path.join(folder, 'a.log');
    writeFileSync(log, line('one', 1));
    const logs = await openLogs([log]);
    await logs.until('records', isFollowing);
    renameSync(folder, file('away'));
    await logs.until('that it is unreachable', (state) => problemIn(state) === 'unreachable');
    renameSync(file('away'), folder);
    appendFileSync(log, line('two', 2));
    await logs.until('the rest', (state) => isFollowing(state) && state.rows === 2);
    await logs.close();
  });

  for (const [code, problem] of [
    ['EBUSY', 'inUse'],
    ['EACCES', 'denied'],
    ['UNKNOWN', 'unreachable'],
    ['EIO', 'failed'],
  ] as const)
    it(`says ${problem} at ${code}, and goes on where it was`, async () => {
      const server = new FaultyServer();
      const log = file('a.log', line('one', 1));
      const logs = await openLogs([log], server.fileSystem);
      await logs.until('records', isFollowing);
      server.fault = failing('openToRead', code);
      appendFileSync(log, line('two', 2));
      await logs.until(problem, (state) => problemIn(state) === problem);
      server.fault = () => undefined;
      await logs.until('the rest', (state) => isFollowing(state) && state.rows === 2);
      assert.deepEqual(await logs.messages(), ['one', 'two']);
      await logs.close();
    });

  it('goes on in the middle of a log whose share was lost while it was read', async () => {
    const server = new FaultyServer();
    const log = file('a.log', line('x'.repeat(200), 1).repeat(4000));
    let reads = 0;
    server.fault = (verb) => (verb === 'read' && ++reads === 3 ? { code: 'ECONNRESET' } : undefined);
    const logs = await openLogs([log], server.fileSystem);
    await logs.until('all', (state) => isFollowing(state) && state.rows === 4000);
    const bytes = 4000 * line('x'.repeat(200), 1).length;
    assert.ok(reads < bytes / 65_536, 'what was read is not read again');
    await logs.close();
  });

  it('says unreachable when a share answers nothing, and closes all the same', async () => {
    const server = new FaultyServer();
    let answer = (): void => undefined;
    const released = new Promise<void>((resolve) => (answer = resolve));
    server.fault = () => ({ until: released });
    const logs = await openLogs([file('a.log', line('one', 1))], server.fileSystem);
    await logs.until('that it is unreachable', (state) => problemIn(state) === 'unreachable');
    await logs.close();
    answer();
  });
});
