import assert from 'node:assert/strict';
import { runReport } from '../../../extension/core/run/runReport';
import { runRows } from '../../../extension/core/runView/runRow';
import { RunWatch, type RunSummary } from '../../../extension/core/runView/runSummary';
import type { ShownRun } from '../../webview/support/runHost';
import { runAt, runPlan } from '../../webview/support/runs';

const plan = runPlan(240);
/** The text between the bars of a table that begins so. */
const cellOf = (report: string, start: string): string =>
  report
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
    .find((cell) => cell.replaceAll('\\', '').startsWith(start)) ?? '|';

const all = { standings: [], dp: '' } as const;

const summaryOf = (watch: RunWatch, { state, progress, now }: ShownRun, left?: string): RunSummary =>
  watch.summary('PS1-abc', state, progress, new Map(), now, left);

describe('a run as one looks at it', () => {
  it('counts every step once, in the run and in the lane of its DP', () => {
    const run = summaryOf(new RunWatch(), runAt(plan, 80, 30, 20));
    const sum = (counts: Readonly<Record<string, number>>): number =>
      Object.values(counts).reduce((total, count) => total + count, 0);
    assert.equal(sum(run.counts), 240);
    assert.equal(run.counts.underWay, 30);
    assert.equal(run.counts.waiting, 130);
    for (const lane of run.lanes) assert.equal(sum(lane.counts), lane.steps);
    assert.equal(
      run.lanes.reduce((total, { steps }) => total + steps, 0),
      240,
    );
    assert.ok(Math.abs(run.lanes.reduce((total, { sent }) => total + sent, 0) - run.sent) < 1);
  });

  it('learns its rate from what is sent between two looks, and says how long the rest takes', () => {
    const watch = new RunWatch();
    const first = summaryOf(watch, runAt(plan, 80, 0, 20));
    assert.deepEqual([first.rate, first.left], [undefined, undefined]);
    const second = summaryOf(watch, runAt(plan, 100, 0, 30));
    const rate = (second.sent - first.sent) / 600;
    assert.ok(Math.abs((second.rate ?? 0) - rate) < 1);
    assert.ok(Math.abs((second.left ?? 0) - ((second.bytes - second.sent) / rate) * 1000) < 1);
  });

  it('takes what failed out of what is still to be sent', () => {
    const before = summaryOf(new RunWatch(), runAt(plan, 0, 0, 0));
    const after = summaryOf(new RunWatch(), runAt(plan, 240, 0, 60));
    assert.ok(after.bytes < before.bytes);
    assert.equal(Math.round(after.sent), after.bytes);
    assert.deepEqual([after.rate, after.left, after.phase], [undefined, undefined, 'ended']);
  });

  it('says that it is left, and why, while it has not ended', () => {
    const run = summaryOf(new RunWatch(), runAt(plan, 10, 5, 10), 'The disk is full.');
    assert.deepEqual([run.phase, run.cause], ['left', 'The disk is full.']);
  });

  it('lists first what is under way, then what went wrong, and narrows to a DP and a standing', () => {
    const { state, progress } = runAt(plan, 80, 30, 20);
    const rows = runRows(state, progress, all);
    assert.equal(rows.length, 240);
    assert.deepEqual([rows[0]?.standing, rows[30]?.standing], ['underWay', 'failed']);
    const dp = plan.steps[3]?.dp ?? '';
    const failed = runRows(state, progress, { standings: ['failed'], dp });
    assert.ok(failed.length > 0 && failed.every((row) => row.dp === dp && row.standing === 'failed'));
    assert.match(failed[0]?.words ?? '', /no disk space/);
  });

  it('makes the rows and the summary of 5,000 steps within the time of a few frames', () => {
    const large = runAt(runPlan(5000, 400), 3000, 60, 100);
    const watch = new RunWatch();
    const times = Array.from({ length: 5 }, () => {
      const began = performance.now();
      summaryOf(watch, large);
      runRows(large.state, large.progress, all);
      return performance.now() - began;
    });
    // The quickest says what it takes; others may have shared the processor.
    assert.ok(Math.min(...times) < 250, String(times));
  });
});

describe('the report of a run', () => {
  it('tells of every step what became of it, what went wrong first', () => {
    const { state } = runAt(plan, 240, 0, 60);
    const report = runReport('PS1-abc', state);
    for (const { id, packageId } of plan.steps)
      assert.ok(report.includes(`| ${id} | Redistribute | ${packageId} |`), id);
    assert.ok(report.indexOf('## Failed') < report.indexOf('## Repaired'));
    assert.match(report, /34 failed/);
    assert.match(report, /2343: no disk space/);
  });

  it('keeps names from being read as Markdown', () => {
    const named = runPlan(1);
    const [step] = named.steps;
    assert.ok(step);
    const odd = { ...named, steps: [{ ...step, packageName: '![x](http://e) | <b>*a*' }] };
    const report = runReport('x', runAt(odd, 1, 0, 1).state);
    assert.ok(!/(?<!\\)[[\]<>*|]/.test(cellOf(report, '!')), report);
  });
});
