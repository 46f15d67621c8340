import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateRecords } from '../../support/logs/generateRecords';
import { writeLog } from '../../support/logs/writeLog';
import { ran } from './running';

interface PrintedRecord {
  readonly file: string;
  readonly message: string;
  readonly utc: string | null;
  readonly severity: string;
  readonly line: number;
}

const recordsOf = (output: string): readonly PrintedRecord[] =>
  output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as PrintedRecord);

describe('the command line reads logs', () => {
  let folder: string;
  let client: string;
  let server: string;
  const { records } = generateRecords(60, 3);
  const odd = records.filter((_, index) => index % 2 === 1);
  const even = records.filter((_, index) => index % 2 === 0);

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'logs-'));
    client = path.join(folder, 'client.log');
    server = path.join(folder, 'distmgr.log');
    writeFileSync(client, writeLog(odd, { form: 'ccm', bias: -120, mark: true }).bytes);
    writeFileSync(server, writeLog(even, { form: 'server', bias: 300 }).bytes);
  });
  after(() => rmSync(folder, { recursive: true }));

  it('as one JSON object a record, with the file it is from', async () => {
    const { code, output, said } = await ran(['logs', 'parse', client, server]);
    assert.deepEqual([code, said], [0, '']);
    const printed = recordsOf(output);
    assert.deepEqual(Object.keys(printed[0] ?? {}), [
      'file',
      'format',
      'line',
      'endLine',
      'offset',
      'length',
      'message',
      'component',
      'severity',
      'type',
      'thread',
      'source',
      'time',
      'utc',
      'torn',
    ]);
    assert.deepEqual(
      printed.map(({ file }) => file),
      [...odd.map(() => client), ...even.map(() => server)],
    );
  });

  it('as one, by UTC, whatever the zones of the machines', async () => {
    const { code, output } = await ran(['logs', 'merge', server, client]);
    assert.equal(code, 0);
    const times = recordsOf(output).map(({ utc }) => utc);
    assert.equal(times.length, records.length);
    assert.deepEqual(
      times,
      records.map(({ at }) => new Date(at).toISOString()),
    );
  });

  it('as one, where one of them does not tell its distance from UTC', async () => {
    const local = path.join(folder, 'local.log');
    const text = writeLog(odd, { form: 'ccm', bias: 300 }).bytes.toString().replaceAll('+300"', '"');
    writeFileSync(local, text);
    const { output } = await ran(['logs', 'merge', local, server]);
    const spoken = records.map(({ message }) => message.replaceAll(/\s+/g, ' '));
    const sameTime = (index: number): boolean =>
      records[index]?.at === records[index + 1]?.at || records[index]?.at === records[index - 1]?.at;
    recordsOf(output).forEach(({ message }, index) => {
      if (!sameTime(index)) assert.equal(message.replaceAll(/\s+/g, ' '), spoken[index]);
    });
  });

  it('for their errors', async () => {
    const { output } = await ran(['logs', 'errors', client]);
    const wanted = odd.filter(({ type }) => type === 3).map(({ message }) => message);
    assert.ok(wanted.length > 0);
    assert.deepEqual(
      recordsOf(output).map(({ message }) => message),
      wanted,
    );
  });

  it('and says what the codes in them mean', async () => {
    const file = path.join(folder, 'PkgXferMgr.log');
    writeFileSync(
      file,
      '~ExecStaticMethod failed (80041002) SMS_DistributionPoint, AddFile $$<SMS_PACKAGE_TRANSFER_MANAGER><06-14-2018 06:26:25.828-60><thread=9112 (0x2398)>\r\n' +
        'Failed to do it $$<SMS_PACKAGE_TRANSFER_MANAGER><06-14-2018 06:26:25.828-60><thread=9112 (0x2398)>\r\n',
    );
    const { output } = await ran(['logs', 'errors', file]);
    assert.deepEqual(
      output
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { codes: unknown }).codes),
      [[{ code: '0x80041002', name: 'WBEM_E_NOT_FOUND', meaning: 'the object was not found' }], []],
    );
    const table = (await ran(['logs', 'errors', '--format', 'table', file])).output.split('\n');
    assert.match(table[0] ?? '', /CODE +NAME +MEANING +MESSAGE$/);
    assert.match(table[1] ?? '', /:1 +0x80041002 +WBEM_E_NOT_FOUND +the object was not found +ExecStatic/);
  });

  it('as a table, one line a record', async () => {
    const { output } = await ran(['logs', 'parse', '--format', 'table', client]);
    const lines = output.trimEnd().split('\n');
    assert.match(lines[0] ?? '', /^TIME +SEVERITY +COMPONENT/);
    assert.equal(lines.length, odd.length + 1);
    assert.match(lines[1] ?? '', /^2023-05-09T06:\d\d:\d\d\.\d{3}Z {2}\w+ .*client\.log:1 /);
  });

  it('in a code page that is named, and with the bias that is told', async () => {
    const file = path.join(folder, 'ansi.log');
    writeFileSync(
      file,
      Buffer.from('<![LOG[\xcf\xf0\xe8]LOG]!><time="12:00:00.000+60" date="06-01-2023" type="1">', 'latin1'),
    );
    const { output } = await ran(['logs', 'parse', '--code-page', 'windows-1251', '--bias', 'offset', file]);
    const [record] = recordsOf(output);
    assert.deepEqual([record?.message, record?.utc], ['При', '2023-06-01T11:00:00.000Z']);
  });

  it('and goes on when one is not there, but says so', async () => {
    const { code, output, said } = await ran(['logs', 'parse', path.join(folder, 'none.log'), server]);
    assert.equal(code, 2);
    assert.match(said, /none\.log could not be read: ENOENT/);
    assert.equal(recordsOf(output).length, even.length);
  });

  it('and says what is missing from its arguments', async () => {
    for (const args of [
      ['logs'],
      ['logs', 'parse'],
      ['logs', 'print', 'x'],
      ['logs', 'parse', 'x', '--bias', 'east'],
      ['logs', 'parse', 'x', '--code-page', 'y'],
    ]) {
      const { code, said } = await ran(args);
      assert.equal(code, 2, said);
      assert.match(said, /--help says/);
    }
    assert.match((await ran(['logs', '--help'])).output, /logs parse\|merge\|errors/);
  });
});
