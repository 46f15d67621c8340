import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parsePlan } from '../../../extension/core/redistribute/document/parsePlan';
import type { Plan } from '../../../extension/core/redistribute/plan';
import { parsePlanArguments } from '../../../extension/cli/planArguments';
import { UsageError } from '../../../extension/cli/usage';
import { ran } from './running';

const small = ['plan', '--demo', 'small', '--seed', '5'];

const planOf = (document: string): Plan => {
  const parsed = parsePlan(document);
  assert.equal(parsed.kind, 'plan', parsed.kind === 'refused' ? parsed.problems.join() : '');
  return parsed.plan;
};

describe('the command line plans', function () {
  this.timeout(60_000);
  let folder: string;
  let repair: Plan;
  before(() => (folder = mkdtempSync(path.join(tmpdir(), 'cmplan-'))));
  after(() => rmSync(folder, { recursive: true }));

  it('the repair of all that is not proved, as a document with the hash that approves it', async () => {
    const file = path.join(folder, 'repair.cmplan.json');
    const { code, output, said } = await ran([...small, '--output', file, '--max-steps', '3']);
    assert.equal(code, 0, said);
    assert.equal(output, '');
    repair = planOf(readFileSync(file, 'utf8'));
    assert.ok(repair.steps.length > 10);
    assert.ok(said.includes(`apply --plan ${file} --approve ${repair.hash}`));
    assert.match(said, /left alone: .*inFlight/);
    assert.match(said, /Over its caps: \d+ steps, the cap is 3/);
  });

  it('the same steps for the same site, whoever asks', async () => {
    const [one, other] = [repair, planOf((await ran(small)).output)];
    const named = ({ steps }: Plan): readonly unknown[] =>
      steps.map(({ id, action, packageId, dpName }) => [id, action, packageId, dpName]);
    assert.deepEqual(named(one), named(other));
  });

  it('what a filter chooses, of validated content too', async () => {
    const where = 'package:"Chrome" or package:"7-Zip"';
    const { code, output, said } = await ran([...small, '--action', 'remove', '--where', where]);
    assert.equal(code, 0, said);
    const { steps } = planOf(output);
    assert.ok(steps.some(({ verdict }) => verdict === 'validated'));
    for (const { action, packageName } of steps) {
      assert.equal(action, 'remove');
      assert.match(packageName, /Chrome|7-Zip/);
    }
  });

  it('an update of content with all DPs of its packages, whatever the filter says of DPs', async () => {
    const [step] = repair.steps;
    const where = `dp:"${step?.dpName}" packageId:${step?.packageId}`;
    const { output, said } = await ran([...small, '--action', 'updateContent', '--where', where]);
    const { steps, refused } = planOf(output);
    assert.equal(steps.length + refused.length, 1, said);
  });

  it('to give one distribution point what another has, and nothing that it has', async () => {
    const [to, like] = ['DP10.contoso.local', 'DPHAM01.contoso.local'];
    const { code, output, said } = await ran([...small, '--give', to, '--like', like]);
    assert.equal(code, 0, said);
    const { steps } = planOf(output);
    assert.ok(steps.length > 0);
    for (const { action, dpName } of steps) assert.deepEqual([action, dpName], ['distribute', to]);
    const listed = await ran([
      'missing',
      ...small.slice(1),
      '--all',
      '--format',
      'json',
      '--filter',
      `dp:"${to}"`,
    ]);
    for (const { packageId, action } of steps) {
      assert.equal(action, 'distribute');
      assert.ok(!listed.output.includes(`"${packageId}"`), packageId);
    }
  });

  it('for no distribution point that the site does not have', async () => {
    const { code, said } = await ran([...small, '--give', 'DP9', '--like', 'DPHAM01.contoso.local']);
    assert.equal(code, 2);
    assert.match(said, /No distribution point has the server name "DP9"/);
  });

  it('nothing, and says so by its exit code', async () => {
    const { code, said } = await ran([...small, '--where', 'package:"no such package"']);
    assert.equal(code, 1);
    assert.match(said, /nothing would be written/);
    assert.doesNotMatch(said, /--approve/);
  });

  it('marks the word of a filter that is not understood', async () => {
    const { code, said } = await ran([...small, '--where', 'state:mising']);
    assert.equal(code, 2);
    assert.match(said, /^ {2}state:mising\n {8}\^{6}\n/);
  });

  for (const [given, named] of [
    [['--action', 'mend'], /--action takes one of: repair/],
    [['--action', 'remove'], /needs --where/],
    [['--max-steps', '0'], /--max-steps takes a whole number/],
    [['--filter', 'x'], /filter/],
    [['--give', 'DP1'], /--give <dp> and --like <dp> go together/],
    [['--give', 'DP1', '--like', 'DP2', '--where', 'x'], /no --where/],
    [['more'], /Not understood: more/],
  ] as const)
    it(`nothing for "${given.join(' ')}"`, () =>
      assert.throws(
        () => parsePlanArguments(['--demo', 'small', ...given]),
        (error) => error instanceof UsageError && named.test(error.message),
      ));
});
