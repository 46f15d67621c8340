import type { AnalysedRecord } from '../analysedRecord';
import type { Analysis } from '../analyser';
import type { LogLine } from '../logLine';
import { LineRules } from '../lineRules';
import type { LimitKind, TransferFacts } from './transferFacts';
import { TransferJobs } from './transferJobs';
import { TransferLimits } from './transferLimits';

/** Reads PkgXferMgr.log. A thread works on one job at a time, from `Sending thread starting` to `complete`. */
export class TransferAnalysis implements Analysis<TransferFacts> {
  private readonly jobs = new TransferJobs();
  private readonly limits = new TransferLimits();
  private last: LogLine | undefined;
  private readonly rules = new LineRules();

  constructor() {
    this.readJobs();
    this.readProgress();
    this.readLimits();
  }

  step(record: AnalysedRecord): boolean {
    this.last = record.at;
    const isTrouble = this.jobs.noteTrouble(record);
    return this.rules.step(record) || isTrouble;
  }

  end(): TransferFacts {
    const { earlier, mostThreads, mostThreadsAt, dps } = this.jobs;
    return {
      jobs: this.jobs.all,
      earlier,
      dps,
      limits: this.limits.all,
      mostThreads,
      mostThreadsAt,
      last: this.last,
    };
  }

  private readJobs(): void {
    const { rules, jobs } = this;
    rules
      .on(
        'Found send request with ID: {job:int}, Package: {packageId:packageId}, Version:{version:int}, Priority: {}, Destination: {dp:dp},',
        (named, record) => jobs.request(named, record),
      )
      .on(
        'Sending thread starting for Job: {job:int}, package: {packageId:packageId}, Version: {version:int}, Priority: {}, server: {dp:dp},',
        (named, record) => jobs.begin(named, false, record),
      )
      .on(
        'Pull DP Sending thread starting for Job: {job:int}, package: {packageId:packageId}, Version: {version:int}, Priority: {}, server: {dp:dp},',
        (named, record) => jobs.begin(named, true, record),
      )
      .on('Finished sending SWD package {} version {} to distribution point', (_, record) =>
        jobs.arrive('sent', record),
      )
      .on(
        'Sent status to the distribution manager for pkg {}, version {}, status {status:int} and distribution point',
        ({ status }, record) => jobs.report(status, record),
      )
      .on('Sending failed. Failure count = {count:int}, Restart time = {restart}', (found, record) =>
        jobs.fail(found.count, found.restart, record),
      )
      .on('PullDP notification sent. Attempted count = ', (_, record) => jobs.arrive('notified', record))
      .on(
        'PullDP notification failed. Failure count = {count:int}/{}, Restart time = {restart}',
        (found, record) => jobs.fail(found.count, found.restart, record),
      )
      .on('Sending thread complete', (_, record) => jobs.complete(record))
      .know('Created sending thread (Thread ID = {thread:hex})');
  }

  private readProgress(): void {
    this.rules
      .on('Wrote {bytes:int} bytes to {} at position {} in {ticks:int} ticks', ({ bytes, ticks }, record) =>
        this.jobs.write(bytes, ticks, record),
      )
      .on('Wrote {bytes:int} bytes to {} at position {:int}', ({ bytes }, record) =>
        this.jobs.write(bytes, 0, record),
      )
      .know(
        'Attempt to write {:int} bytes to ',
        'Sending Started [',
        "Sending file '",
        'Sending legacy content ',
        'Redistribute=',
        'Adding {} file in ',
        'Completed post-actions for remote DP ',
      );
  }

  private readLimits(): void {
    this.rules
      .on('Address to {dp:dp} is currently under bandwidth control', ({ dp }, record) =>
        this.limit('bandwidth', dp, record),
      )
      .on('Address to {dp:dp} is currently in pulse mode', ({ dp }, record) =>
        this.limit('pulseMode', dp, record),
      )
      .on('Address is closed for priority {} jobs', (_, record) =>
        this.limit('closed', this.jobs.dpOf(record), record),
      )
      .on('PullDP {dp:dp} has reached maximum capacity {capacity:int}', ({ dp, capacity }, { at }) =>
        this.limits.add('pullCapacity', dp, at, capacity),
      )
      .on('PullDP has no capacity. Restart time = {restart}', ({ restart }, record) =>
        this.limit('noPullCapacity', this.jobs.dpOf(record), record, restart),
      )
      .on(
        'Unable to find any source locations for one or more contents under package {:packageId}, for pull DP {dp:dp}. Notification',
        ({ dp }, { at }) => this.limits.add('noSource', dp, at),
      )
      .on('{}in pulse mode', (_, record) => this.limit('pulseMode', this.jobs.dpOf(record), record));
  }

  private limit(kind: LimitKind, dp: string | undefined, record: AnalysedRecord, restart?: string): void {
    this.limits.add(kind, dp, record.at);
    this.jobs.postpone(record, restart);
  }
}
