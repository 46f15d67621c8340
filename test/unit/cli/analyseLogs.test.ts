import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { scenarioFiles, siteScenario } from '../../support/logs/site/siteScenario';
import { ran } from './running';

interface Printed {
  readonly kind: 'log' | 'finding' | 'row';
  readonly analyser: string;
  readonly section?: string;
  readonly cells?: Readonly<Record<string, unknown>>;
  readonly text?: string;
  readonly lines?: readonly { readonly file: string; readonly line: number }[];
}

describe('the command line analyses logs', () => {
  let folder: string;
  let files: readonly string[];
  const scenario = siteScenario(5, 300);

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'analyse-'));
    files = scenarioFiles(scenario, 1, { bias: 300, rolls: 1, torn: 0 }).map(({ file, bytes }) => {
      const to = path.join(folder, file);
      mkdirSync(path.dirname(to), { recursive: true });
      writeFileSync(to, bytes);
      return to;
    });
  });
  after(() => rmSync(folder, { recursive: true }));

  it('as one JSON object a log, finding and row, each with its lines', async () => {
    const { code, output } = await ran(['logs', 'analyse', ...files.toReversed()]);
    assert.equal(code, 1);
    const printed = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Printed);
    const jobs = printed.filter(({ section }) => section === 'jobs');
    assert.equal(jobs.length, scenario.truth.transfers.length);
    assert.deepEqual(
      jobs.map(({ cells }) => cells?.['job']).toSorted(),
      scenario.truth.transfers.map(({ job }) => job).toSorted(),
    );
    for (const { lines } of printed.filter(({ kind }) => kind === 'finding'))
      assert.ok(lines?.every(({ file, line }) => files.includes(file) && line > 0));
  });

  it('as tables for people', async () => {
    const { output } = await ran(['logs', 'analyse', ...files, '--format', 'table']);
    assert.match(output, /^Distribution Manager: .*distmgr\.log$/m);
    assert.match(output, /ERROR {3}Package CS100000: 1 error while it was processed\..*\(distmgr\.lo_:\d+/);
    assert.match(output, /^ {4}JOB {2}PACKAGE /m);
  });

  it('says which file could not be read, and which records were for no analyser', async () => {
    const other = path.join(folder, 'other.log');
    writeFileSync(other, 'Text  $$<SMS_OTHER><05-09-2023 06:26:25.828-60><thread=2212 (0x8A4)>\r\n');
    const { code, said } = await ran(['logs', 'analyse', other, path.join(folder, 'none.log')]);
    assert.equal(code, 2);
    assert.match(said, /none\.log could not be read/);
    assert.match(said, /other\.log: 1 of 1 records are of no component that is analysed \(SMS_OTHER\)/);
  });
});
