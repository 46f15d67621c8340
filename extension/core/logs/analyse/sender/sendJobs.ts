import type { AnalysedRecord } from '../analysedRecord';
import { Bounded } from '../bounded';
import { mostRows } from '../latest';
import { elapsed, restOn, type LogLine } from '../logLine';
import { troubleOf } from '../troubleLines';
import type { SendJob } from './senderFacts';

type Writable<T> = { -readonly [key in keyof T]: T[key] };
type OpenJob = Omit<Writable<SendJob>, 'lines' | 'rate'> & {
  readonly lines: LogLine[];
  firstProgress: { readonly at: LogLine; readonly bytes: number } | undefined;
};

/**
 * Send requests, and which thread works on which. The dispatcher logs a request and then the thread that it made for
 * it; all else is logged by that thread.
 */
export class SendJobs {
  earlier = 0;
  mostActive = 0;
  mostActiveAt: LogLine | undefined;
  private readonly jobs = new Bounded<string, OpenJob>(() => this.earlier++, mostRows);
  private readonly threads = new Bounded<string, OpenJob>();
  /** By the dispatcher's thread: the request that it found last. */
  private readonly found = new Bounded<string, OpenJob>();

  request(request: string, site: string, record: AnalysedRecord): void {
    const job = this.jobOf(request);
    job.site = site;
    job.requested ??= record.at;
    if (job.outcome !== 'sending') job.outcome = 'waiting';
    restOn(job.lines, record.at);
    this.found.set(String(record.thread), job);
  }

  /** The request that this thread speaks of. */
  siteOf(record: AnalysedRecord): string | undefined {
    return this.found.get(String(record.thread))?.site;
  }

  begin(thread: number, record: AnalysedRecord): void {
    const job = this.found.take(String(record.thread));
    if (job === undefined) return;
    this.forget(String(thread));
    job.thread = thread;
    job.began = record.at;
    job.ended = undefined;
    job.outcome = 'sending';
    job.firstProgress = undefined;
    restOn(job.lines, record.at);
    this.threads.set(String(thread), job);
    if (this.threads.size <= this.mostActive) return;
    this.mostActive = this.threads.size;
    this.mostActiveAt = record.at;
  }

  progress(position: number, written: number, record: AnalysedRecord): void {
    const job = this.of(record);
    if (job === undefined) return;
    const bytes = position + written;
    job.bytes = Math.max(job.bytes, bytes);
    job.firstProgress ??= { at: record.at, bytes };
    job.lastProgress = record.at;
  }

  name(packageId: string, version: number | undefined, record: AnalysedRecord): void {
    const job = this.of(record);
    if (job === undefined) return;
    job.packageId = packageId;
    job.version = version ?? job.version;
  }

  end(outcome: 'sent' | 'failed', record: AnalysedRecord): void {
    const job = this.threads.take(String(record.thread));
    if (job === undefined) return;
    job.outcome = outcome;
    job.ended = record.at;
    if (outcome === 'sent') job.trouble = undefined;
    restOn(job.lines, record.at);
  }

  noteTrouble(record: AnalysedRecord): boolean {
    const job = this.of(record);
    const trouble = job === undefined ? undefined : troubleOf(record);
    if (job === undefined || trouble === undefined) return false;
    job.trouble = trouble;
    return true;
  }

  /** By the scheduler: how much is to be sent. */
  schedule(request: string, total: number, packageId: string | undefined, record: AnalysedRecord): void {
    const job = this.jobOf(request);
    job.totalBytes = total;
    job.packageId ??= packageId;
    restOn(job.lines, record.at);
  }

  get all(): readonly SendJob[] {
    return this.jobs.all.map(({ firstProgress, ...job }) => ({
      ...job,
      lines: [...job.lines],
      rate: rateOf(firstProgress, job),
    }));
  }

  private of({ thread }: AnalysedRecord): OpenJob | undefined {
    return this.threads.get(String(thread));
  }

  private forget(thread: string): void {
    const job = this.threads.take(thread);
    if (job?.outcome === 'sending') job.outcome = 'unknown';
  }

  private jobOf(request: string): OpenJob {
    return this.jobs.at(request.toUpperCase(), () => ({
      request: request.toUpperCase(),
      site: undefined,
      packageId: undefined,
      version: undefined,
      outcome: 'unknown',
      thread: undefined,
      requested: undefined,
      began: undefined,
      ended: undefined,
      bytes: 0,
      totalBytes: undefined,
      lastProgress: undefined,
      trouble: undefined,
      lines: [],
      firstProgress: undefined,
    }));
  }
}

const rateOf = (
  first: OpenJob['firstProgress'],
  { lastProgress, bytes }: Pick<OpenJob, 'lastProgress' | 'bytes'>,
): number | undefined => {
  if (first === undefined || lastProgress === undefined) return undefined;
  const ms = elapsed(first.at, lastProgress);
  return ms > 0 ? ((bytes - first.bytes) * 1000) / ms : undefined;
};
