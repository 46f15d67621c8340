import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ExportRow } from '../../../extension/core/export/exportRow';
import { dpKeyOfNalPath } from '../../../extension/core/content/nalPath';
import { withSite } from '../../adapters/demoSites';
import { ran } from './running';

const small = ['missing', '--demo', 'small', '--seed', '5'];

const rowsOf = (output: string): readonly ExportRow[] => JSON.parse(output) as readonly ExportRow[];

const pairOf = ({ packageId, dpNalPath, dpName }: ExportRow): string => {
  const resourceType = /cloudapp/.test(dpName) ? 'Windows Azure' : 'Windows NT Server';
  return `${packageId}@${dpKeyOfNalPath(dpNalPath, resourceType) ?? dpName}`;
};

describe('the command line on the demo site', function () {
  this.timeout(60_000);
  let folder: string;

  before(() => (folder = mkdtempSync(path.join(tmpdir(), 'cli-'))));
  after(() => rmSync(folder, { recursive: true }));

  it('gives every expected pair once, with its true verdict and what it rests on', async () => {
    const { code, output, said } = await ran([...small, '--all', '--format', 'json']);
    const rows = rowsOf(output);
    assert.equal(code, 1);
    assert.match(said, new RegExp(`^${rows.length} of ${rows.length} expected pairs`, 'm'));
    await withSite({ seed: 5, release: 'current' }, ({ truth }) => {
      const expected = [...truth.pairs].map(([pair, { verdict }]) => `${pair} ${verdict}`);
      const told = rows.filter(({ verdict }) => verdict !== 'removing');
      assert.deepEqual(
        new Set(told.map((row) => `${pairOf(row)} ${row.verdict}`)),
        new Set(expected.filter((text) => !text.endsWith(' removing'))),
      );
    });
    assert.equal(new Set(rows.map(pairOf)).size, rows.length);
    for (const { evidence, packageId, verdict } of rows)
      assert.ok(evidence.length > 0, `${packageId} ${verdict}`);
  });

  it('gives findings only unless asked for all, the same rows either way', async () => {
    const findings = rowsOf((await ran([...small, '--format', 'json'])).output);
    const all = rowsOf((await ran([...small, '--all', '--format', 'json'])).output);
    assert.ok(findings.length > 20 && findings.length < all.length);
    assert.ok(findings.every(({ verdict }) => verdict !== 'validated'));
    const verdicts = new Map(all.map((row) => [pairOf(row), row.verdict]));
    for (const row of findings) assert.equal(verdicts.get(pairOf(row)), row.verdict);
  });

  it('does not count what a file says is set aside, and refuses a file that is broken', async () => {
    const problems = ['--filter', 'state:problems', '--format', 'json'];
    const before = rowsOf((await ran([...small, ...problems])).output);
    const [some] = before;
    assert.ok(some);
    const file = path.join(folder, 'acknowledged.json');
    const entries = before.map(({ packageId, dpNalPath }) => ({
      site: 'PS1',
      package: packageId,
      dp: dpNalPath,
      reason: 'known',
      ticket: 'T-1',
      by: 'me',
      created: '2026-01-01T00:00:00Z',
    }));
    const one = entries.slice(0, 1);
    writeFileSync(file, JSON.stringify({ version: 1, acknowledgements: one }));
    const fewer = rowsOf((await ran([...small, ...problems, '--acknowledgements', file])).output);
    assert.deepEqual(
      fewer.map(pairOf),
      before.map(pairOf).filter((pair) => pair !== pairOf(some)),
    );

    writeFileSync(file, JSON.stringify({ version: 1, acknowledgements: entries }));
    const all = await ran([...small, '--all', '--format', 'json', '--acknowledgements', file]);
    assert.equal(all.code, 0);
    assert.ok(
      rowsOf(all.output).some(({ acknowledged, needsRepair }) => acknowledged && needsRepair === true),
    );

    writeFileSync(file, '{ "version": 1, "acknowledgements": [ {');
    const broken = await ran([...small, '--acknowledgements', file]);
    assert.equal(broken.code, 2);
    assert.match(broken.said, /acknowledged\.json/);
    rmSync(file);
  });

  it('filters what was only counted like everything else', async () => {
    const all = rowsOf((await ran([...small, '--all', '--format', 'json'])).output);
    const filter = 'state:validated size>20MB installed:yes';
    const { code, output } = await ran([...small, '--all', '--filter', filter, '--format', 'json']);
    const wanted = all.filter(
      ({ verdict, sizeKb, installed }) =>
        verdict === 'validated' && sizeKb !== null && sizeKb > 20 * 1024 && installed === true,
    );
    assert.ok(wanted.length > 10);
    assert.deepEqual(new Set(rowsOf(output).map(pairOf)), new Set(wanted.map(pairOf)));
    assert.equal(code, 0, 'nothing among them needs repair');
  });

  it('ends with 0 where nothing was found', async () => {
    const { code, output } = await ran(['missing', '--demo', 'empty', '--format', 'json']);
    assert.equal(code, 0);
    assert.deepEqual(rowsOf(output), []);
  });

  it('marks the word of a filter that is not understood, and reads nothing', async () => {
    const { code, output, said } = await ran([...small, '--filter', 'dp:x state:mising']);
    assert.equal(code, 2);
    assert.equal(output, '');
    assert.match(
      said,
      /^ {2}dp:x state:mising\n {13}\^{6}\nstate has no value "mising"\. Did you mean missing\?/,
    );
  });

  for (const format of ['table', 'csv', 'markdown', 'html', 'json'])
    it(`names no server and no domain when asked to, as ${format}`, async () => {
      const { output } = await ran([
        ...small,
        '--format',
        format,
        '--redact',
        '--filter',
        'dp:contoso or state:problems',
      ]);
      assert.match(output, /dp-0\d\d\.example/);
      await withSite({ seed: 5 }, ({ model }) => {
        for (const { server } of model.dps) {
          assert.ok(!output.toLowerCase().includes(server.toLowerCase()), server);
          assert.ok(!new RegExp(`\\b${server.split('.')[0] ?? ''}\\b`, 'i').test(output), server);
        }
      });
      assert.doesNotMatch(output, /contoso|fabrikam/i);
    });

  it('writes a file whole, or not at all', async () => {
    const file = path.join(folder, 'missing.csv');
    const { code, output } = await ran([...small, '--format', 'csv', '--output', file]);
    assert.equal(code, 1);
    assert.equal(output, '');
    assert.match(readFileSync(file, 'utf8'), /^packageId,packageName,/);
    assert.deepEqual(readdirSync(folder), ['missing.csv']);
    const nowhere = path.join(folder, 'nowhere', 'missing.csv');
    const failed = await ran([...small, '--output', nowhere]);
    assert.equal(failed.code, 2);
    assert.match(failed.said, /nowhere/);
    assert.ok(!existsSync(nowhere));
  });
});
