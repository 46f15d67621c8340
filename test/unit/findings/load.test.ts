import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { explain } from '../../../extension/core/reconcile/explain';
import { pairId } from '../../../extension/core/reconcile/pairId';
import type { PairFacts } from '../../../extension/core/reconcile/pairFacts';
import { reconcile } from '../../../extension/core/reconcile/reconcile';
import type { SiteFacts } from '../../../extension/core/reconcile/siteFacts';
import { startFindings } from '../../../extension/workers/findings/findingsWorker';
import { dpAt, generateSite, hoursAgo } from './generatedSite';
import { allRows, collect, inOneBatch, never, view, withFindings } from './running';

const generated = generateSite(12, 8);
const { site } = generated;

/** The pair after a pass a moment ago. */
const passed = (pair: PairFacts): PairFacts => ({
  ...pair,
  messages: [...pair.messages, { messageId: 2384, time: hoursAgo(0.1), recordId: '99', version: 5 }],
});

const problemIds = async (
  findings: Parameters<Parameters<typeof withFindings>[0]>[0],
): Promise<ReadonlySet<string>> =>
  new Set((await allRows(findings, view('state:problems'))).map(({ id }) => id));

describe('findings: loading', () => {
  it('summarises as reconciliation does, with a revision that grows', () =>
    withFindings(async (findings) => {
      const summary = await findings.load(site, [{}], generated.pairs(), never);
      const expected = reconcile(site, await collect(generated.pairs()));
      assert.equal(summary.revision, 1);
      assert.equal(summary.readAt, site.readAt);
      assert.deepEqual(summary.site, expected.site);
      assert.deepEqual(summary.byVerdict, expected.byVerdict);
      assert.deepEqual(summary.byDp, expected.byDp);
      assert.deepEqual(summary.byGroup, expected.byGroup);
      assert.equal((await findings.load(site, [{}], generated.pairs(), never)).revision, 2);
      assert.equal((await findings.page(view(''), 0, 1, never)).revision, 2);
    }));

  it('replaces just the pairs of its scope', () =>
    withFindings(async (findings) => {
      await findings.load(site, [{}], generated.pairs(), never);
      const before = await allRows(findings, view(''));
      const dp = dpAt(generated, 3);
      const ofDp = (await collect(generated.pairs())).filter((pair) => pair.dp === dp);
      const kept = ofDp.slice(2).map(passed);
      const summary = await findings.load(site, [{ dp }], inOneBatch(kept), never);
      const after = await allRows(findings, view(''));
      const others = (rows: typeof before): typeof before => rows.filter((row) => row.dp !== dp);
      assert.deepEqual(others(after), others(before));
      assert.equal(after.filter((row) => row.dp === dp).length, kept.length);
      assert.equal(summary.byDp.get(dp)?.expected, kept.length);
      assert.equal((await findings.of({ dp }, never)).length, kept.length);
      assert.equal((await findings.of({ packageId: kept[0]?.packageId ?? '', dp }, never)).length, 1);
    }));

  it('counts a plainly validated pair once, before and after a scoped load brings it as a row', () =>
    withFindings(async (findings) => {
      const pairs = await collect(generated.pairs());
      const dp = dpAt(generated, 0);
      const packageId = pairs.find((pair) => pair.dp === dp)?.packageId ?? '';
      const isCounted = (pair: PairFacts): boolean => pair.dp === dp;
      const counted: SiteFacts = {
        ...site,
        discarded: {
          byDp: new Map([[dp, 12]]),
          byPackage: new Map(site.inventory.packages.map((one) => [one.packageId, 1])),
        },
      };
      const rows = pairs.filter((pair) => !isCounted(pair));
      const first = await findings.load(counted, [{}], inOneBatch(rows), never);
      const one = pairs.filter((pair) => isCounted(pair) && pair.packageId === packageId).map(passed);
      const targeted = pairs.filter(({ target }) => target !== undefined);
      const targets = {
        byDp: new Map(
          site.inventory.distributionPoints.map(({ key }) => [
            key,
            targeted.filter((pair) => pair.dp === key).length,
          ]),
        ),
        byPackage: new Map(
          site.inventory.packages.map((each) => [
            each.packageId,
            targeted.filter((pair) => pair.packageId === each.packageId).length,
          ]),
        ),
      };
      const second = await findings.load({ ...site, targets }, [{ packageId, dp }], inOneBatch(one), never);
      assert.equal(second.site.expected, first.site.expected);
      assert.equal(second.byDp.get(dp)?.expected, first.byDp.get(dp)?.expected);
      assert.deepEqual(second.byPackage.get(packageId)?.expected, first.byPackage.get(packageId)?.expected);
    }));

  it('changes nothing when the read fails half-way, and says why', () =>
    withFindings(async (findings) => {
      await findings.load(site, [{}], generated.pairs(), never);
      const before = await problemIds(findings);
      async function* failing(): AsyncGenerator<readonly PairFacts[]> {
        yield (await collect(generated.pairs())).slice(0, 20).map(passed);
        throw new Error('Query "pairs" failed.');
      }
      await assert.rejects(findings.load(site, [{}], failing(), never), /Query "pairs" failed/);
      assert.deepEqual(await problemIds(findings), before);
      assert.equal((await findings.page(view(''), 0, 1, never)).revision, 1);
    }));

  it('changes nothing when it is cancelled, and frees the caller at once', () =>
    withFindings(async (findings) => {
      await findings.load(site, [{}], generated.pairs(), never);
      const before = await problemIds(findings);
      const controller = new AbortController();
      const batch = (await collect(generated.pairs())).map(passed);
      async function* endless(): AsyncGenerator<readonly PairFacts[]> {
        await Promise.resolve();
        for (let sent = 0; ; sent++) {
          yield batch;
          if (sent === 2) controller.abort();
        }
      }
      await assert.rejects(findings.load(site, [{}], endless(), controller.signal), { kind: 'cancelled' });
      assert.deepEqual(await problemIds(findings), before);
    }));

  it('takes loads in turn, so that the read that began last is what stays', () =>
    withFindings(async (findings) => {
      const pairs = await collect(generated.pairs());
      async function* slow(): AsyncGenerator<readonly PairFacts[]> {
        await new Promise((resolve) => setTimeout(resolve, 20));
        yield pairs;
      }
      const [, last] = await Promise.all([
        findings.load(site, [{}], slow(), never),
        findings.load(site, [{}], inOneBatch(pairs.map(passed)), never),
      ]);
      assert.equal(last.revision, 2);
      assert.equal((await findings.page(view('state:hashFailed'), 0, 1, never)).total, 0);
    }));

  it('explains a pair by its own facts, those of a scoped load by the newer site', () =>
    withFindings(async (findings) => {
      await findings.load(site, [{}], generated.pairs(), never);
      const pairs = await collect(generated.pairs());
      for (const pair of pairs.slice(0, 12)) {
        const explained = await findings.explain(pairId(pair.packageId, pair.dp), never);
        assert.deepEqual(explained?.evidence, explain(site, pair));
        assert.equal(explained.row.packageId, pair.packageId);
      }
      const again = pairs.slice(0, 1).map(passed);
      const scope = { packageId: again[0]?.packageId ?? '', dp: dpAt(generated, 0) };
      await findings.load({ ...site, readAt: hoursAgo(0) }, [scope], inOneBatch(again), never);
      const explained = await findings.explain(pairId(scope.packageId, scope.dp), never);
      assert.ok(explained?.evidence.some(({ recordId }) => recordId === '99'));
    }));

  it('has nothing to explain of a pair that it was never sent', () =>
    withFindings(async (findings) => {
      await findings.load(site, [{}], generated.pairs(), never);
      assert.equal(await findings.explain(pairId('P0199999', dpAt(generated, 0)), never), undefined);
    }));

  it('works on a thread of its own, and says so when that fails', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'findings-'));
    const worker = path.join(folder, 'worker.cjs');
    const entry = path.resolve('extension/workers/findings/main.ts');
    writeFileSync(
      worker,
      [require.resolve('tsx/cjs'), entry].map((file) => `require(${JSON.stringify(file)});`).join(''),
    );
    const running = startFindings(worker);
    try {
      const summary = await running.findings.load(site, [{}], generated.pairs(), never);
      assert.equal(summary.site.expected, 96);
      assert.equal((await running.findings.facets('', never)).length, 5);
    } finally {
      await running.dispose();
    }
    await assert.rejects(running.findings.facets('', never), /disconnected/);

    try {
      const broken = path.join(folder, 'broken.cjs');
      writeFileSync(broken, 'setTimeout(() => { throw new Error("out of memory"); }, 50);');
      const failing = startFindings(broken);
      await assert.rejects(failing.findings.facets('', never), /findings worker failed: out of memory/);
      await assert.rejects(failing.findings.facets('', never), /findings worker failed/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
