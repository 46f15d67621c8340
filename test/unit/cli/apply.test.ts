import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseApplyArguments, parseRunsArguments } from '../../../extension/cli/runArguments';
import { UsageError } from '../../../extension/cli/usage';
import { ran, type Ran } from './running';

const demo = ['--demo', 'small', '--seed', '5'];

interface Report {
  readonly id: string;
  readonly phase: string;
  readonly steps: readonly { readonly packageId: string; readonly fate: string; readonly cause: string }[];
}

describe('the command line applies', function () {
  this.timeout(60_000);
  let folder: string;
  let file: string;
  let hash: string;
  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'apply-'));
    file = path.join(folder, 'plan.cmplan.json');
    const where = ['--action', 'validate', '--where', 'state:missing dp:dpham01'];
    const { code, said } = await ran(['plan', ...demo, ...where, '--output', file]);
    assert.equal(code, 0, said);
    ({ hash } = JSON.parse(readFileSync(file, 'utf8')) as { hash: string });
  });
  after(() => rmSync(folder, { recursive: true }));

  /** Locks and journals go below the folder, not to the user's. */
  const run = (args: readonly string[]): Promise<Ran> =>
    ran(args, { XDG_DATA_HOME: folder, LOCALAPPDATA: folder, USERDOMAIN: 'CONTOSO' });
  const journal = (): readonly string[] => ['--journal', path.join(folder, 'journal')];
  const apply = (more: readonly string[] = []): Promise<Ran> =>
    run(['apply', ...demo, '--plan', file, '--approve', hash, ...journal(), ...more]);

  it('nothing without the hash of that very plan, and nothing that was changed', async () => {
    const other = await run([
      'apply',
      ...demo,
      '--plan',
      file,
      '--approve',
      '0123456789abcdef',
      ...journal(),
    ]);
    assert.equal(other.code, 2);
    assert.match(other.said, /Nothing was written/);
    const changed = path.join(folder, 'changed.json');
    writeFileSync(changed, readFileSync(file, 'utf8').replace('"validate"', '"remove"'));
    const refused = await run(['apply', ...demo, '--plan', changed, '--approve', hash, ...journal()]);
    assert.equal(refused.code, 2);
    assert.match(refused.said, /was changed/);
    assert.deepEqual(readdirSync(folder).sort(), ['changed.json', 'plan.cmplan.json']);
  });

  it('an approved plan, follows it to its end, and tells the fate of each step', async () => {
    const { code, output, said } = await apply(['--report', 'json']);
    const report = JSON.parse(output) as Report;
    assert.equal(report.phase, 'ended', said);
    assert.ok(report.steps.length > 0);
    for (const { fate, cause } of report.steps) assert.ok(fate !== '' && cause !== '', said);
    const allGood = report.steps.every(({ fate }) => fate === 'repaired' || fate === 'accepted');
    assert.equal(code, allGood ? 0 : 1);
  });

  it('a plan once', async () => {
    const { code, said } = await apply();
    assert.equal(code, 2);
    assert.match(said, /confirmed before/);
  });

  it('a plan that was left goes on where it was', async () => {
    const runs = path.join(folder, 'journal', 'runs');
    const [name = ''] = readdirSync(runs);
    const lines = readFileSync(path.join(runs, name), 'utf8').split('\n');
    // As a crash right after the plan was written down, and in the middle of a line.
    writeFileSync(path.join(runs, name), `${lines[0] ?? ''}\n{"kind":"int`);
    const listed = await run(['runs', ...journal()]);
    assert.match(listed.output, /left, running/);
    const { said, output } = await apply();
    assert.match(said, /gone on with/);
    assert.match(output, /^# Run PS1-/);
    assert.match(output, /Line 2 is torn/);
  });

  it('and lists the runs, and exports them', async () => {
    const listed = await run(['runs', ...journal()]);
    assert.equal(listed.code, 0);
    assert.match(listed.output, /^PS1-\w+ {2}.*CONTOSO\\/);
    const [id = ''] = listed.output.split(' ');
    const exported = await run(['runs', ...journal(), '--run', id, '--export', 'json']);
    const [report] = JSON.parse(exported.output) as readonly Report[];
    assert.equal(report?.id, id);
    assert.match((await run(['runs', ...journal(), '--export', 'md'])).output, /^# Run/);
    const unknown = await run(['runs', ...journal(), '--run', '../x']);
    assert.equal(unknown.code, 2);
  });

  it('and says what is missing from its arguments', () => {
    for (const args of [
      demo,
      [...demo, '--plan', 'x'],
      [...demo, '--approve', 'x'],
      ['--plan', 'x', '--approve', 'y'],
      [...demo, '--plan', 'x', '--approve', 'y', '--report', 'pdf'],
      [...demo, '--plan', 'x', '--approve', 'y', 'more'],
    ])
      assert.throws(() => parseApplyArguments(args), UsageError, args.join(' '));
    assert.throws(() => parseRunsArguments(['--export', 'csv']), UsageError);
    assert.equal(parseApplyArguments(['--help']), 'help');
    assert.equal(parseRunsArguments(['-h']), 'help');
  });
});
