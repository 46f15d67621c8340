import assert from 'node:assert/strict';
import type { FindingsView } from '../../../extension/core/reconcile/findingRow';
import type { ExplainedPage } from '../../../extension/ports/findings';
import type { FindingsClient } from '../../../extension/workers/findings/findingsClient';
import { startFindingsInProcess } from '../../../extension/workers/findings/startFindings';
import { dpAt, generateSite } from './generatedSite';
import { allRows, collect, inOneBatch, never, view } from './running';

const generated = generateSite(61, 101);

const explained = async (
  findings: FindingsClient,
  shown: FindingsView,
  limit: number,
): Promise<ExplainedPage['rows']> => {
  const rows: ExplainedPage['rows'][number][] = [];
  for (;;) {
    const page = await findings.explainPage(shown, rows.length, limit, never);
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
};

describe('findings: pages with evidence', () => {
  const running = startFindingsInProcess();
  const { findings } = running;

  before(() => findings.load(generated.site, [{}], generated.pairs(), never));
  after(() => running.dispose());

  it('show the rows of the view in its order, each with the evidence of its pair', async () => {
    const shown = view('-state:validated', 'since', true);
    const rows = await allRows(findings, shown);
    const pages = await explained(findings, shown, 137);
    assert.deepEqual(
      pages.map(({ row }) => row),
      rows,
    );
    for (const { row, evidence, finding } of pages.filter((_, at) => at % 97 === 0)) {
      const alone = await findings.explain(row.id, never);
      assert.deepEqual(evidence, alone?.evidence);
      assert.deepEqual(finding, alone?.finding);
    }
  });

  it('go on over more rows than are worked out at once, and can be asked for in any order', async () => {
    const rows = await allRows(findings, view('', 'bytes'));
    assert.ok(rows.length > 6000);
    for (const offset of [4800, 0, 5900, rows.length - 3, 200]) {
      const page = await findings.explainPage(view('', 'bytes'), offset, 400, never);
      assert.deepEqual(
        page.rows.map(({ row }) => row.id),
        rows.slice(offset, offset + 400).map(({ id }) => id),
      );
      assert.ok(page.rows.every(({ evidence }) => evidence.length > 0));
    }
    assert.deepEqual((await findings.explainPage(view(''), rows.length, 10, never)).rows, []);
  });

  it('are of the newest read', async () => {
    const shown = view('', 'bytes');
    await findings.explainPage(shown, 0, 10, never);
    const dp = dpAt(generated, 3);
    const [first, ...rest] = (await collect(generated.pairs())).filter((pair) => pair.dp === dp);
    assert.ok(first !== undefined);
    const changed = { ...first, target: undefined, inGroup: true };
    await findings.load(generated.site, [{ dp }], inOneBatch([changed, ...rest]), never);
    const pages = await explained(findings, view(`packageid=${first.packageId} state:notTargeted`), 500);
    const found = pages.find(({ row }) => row.dp === dp);
    assert.equal(found?.row.verdict, 'notTargeted');
    assert.match(found.evidence.map(({ text }) => text).join(' '), /No target row/);
  });

  it('stop when nobody waits for them any more', async () => {
    const stop = new AbortController();
    const page = findings.explainPage(view('', 'dp'), 0, 500, stop.signal);
    stop.abort();
    await assert.rejects(page, { kind: 'cancelled' });
  });

  it('refuse a filter that is not understood', () =>
    assert.rejects(findings.explainPage(view('foo:bar'), 0, 10, never), { kind: 'filter' }));
});

describe('findings: pairs that are not kept', () => {
  it('are rows like those of the table, as far as the filter fits them', async () => {
    const running = startFindingsInProcess();
    try {
      await running.findings.load(generated.site, [{}], generated.pairs(), never);
      const kept = await running.findings.resolve(
        { kind: 'view', filter: 'state:validated', except: [] },
        never,
      );
      for (const filter of ['', 'dp:zrh size>1MB', 'site:p01 last<1d', 'state:missing'])
        assert.deepEqual(
          await running.findings.asRows(kept, filter, never),
          await allRows(running.findings, view(`state:validated (${filter === '' ? '*' : filter})`)),
        );
    } finally {
      await running.dispose();
    }
  });
});
