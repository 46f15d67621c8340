import type { AnalysedRecord } from '../analysedRecord';
import { Bounded } from '../bounded';
import { mostRows } from '../latest';
import { restOn, type LogLine } from '../logLine';
import { restartAfter } from '../restartTime';
import { troubleOf } from '../troubleLines';
import type { DpTransfers, TransferJob } from './transferFacts';

type Writable<T> = { -readonly [key in keyof T]: T[key] };
type OpenJob = Omit<Writable<TransferJob>, 'lines'> & { readonly lines: LogLine[]; threads: number };

interface NamedJob {
  readonly job: number;
  readonly packageId: string;
  readonly version: number;
  readonly dp: string;
}

/** The jobs of PkgXferMgr.log, which thread works on which, and sums over all of them. */
export class TransferJobs {
  earlier = 0;
  mostThreads = 0;
  mostThreadsAt: LogLine | undefined;
  private readonly jobs = new Bounded<string, OpenJob>(() => this.earlier++, mostRows);
  private readonly threads = new Bounded<string, OpenJob>();
  private readonly sums = new Bounded<string, Writable<DpTransfers>>();

  request(named: NamedJob, { at }: AnalysedRecord): void {
    const job = this.jobOf(named);
    if (job.outcome !== 'sending') job.outcome = 'waiting';
    job.requested ??= at;
    restOn(job.lines, at);
  }

  begin(named: NamedJob, isPull: boolean, record: AnalysedRecord): void {
    this.release(record);
    const job = this.jobOf(named);
    if (job.threads > 0) job.overlap ??= record.at;
    job.attempts++;
    job.threads++;
    job.isPull = isPull;
    job.began ??= record.at;
    job.ended = undefined;
    job.restart = undefined;
    job.outcome = 'sending';
    restOn(job.lines, record.at);
    this.threads.set(threadOf(record), job);
    if (this.threads.size <= this.mostThreads) return;
    this.mostThreads = this.threads.size;
    this.mostThreadsAt = record.at;
  }

  write(bytes: number, ticks: number, record: AnalysedRecord): void {
    const job = this.of(record);
    if (job === undefined) return;
    job.bytes += bytes;
    job.ticks += ticks;
    const sum = this.sumOf(job.dp);
    sum.bytes += bytes;
    sum.ticks += ticks;
  }

  /** The file is on the distribution point, or a pull DP was told to fetch it. */
  arrive(outcome: 'sent' | 'notified', record: AnalysedRecord): void {
    const job = this.of(record);
    if (job === undefined) return;
    if (job.outcome !== outcome) this.sumOf(job.dp).sent++;
    job.outcome = outcome;
    job.trouble = undefined;
    restOn(job.lines, record.at);
  }

  report(status: number, record: AnalysedRecord): void {
    const job = this.of(record);
    if (job === undefined) return;
    job.status = status;
    if (status === failedStatus) job.outcome = 'failed';
    restOn(job.lines, record.at);
  }

  fail(count: number, restart: string, record: AnalysedRecord): void {
    const job = this.of(record);
    if (job === undefined) return;
    this.sumOf(job.dp).failures++;
    job.failures = Math.max(job.failures, count);
    job.outcome = 'retrying';
    job.restart = knownTime(restartAfter(record.at.time, restart));
    job.ended = record.at;
    restOn(job.lines, record.at);
  }

  /** The job goes back to those that wait. */
  postpone(record: AnalysedRecord, restart = ''): void {
    const job = this.of(record);
    if (job?.outcome !== 'sending') return;
    job.outcome = 'waiting';
    job.restart = knownTime(restartAfter(record.at.time, restart));
    restOn(job.lines, record.at);
  }

  /** A thread has nothing more to do with its job. */
  complete(record: AnalysedRecord): void {
    const job = this.release(record);
    if (job === undefined || job.threads > 0) return;
    job.ended = record.at;
    restOn(job.lines, record.at);
  }

  /** An error on the thread of a job; false for any other record. */
  noteTrouble(record: AnalysedRecord): boolean {
    const job = this.of(record);
    const trouble = job === undefined ? undefined : troubleOf(record);
    if (job === undefined || trouble === undefined) return false;
    if (trouble.code !== undefined || job.trouble?.code === undefined) job.trouble = trouble;
    return true;
  }

  /** The server that the record's thread sends to. */
  dpOf(record: AnalysedRecord): string | undefined {
    return this.of(record)?.dp;
  }

  get all(): readonly TransferJob[] {
    return this.jobs.all.map(({ threads: _, ...job }) => ({ ...job, lines: [...job.lines] }));
  }

  get dps(): readonly DpTransfers[] {
    return this.sums.all.map((sum) => ({ ...sum }));
  }

  private release(record: AnalysedRecord): OpenJob | undefined {
    const job = this.threads.take(threadOf(record));
    if (job === undefined) return undefined;
    job.threads--;
    if (job.outcome === 'sending' && job.threads === 0) job.outcome = 'unknown';
    return job;
  }

  private of(record: AnalysedRecord): OpenJob | undefined {
    return this.threads.get(threadOf(record));
  }

  private sumOf(dp: string): Writable<DpTransfers> {
    return this.sums.at(dp, () => ({ dp, jobs: 0, sent: 0, failures: 0, bytes: 0, ticks: 0 }));
  }

  private jobOf({ job, packageId, version, dp }: NamedJob): OpenJob {
    return this.jobs.at(`${job} ${packageId} ${dp}`, () => {
      this.sumOf(dp).jobs++;
      return {
        job,
        packageId,
        version,
        dp,
        isPull: false,
        outcome: 'waiting',
        attempts: 0,
        failures: 0,
        restart: undefined,
        requested: undefined,
        began: undefined,
        ended: undefined,
        bytes: 0,
        ticks: 0,
        status: undefined,
        trouble: undefined,
        overlap: undefined,
        lines: [],
        threads: 0,
      };
    });
  }
}

/** PkgStatus as distmgr counts it. */
const failedStatus = 5;

const threadOf = ({ thread }: AnalysedRecord): string => String(thread);

const knownTime = (time: number): number | undefined => (Number.isNaN(time) ? undefined : time);
