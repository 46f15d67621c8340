import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parsePlan } from '../../../extension/core/redistribute/document/parsePlan';
import { ran } from './running';

const small = ['validate', '--demo', 'small', '--seed', '5'];
const dp = 'DPHAM01.contoso.local';

describe('the command line validates distribution points', function () {
  this.timeout(60_000);
  let folder: string;
  before(() => (folder = mkdtempSync(path.join(tmpdir(), 'cmvalidate-'))));
  after(() => rmSync(folder, { recursive: true }));

  it('by a plan that holds its pace, and is applied as any other', async () => {
    const file = path.join(folder, 'validate.cmplan.json');
    const asked = [...small, '--dp', dp, '--at-once', '2', '--spread', '15', '--plan', file];
    const { code, output, said } = await ran(asked);
    assert.equal(code, 0, said);
    assert.equal(output, '');
    const parsed = parsePlan(readFileSync(file, 'utf8'));
    assert.ok(parsed.kind === 'plan');
    const { caps, steps, hash } = parsed.plan;
    assert.deepEqual([caps.dpsAtOnce, caps.spreadMinutes], [2, 15]);
    assert.deepEqual(
      steps.map(({ action, dpName }) => [action, dpName]),
      [['validateDp', dp]],
    );
    const journal = path.join(folder, 'journal');
    const apply = ['apply', '--demo', 'small', '--seed', '5', '--plan', file, '--approve', hash];
    const applied = await ran([...apply, '--journal', journal]);
    assert.equal(applied.code, 0, applied.said);
    assert.match(applied.said, /All content was evaluated \(2386\): \d+ verified/);
  });

  it('or tells when they validate, by the clocks that the DPs tell', async () => {
    const csv = await ran([...small, '--calendar', 'csv', '--days', '10', '--read-time-zones']);
    assert.equal(csv.code, 0, csv.said);
    const [head, ...lines] = csv.output.trimEnd().split('\r\n');
    assert.match(head ?? '', /^dpName,siteCode,what,begin,end/);
    assert.ok(lines.some((line) => line.startsWith(dp) && line.includes('W. Europe Standard Time')));
    const settings = path.join(folder, 'missing.json');
    const ics = await ran([...small, '--calendar', 'ics', '--settings', settings]);
    assert.equal(ics.code, 2);
    assert.match(ics.said, /cannot be used as settings/);
  });

  it('and says what it lacks', async () => {
    assert.match((await ran(small)).said, /--dp is missing/);
    assert.match((await ran([...small, '--dp', 'nobody'])).said, /No distribution point has/);
    assert.match((await ran([...small, '--dp', dp, '--at-once', '0'])).said, /--at-once takes/);
  });
});
