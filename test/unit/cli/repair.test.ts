import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseRepairArguments, parseUndoArguments } from '../../../extension/cli/repairArguments';
import { UsageError } from '../../../extension/cli/usage';
import { ran, type Ran } from './running';

const demo = ['--demo', 'small', '--seed', '1'];

interface PlanDocument {
  readonly hash: string;
  readonly steps: readonly { readonly action: string; readonly dpName: string }[];
  readonly refused: readonly { readonly rule: string }[];
}

describe('the command line repairs content libraries', function () {
  this.timeout(120_000);
  let folder: string;
  before(() => (folder = mkdtempSync(path.join(tmpdir(), 'repair-'))));
  after(() => rmSync(folder, { recursive: true }));

  const run = (args: readonly string[]): Promise<Ran> =>
    ran(args, { XDG_DATA_HOME: folder, LOCALAPPDATA: folder, USERDOMAIN: 'CONTOSO' });

  it('by a plan of what two looks found, which another command carries out', async () => {
    const file = path.join(folder, 'repair.cmplan.json');
    const { code, said } = await run(['repair', ...demo, '--plan', file]);
    assert.equal(code, 0, said);
    assert.match(said, /Second look.*Nothing was changed yet.*apply --plan/s);
    const plan = JSON.parse(readFileSync(file, 'utf8')) as PlanDocument;
    const actions = new Set(plan.steps.map(({ action }) => action));
    assert.deepEqual(actions, new Set(['quarantine', 'redistribute', 'checkLists']));
    assert.ok(plan.refused.some(({ rule }) => rule === 'damaged' || rule === 'strayName'));
    const applied = await run(['apply', ...demo, '--plan', file, '--approve', plan.hash, '--report', 'json']);
    const { id, steps } = JSON.parse(applied.output) as {
      readonly id: string;
      readonly steps: readonly { readonly action: string; readonly fate: string; readonly cause: string }[];
    };
    for (const step of steps.filter(({ action }) => action !== 'redistribute'))
      assert.match(step.fate, /accepted|repaired/, `${step.action}: ${step.cause}`);
    // The demo site of the next program is as it was before: there, nothing is to be put back.
    const undo = await run(['undo', ...demo, '--run', id, '--plan', path.join(folder, 'undo.json')]);
    assert.equal(undo.code, 1, undo.said);
  });

  it('and says what it was not told', async () => {
    for (const args of [
      ['repair', ...demo],
      ['repair', ...demo, '--plan', 'x', '--wait', '0'],
      ['undo', ...demo, '--plan', 'x'],
      ['undo', '--run', 'x', '--plan', 'x'],
    ]) {
      const { code, said } = await run(args);
      assert.equal(code, 2, args.join(' '));
      assert.match(said, /--help/);
    }
    const { code, said } = await run(['undo', ...demo, '--run', 'none', '--plan', 'x']);
    assert.equal(code, 2, said);
  });

  it('takes the options that it tells of', () => {
    assert.throws(() => parseRepairArguments([...demo, '--plan', '']), UsageError);
    assert.throws(() => parseUndoArguments([...demo, '--run', '']), UsageError);
    const parsed = parseRepairArguments([
      ...demo,
      '--plan',
      'p',
      '--dp',
      'A',
      '--dp',
      'B',
      '--take-out-first',
    ]);
    assert.ok(parsed !== 'help');
    assert.deepEqual([parsed.dps, parsed.takeOutFirst, parsed.waitMinutes], [['A', 'B'], true, 5]);
    assert.equal(parseUndoArguments(['--help']), 'help');
  });
});
