import assert from 'node:assert/strict';
import fc from 'fast-check';
import { distmgrAnalyser } from '../../extension/core/logs/analyse/distmgr/distmgrAnalyser';
import type { AnalysedLog } from '../../extension/core/logs/analyse/logAnalysis';
import type { LogLine } from '../../extension/core/logs/analyse/logLine';
import { transferAnalyser } from '../../extension/core/logs/analyse/pkgXferMgr/transferAnalyser';
import { senderAnalyser } from '../../extension/core/logs/analyse/sender/senderAnalyser';
import { siteAnalysers } from '../../extension/core/logs/analyse/siteAnalysers';
import { validationAnalyser } from '../../extension/core/logs/analyse/smsdpmon/validationAnalyser';
import { analysed } from '../support/logs/analysed';
import { scenarioFiles, siteScenario, unknownWord } from '../support/logs/site/siteScenario';

const numRuns = process.env.SOAK === undefined ? 25 : 1000;

const anySite = fc
  .record({
    seed: fc.integer({ min: 0, max: 2 ** 31 }),
    bias: fc.constantFrom(0, -60, -480, 300),
    rolls: fc.integer({ min: 0, max: 3 }),
    torn: fc.constantFrom(0, 0.2),
  })
  .map(({ seed, ...making }) => {
    const scenario = siteScenario(seed, making.bias);
    return { making, truth: scenario.truth, files: scenarioFiles(scenario, seed, making) };
  });

const holds = (check: (site: ReturnType<typeof sample>) => void): void =>
  fc.assert(fc.property(anySite, check), { numRuns });
const sample = () => fc.sample(anySite, 1)[0] ?? assert.fail();

const time = (line: LogLine | undefined): number | undefined => line?.utc;

/** The facts of the one log that an analyser found. */
const only = <F>(results: readonly AnalysedLog<F>[]): F => {
  const [result, ...more] = results;
  assert.ok(result !== undefined && more.length === 0);
  return result.facts;
};

const by = <T>(key: (item: T) => string | number, items: readonly T[]): readonly T[] =>
  items.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));

describe('the analysers of a site', () => {
  it('find every package thread, DP thread, waiting package and answer in distmgr.log', () =>
    holds(({ truth: { distmgr }, files }) => {
      const facts = only(analysed([distmgrAnalyser], files));
      const runs = facts.runs.map((run) => ({
        packageId: run.packageId,
        thread: run.thread,
        began: time(run.began),
        ended: time(run.ended),
        action: run.action,
        sourceVersion: run.sourceVersion,
        sizeKb: run.sizeKb,
        snapshotMs:
          run.snapshotBegan === undefined || run.snapshotEnded === undefined
            ? undefined
            : run.snapshotEnded.utc - run.snapshotBegan.utc,
        dps: run.dps,
        transferJobs: run.transferJobs,
        minijobs: run.minijobs,
        errors: run.errors,
        code: run.trouble?.code,
        waitsSince: time(run.waitsSince),
        isLost: run.isLost,
      }));
      const arrivals = facts.arrivals.map(({ packageId, site, times }) => ({ packageId, site, times }));
      assert.deepEqual(arrivals, distmgr.arrivals);
      assert.deepEqual(
        by((run) => run.packageId, runs),
        distmgr.runs,
      );
      const dpThreads = facts.dpThreads.map((one) => ({
        ...one,
        began: time(one.began),
        ended: time(one.ended),
      }));
      const pair = (one: { packageId: string; dp: string }): string => `${one.packageId} ${one.dp}`;
      assert.deepEqual(by(pair, dpThreads), by(pair, distmgr.dpThreads));
      const queued = facts.queued.map(({ packageId, since }) => ({ packageId, since: time(since) }));
      assert.deepEqual(queued, distmgr.queued);
      const answered = facts.pairs.filter(({ status }) => status !== undefined);
      const statuses = answered.map(({ packageId, dp, status }) => ({ packageId, dp, status }));
      assert.deepEqual(by(pair, statuses), by(pair, distmgr.statuses));
    }));

  it('tell how many package threads were in use, and when all were', () =>
    holds(({ truth: { distmgr }, files }) => {
      const { slots } = only(analysed([distmgrAnalyser], files));
      const { uses, limit } = distmgr;
      assert.deepEqual([slots.now?.used, slots.now?.limit], [uses.at(-1)?.used, limit]);
      assert.equal(slots.most?.used, Math.max(...uses.map(({ used }) => used)));
      const starts = uses.filter(({ used }, at) => used === limit && uses[at - 1]?.used !== limit);
      assert.deepEqual(
        slots.full.map(({ from }) => from.utc),
        starts.map(({ at }) => at),
      );
    }));

  it('find every job of PkgXferMgr.log, its thread, bytes, retries and restart', () =>
    holds(({ truth, files, making }) => {
      const facts = only(analysed([transferAnalyser], files));
      const jobs = facts.jobs.map((job) => ({
        job: job.job,
        packageId: job.packageId,
        dp: job.dp,
        isPull: job.isPull,
        outcome: job.outcome,
        attempts: job.attempts,
        failures: job.failures,
        restart: job.restart === undefined ? undefined : job.restart + making.bias * 60_000,
        requested: time(job.requested),
        began: time(job.began),
        ended: time(job.ended),
        bytes: job.bytes,
        ticks: job.ticks,
        status: job.status,
        code: job.trouble?.code,
      }));
      assert.deepEqual(
        by(({ job }) => job, jobs),
        truth.transfers,
      );
      const limits = facts.limits.map(({ kind, dp, times }) => ({ kind, dp, times }));
      const key = (limit: { kind: string; dp: string | undefined }): string =>
        `${limit.kind} ${String(limit.dp)}`;
      assert.deepEqual(by(key, limits), by(key, truth.limits));
    }));

  it('find every request of sender.log, its site, bytes and end, and its size in sched.log', () =>
    holds(({ truth, files }) => {
      const facts = only(analysed([senderAnalyser], files));
      const jobs = facts.jobs.map((job) => ({
        request: job.request,
        site: job.site,
        packageId: job.packageId,
        outcome: job.outcome,
        thread: job.thread,
        requested: time(job.requested),
        began: time(job.began),
        ended: time(job.ended),
        bytes: job.bytes,
        totalBytes: job.totalBytes,
      }));
      assert.deepEqual(
        by(({ request }) => request, jobs),
        truth.sends,
      );
    }));

  it('find every package that smsdpmon evaluated, its result and what came before a bad one', () =>
    holds(({ truth, files }) => {
      const found = analysed([validationAnalyser], files).flatMap(({ log, facts }) =>
        facts.validations.map((one) => ({
          dp: log.split('/')[0],
          packageId: one.packageId,
          thread: one.thread,
          began: time(one.began),
          ended: time(one.ended),
          messageId: one.messageId,
          culprits: one.culprits.map(({ text }) => text),
        })),
      );
      const key = (one: { dp: string | undefined; packageId: string | undefined }): string =>
        `${one.dp ?? ''} ${one.packageId ?? ''}`;
      assert.deepEqual(by(key, found), by(key, truth.validations));
    }));

  it('find the same however the files come, and say which lines they do not know', () =>
    fc.assert(
      fc.property(anySite, fc.integer({ min: 1, max: 5000 }), ({ files }, piece) => {
        const whole = analysed(siteAnalysers, files);
        assert.deepEqual(analysed(siteAnalysers, files, piece), whole);
        for (const { files: read, notKnown } of whole) {
          const texts = files.filter(({ file }) => read.includes(file)).map(({ bytes }) => bytes.toString());
          const lines = texts.join('').split('\r\n');
          const isWhole = (line: string): boolean =>
            line.startsWith(unknownWord) || line.startsWith(`<![LOG[${unknownWord}`);
          const isClosed = (line: string): boolean => line.endsWith('>');
          assert.equal(notKnown.count, lines.filter((line) => isWhole(line) && isClosed(line)).length);
          assert.ok(notKnown.samples.every(({ shape }) => shape.startsWith(unknownWord)));
        }
      }),
      { numRuns },
    ));

  it('rest every conclusion on lines that are where they say', () =>
    holds(({ files }) => {
      const bytesOf = new Map(files.map(({ file, bytes }) => [file, bytes]));
      for (const { report } of analysed(siteAnalysers, files))
        for (const { lines } of [...report.findings, ...report.sections.flatMap(({ rows }) => rows)])
          for (const { file, line, offset } of lines) {
            const before = (bytesOf.get(file) ?? assert.fail()).subarray(0, offset).toString();
            assert.equal(before.split('\r\n').length, line);
            assert.ok(before === '' || before.endsWith('\r\n'));
          }
    }));
});
