import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markAcknowledged } from '../../../extension/app/markAcknowledged';
import { pairAt, pairSet } from '../../../extension/core/history/pairSet';
import { footingOf, verdictIn } from '../../../extension/core/history/snapshot';
import { unmarked, type FindingMarks } from '../../../extension/core/reconcile/findingMarks';
import type { FindingRow } from '../../../extension/core/reconcile/findingRow';
import { pairId } from '../../../extension/core/reconcile/pairId';
import { sumOfTallies, tallyClass } from '../../../extension/core/reconcile/tally';
import { said } from '../acknowledge/acknowledgements';
import { generateSite, now } from './generatedSite';
import { allRows, inOneBatch, collect, never, view, withFindings } from './running';

const generated = generateSite(12, 8);
const { site } = generated;
type Findings = Parameters<Parameters<typeof withFindings>[0]>[0];

const idsOf = async (findings: Findings, filter: string): Promise<readonly string[]> =>
  (await allRows(findings, view(filter))).map(({ id }) => id).sort();
const saidOf = ({ packageId, dpName, verdict }: FindingRow, expires?: number) =>
  said({ packageId, dp: dpName, verdicts: [verdict], expires });
const marks = (part: Partial<FindingMarks>): FindingMarks => ({ ...unmarked, now, ...part });

/** Findings of the site, and its problems as they are without marks. */
const loaded = (
  task: (findings: Findings, problems: readonly FindingRow[]) => Promise<void>,
): Promise<void> =>
  withFindings(async (findings) => {
    await findings.load(site, [{}], generated.pairs(), never);
    await task(findings, await allRows(findings, view('state:problems')));
  });

describe('findings: marks', () => {
  it('counts what is acknowledged in a class of its own, everywhere, and nothing twice', () =>
    loaded(async (findings, problems) => {
      const before = await findings.mark(unmarked, never);
      const chosen = problems.slice(0, 5);
      const after = await findings.mark(marks({ acknowledgements: chosen.map((row) => saidOf(row)) }), never);
      assert.ok(before && after);
      assert.deepEqual(after.site, {
        ...before.site,
        problems: before.site.problems - 5,
        acknowledged: 5,
      });
      assert.deepEqual(after.byVerdict, before.byVerdict);
      assert.deepEqual(sumOfTallies([...after.byDp.values()]), after.site);
      assert.deepEqual(sumOfTallies([...after.byPackage.values()]), after.site);
      const chosenIds = chosen.map(({ id }) => id).sort();
      assert.deepEqual(await idsOf(findings, 'state:acknowledged'), chosenIds);
      assert.deepEqual(await idsOf(findings, 'acknowledged:yes'), chosenIds);
      assert.equal((await idsOf(findings, 'state:problems')).length, problems.length - 5);
      assert.equal((await idsOf(findings, 'acknowledged:no state:problems')).length, problems.length - 5);
    }));

  it('still finds an acknowledged finding by its verdict, and gives it to whoever selects it', () =>
    loaded(async (findings, problems) => {
      const [row] = problems;
      assert.ok(row);
      await findings.mark(marks({ acknowledgements: [saidOf(row)] }), never);
      assert.ok((await idsOf(findings, `state:${row.verdict}`)).includes(row.id));
      const [finding] = await findings.resolve({ kind: 'pairs', pairs: [row.id] }, never);
      assert.equal(finding?.marks?.acknowledged, 'yes');
      const { acknowledged } = await findings.measure({ kind: 'pairs', pairs: [row.id] }, never);
      assert.equal(acknowledged, 1);
    }));

  it('counts what has expired again, and tells it apart', () =>
    loaded(async (findings, problems) => {
      const [first, second] = problems;
      assert.ok(first && second);
      const acknowledgements = [saidOf(first, now - 1), saidOf(second, now + 1)];
      const after = await findings.mark(marks({ acknowledgements }), never);
      assert.equal(after?.site.acknowledged, 1);
      assert.equal(after.marked.expired, 1);
      assert.deepEqual(await idsOf(findings, 'acknowledged:expired'), [first.id]);
      assert.ok((await idsOf(findings, 'acknowledged:no')).includes(first.id));
    }));

  it('marks the rows that a later read brings, and counts a changed verdict again', () =>
    loaded(async (findings, problems) => {
      const row = problems.find(({ verdict }) => verdict === 'missing');
      assert.ok(row);
      await findings.mark(marks({ acknowledgements: [saidOf(row)] }), never);
      const scope = { packageId: row.packageId, dp: row.dp };
      const same = (await collect(generated.pairs())).filter(
        (pair) => pair.packageId === row.packageId && pair.dp === row.dp,
      );
      const unchanged = await findings.load(site, [scope], inOneBatch(same), never);
      assert.equal(unchanged.site.acknowledged, 1);
      const failed = same.map((pair) => ({
        ...pair,
        messages: [...pair.messages, { messageId: 2383, time: now - 1, recordId: '99', version: 5 }],
      }));
      const changed = await findings.load(site, [scope], inOneBatch(failed), never);
      assert.equal(changed.site.acknowledged, 0);
      assert.equal((await findings.of(scope, never))[0]?.verdict, 'corrupt');
    }));

  it('calls new just the problems that were none before, and nothing when that is not known', () =>
    loaded(async (findings, problems) => {
      assert.equal((await findings.mark(unmarked, never))?.marked.isNew, 0);
      await fc.assert(
        fc.asyncProperty(fc.subarray([...problems]), fc.subarray([...problems]), async (known, flapping) => {
          const { marked } =
            (await findings.mark(marks({ before: pairSet(known), flapping: pairSet(flapping) }), never)) ??
            {};
          const expected = problems.filter((row) => !known.includes(row)).map(({ id }) => id);
          assert.deepEqual(await idsOf(findings, 'new:yes'), expected.sort());
          assert.deepEqual(await idsOf(findings, 'flapping:yes'), flapping.map(({ id }) => id).sort());
          assert.deepEqual(marked, { expired: 0, isNew: expected.length, isFlapping: flapping.length });
        }),
        { numRuns: 15 },
      );
    }));

  it('leaves a snapshot of what was found, which acknowledging does not change', () =>
    loaded(async (findings, problems) => {
      await findings.mark(marks({ acknowledgements: problems.map((row) => saidOf(row)) }), never);
      const snapshot = await findings.snapshot(never);
      const rows = await allRows(findings, view('-state:validated'));
      const expected = rows.map(({ id, verdict }) => `${id} ${verdict}`).sort();
      const found = Array.from(snapshot.places, (place, index) => {
        const { packageId, dp } = pairAt(snapshot, place);
        return `${pairId(packageId, dp)} ${verdictIn(snapshot, index)}`;
      }).sort();
      assert.deepEqual(found, expected);
      assert.equal(snapshot.site.acknowledged, problems.length);
      assert.equal(
        rows.filter(({ verdict }) => footingOf(verdict) === 'problem').length,
        rows.filter(({ verdict }) => tallyClass(verdict) === 'problems').length,
      );
    }));

  it('counts as a file says for whoever keeps no history, unless the file is broken', () =>
    loaded(async (findings, problems) => {
      const acknowledgements = problems.map((row) => saidOf(row));
      const kept = { read: () => Promise.resolve({ kind: 'read', acknowledgements } as const) };
      assert.deepEqual(await markAcknowledged(findings, kept, now, never), []);
      assert.deepEqual(await idsOf(findings, 'state:problems'), []);
      const broken = { read: () => Promise.resolve({ kind: 'broken', problems: ['line 3'] } as const) };
      assert.deepEqual(await markAcknowledged(findings, broken, now, never), ['line 3']);
      assert.equal((await idsOf(findings, 'state:problems')).length, problems.length);
    }));

  it('has nothing to tell before the first read, and marks that one', () =>
    withFindings(async (findings) => {
      const all = said({ packageId: undefined, dp: 'ZRH-DP1.corp.example', verdicts: undefined });
      assert.equal(await findings.mark(marks({ acknowledgements: [all] }), never), undefined);
      const summary = await findings.load(site, [{}], generated.pairs(), never);
      const dp = site.inventory.distributionPoints.find(({ serverName }) => serverName === all.dp)?.key;
      const tally = dp && summary.byDp.get(dp);
      assert.equal(tally?.problems, 0);
      assert.ok(tally.acknowledged > 0);
      assert.equal(summary.site.acknowledged, tally.acknowledged);
    }));
});
