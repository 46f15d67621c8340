import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import * as protocol from '../../extension/protocol/logPage';
import { logText, logWrite } from '../../extension/protocol/logWorker';
import { nodeLogBytes } from '../../extension/adapters/files/nodeLogBytes';
import { LogReader } from '../../extension/core/logs/logReader';
import { generateRecords } from '../support/logs/generateRecords';
import { ccmText } from '../support/logs/writtenRecord';
import { isFollowing, line, openLogs, serverLine, withFolder } from '../support/logView/openLogs';

const generated = (jobs: number, seed: number): string =>
  generateRecords(jobs, seed)
    .records.map((record) => `${ccmText(record, -120)}\r\n`)
    .join('');

describe('the view of a log', () => {
  const file = withFolder();

  it('has the records of the reader, whatever piece of the file they are in', async () => {
    const text = `${generated(400, 5)}plain line\r\n${'x'.repeat(300_000)}\r\n${generated(400, 6)}`;
    const path = file('distmgr.log', text);
    const reader = new LogReader(nodeLogBytes());
    const records = [...reader.push(Buffer.from(text)), ...reader.end()];
    const logs = await openLogs([path]);
    await logs.until('all records', isFollowing);
    const rows = await logs.rows();
    assert.deepEqual(
      rows.map(({ line, offset, severity, time, utc, component, thread, source }) => ({
        line,
        offset,
        severity,
        time,
        utc,
        component,
        thread,
        source,
      })),
      records.map(({ line, offset, severity, time, utc, component, thread, source }) => ({
        line,
        offset,
        severity,
        time,
        utc,
        component,
        thread,
        source,
      })),
    );
    const details = await logs.endpoint.request(protocol.logDetails, {
      generation: (await logs.state()).generation,
      row: records.length - 3,
    });
    assert.equal(details?.message, records.at(-3)?.message);
    await logs.close();
  });

  it('shows the newest records of a large log before all of it is read', async () => {
    const block = generated(3000, 7);
    const path = file(
      'big.log',
      block.repeat(Math.ceil(9_000_000 / block.length)) + line('the newest', 90_000),
    );
    const logs = await openLogs([path]);
    const first = await logs.until('rows', ({ rows }) => rows > 0);
    assert.ok(first.isPreview);
    const { generation, rows } = first;
    const [last] =
      (await logs.endpoint.request(protocol.logRows, { generation, offset: rows - 1, limit: 1 })) ?? [];
    assert.equal(last?.message, 'the newest');
    assert.equal(last.line, 0, 'its line is not known yet');
    const whole = await logs.until('all', isFollowing);
    assert.ok(whole.rows > rows && whole.generation > generation);
    const place = { log: last.log, part: last.part, offset: last.offset };
    const { row } = await logs.endpoint.request(protocol.logLocate, place);
    assert.equal(row, whole.rows - 1);
    await logs.close();
  });

  it('filters by what the index knows and by text, in every notation', async () => {
    const path = file(
      'a.log',
      line('Starting', 1) +
        line('Failed for CS100026. Error 0x80041002', 2, { type: 3 }) +
        line('Größe überschritten', 3, { type: 2, component: 'PullDP', thread: 5801 }) +
        line('200 \u212aelvin', 3600),
    );
    const logs = await openLogs([path]);
    await logs.until('records', isFollowing);
    const found = async (filter: string): Promise<readonly number[]> => {
      await logs.show({ filter });
      return (await logs.rows()).map(({ line }) => line);
    };
    assert.deepEqual(await found('severity:error,warning'), [2, 3]);
    assert.deepEqual(await found('component:pulldp'), [3]);
    assert.deepEqual(await found('thread=0x16a9'), [3]);
    assert.deepEqual(await found('GRÖSSE or überSCHRITTEN'), [3]);
    assert.deepEqual(await found('cs100026'), [2]);
    assert.deepEqual(await found('kelvin'), [4]);
    assert.deepEqual(await found('-failed'), [1, 3, 4]);
    assert.deepEqual(await found('/cs1\\d{5}\\. error/ -component:pull*'), [2]);
    assert.deepEqual(await found('source:distmgr.cpp message:start*'), [1]);
    assert.deepEqual(await found('time>=2023-05-09T07:00'), [4]);
    assert.deepEqual(await found('log:a.log severity:none'), []);
    await logs.close();
  });

  it('counts and draws what fits, and finds its way in it', async () => {
    const path = file(
      'a.log',
      Array.from({ length: 300 }, (_, at) =>
        line(`step ${at}`, at * 10, { type: at % 50 === 7 ? 3 : 1 }),
      ).join(''),
    );
    const logs = await openLogs([path]);
    const { generation, errors } = await logs.until('records', isFollowing);
    assert.equal(errors, 6);
    const { bars } = await logs.endpoint.request(protocol.logBars, { most: 40, lanes: 4 });
    assert.equal(
      bars.reduce((sum, { records }) => sum + records, 0),
      300,
    );
    assert.equal(
      bars.reduce((sum, bar) => sum + bar.errors, 0),
      6,
    );
    const seek = (row: number, forward: boolean, filter: string): Promise<number | undefined> =>
      logs.endpoint.request(protocol.logSeek, { generation, row, forward, filter });
    assert.equal(await seek(7, true, 'severity:error'), 57);
    assert.equal(await seek(57, false, 'severity:error'), 7);
    assert.equal(await seek(7, false, 'severity:error'), undefined);
    assert.equal(await seek(0, true, '"step 250"'), 250);
    assert.equal(await seek(299, false, '/step 1\\d$/'), 19);
    const time = Date.parse('2023-05-09T06:10:00Z');
    assert.equal(await logs.endpoint.request(protocol.logSeekTime, { generation, time }), 60);
    const selection = { allBut: false, rows: [10, 70, 57] };
    assert.deepEqual(await logs.endpoint.request(protocol.logMeasure, { generation, selection }), {
      records: 3,
      warnings: 0,
      errors: 1,
      first: Date.parse('2023-05-09T06:01:40Z'),
      last: Date.parse('2023-05-09T06:11:40Z'),
    });
    await logs.close();
  });

  it('makes one row of records that say the same', async () => {
    const wrote = (at: number): string => line(`Wrote ${at * 77} bytes to \\\\DP${at}\\SMS_DP$`, at);
    const failed = (at: number, code: string): string => line(`Failed with ${code}`, at, { type: 3 });
    const path = file(
      'a.log',
      wrote(1) + wrote(2) + wrote(3) + failed(4, '0x80070005') + failed(5, '0x80070002') + wrote(6),
    );
    const logs = await openLogs([path]);
    await logs.until('records', isFollowing);
    await logs.show({ collapses: true });
    const shown = async (): Promise<readonly (readonly [string, number])[]> =>
      (await logs.rows()).map(({ message, count }) => [message.slice(0, 22), count]);
    assert.deepEqual(await shown(), [
      ['Wrote 77 bytes to \\\\DP', 3],
      ['Failed with 0x80070005', 1],
      ['Failed with 0x80070002', 1],
      ['Wrote 462 bytes to \\\\D', 1],
    ]);
    appendFileSync(path, wrote(7));
    await logs.until('the appended one', ({ matched }) => matched === 7);
    assert.deepEqual((await shown()).at(-1), ['Wrote 462 bytes to \\\\D', 2]);
    await logs.close();
  });

  it('fades what does not fit where it is not to be hidden', async () => {
    const path = file('a.log', line('one', 1) + line('two', 2) + line('three', 3));
    const logs = await openLogs([path]);
    await logs.until('records', isFollowing);
    const { rows, matched } = await logs.show({ filter: 'two', hides: false });
    assert.deepEqual([rows, matched], [3, 1]);
    assert.deepEqual(
      (await logs.rows()).map(({ fits }) => fits),
      [false, true, false],
    );
    await logs.close();
  });

  it('puts several logs in the order of UTC, and keeps them in it as they grow', async () => {
    const server = file('distmgr.log', serverLine('created', 1) + serverLine('waiting', 5));
    const client = file('CAS.log', line('asked', 2) + line('done', 6));
    const logs = await openLogs([server, client]);
    await logs.until('records', isFollowing);
    assert.deepEqual(await logs.messages(), ['created', 'asked', 'waiting', 'done']);
    appendFileSync(client, line('next', 9));
    await logs.until('the next', ({ rows }) => rows === 5);
    appendFileSync(server, serverLine('late', 8));
    await logs.until('the late one', ({ rows, passed }) => rows === 6 && passed === 6);
    assert.deepEqual(await logs.messages(), ['created', 'asked', 'waiting', 'done', 'late', 'next']);
    assert.deepEqual(
      (await logs.rows()).map(({ log }) => log),
      [0, 1, 0, 1, 0, 1],
    );
    await logs.show({ filter: 'log:cas.log' });
    assert.deepEqual(await logs.messages(), ['asked', 'done', 'next']);
    await logs.close();
  });

  it('joins a log with its rollovers, oldest first, and parts them again', async () => {
    const path = file('smsts.log', line('newest', 9));
    file('smsts.lo_', line('rolled', 5));
    file('smsts-20230509-060000.log', line('older', 2));
    file('smsts-20230501-060000.log', line('oldest', 1));
    file('smstsx.log', line('another log', 1));
    const logs = await openLogs([path]);
    const { logs: shown } = await logs.until('records', isFollowing);
    assert.deepEqual(
      shown.map(({ files, rollovers }) => [files, rollovers]),
      [[4, 3]],
    );
    assert.deepEqual(await logs.messages(), ['oldest', 'older', 'rolled', 'newest']);
    await logs.endpoint.request(protocol.logJoin, { joined: false });
    await logs.until('the log alone', (state) => isFollowing(state) && state.rows === 1);
    assert.deepEqual(await logs.messages(), ['newest']);
    await logs.close();
  });

  it('writes rows as a table, without what a spreadsheet would run, and as they are', async () => {
    const text = line('=1+1\r\nsecond line', 1) + line('two', 2);
    const path = file('a.log', text);
    const logs = await openLogs([path]);
    const { generation } = await logs.until('records', isFollowing);
    const selection = { allBut: true, rows: [1] };
    const copied = await logs.endpoint.request(logText, { generation, selection, format: 'table' });
    assert.equal(copied.records, 1);
    assert.match(copied.text, /\t'=1\+1 second line\ta\.log\t1\n$/);
    const target = file('out.log');
    const all = { allBut: true, rows: [] };
    const asked = { generation, selection: all, format: 'log' as const, file: target };
    assert.equal(await logs.endpoint.request(logWrite, asked), 2);
    assert.equal(readFileSync(target, 'utf8'), text);
    await assert.rejects(
      logs.endpoint.request(logWrite, {
        ...asked,
        generation: generation + 1,
        file: file('no.log'),
      }),
      /has changed meanwhile/,
    );
    assert.ok(!existsSync(file('no.log')));
    await logs.close();
  });

  it('says what is wrong with a filter, and keeps what it shows', async () => {
    const path = file('a.log', line('one', 1));
    const logs = await openLogs([path]);
    await logs.until('records', isFollowing);
    for (const [filter, problem] of [
      ['severity:bad', /no value "bad"/],
      ['/(a/', /regular expression is not valid/],
      ['/(a+)+b/', /repeats what already repeats/],
    ] as const)
      await assert.rejects(
        logs.endpoint.request(protocol.logShow, { filter, hides: true, collapses: false }),
        problem,
      );
    assert.deepEqual(await logs.messages(), ['one']);
    await logs.close();
  });
});
