import type { AnalysedRecord } from '../analysedRecord';
import { Bounded } from '../bounded';
import { serverOfUrl } from '../contentUrl';
import { mostRows } from '../latest';
import { restOn, type LogLine } from '../logLine';
import { RawErrors, type RawError } from '../rawErrors';
import type { DownloadOutcome, Offer } from './downloadFacts';

/** What ContentTransferManager.log tells of a download. */
export interface ManagerJob {
  readonly job: string;
  readonly began: LogLine;
  readonly ended: LogLine | undefined;
  /** For locations. */
  readonly requests: readonly string[];
  readonly offers: readonly Offer[];
  readonly starts: readonly SourceStart[];
  readonly emptyReplies: number;
  readonly errors: readonly RawError[];
  readonly outcome: DownloadOutcome;
  readonly lines: readonly LogLine[];
}

/** It went to a source. */
export interface SourceStart {
  readonly url: string;
  readonly at: LogLine;
  readonly transfers: readonly string[];
}

interface OpenJob {
  readonly job: string;
  readonly began: LogLine;
  ended: LogLine | undefined;
  readonly requests: string[];
  readonly offers: Map<string, Offer>;
  readonly starts: (Omit<SourceStart, 'transfers'> & { readonly transfers: string[] })[];
  emptyReplies: number;
  readonly errors: RawErrors;
  outcome: DownloadOutcome;
  readonly lines: LogLine[];
}

const mostOffers = 100;
const mostStarts = 200;
const mostRequests = 100;

/** Jobs of the content transfer manager. A line without a job is about the one that its thread spoke of last. */
export class TransferManagerJobs {
  earlier = 0;
  private readonly jobs = new Bounded<string, OpenJob>(() => this.earlier++, mostRows);
  private readonly byThread = new Bounded<string, OpenJob>();
  /** By the request for locations. */
  private readonly byRequest = new Bounded<string, string>();

  mention(job: string, record: AnalysedRecord): void {
    this.of(job, record);
  }

  request(request: string, job: string, record: AnalysedRecord): void {
    const known = this.of(job, record);
    this.byRequest.set(request, job);
    if (known.requests.length < mostRequests) known.requests.push(request);
  }

  /** @param order from 0, where the line has it */
  offer(
    job: string | undefined,
    url: string,
    locality: string,
    order: number | undefined,
    record: AnalysedRecord,
  ): void {
    const known = job === undefined ? this.byThread.get(String(record.thread)) : this.of(job, record);
    const before = known?.offers.get(url);
    if (known === undefined || (before === undefined && known.offers.size >= mostOffers)) return;
    known.offers.set(url, {
      url,
      server: serverOfUrl(url),
      locality: locality === '' ? (before?.locality ?? '') : locality,
      order: order ?? before?.order ?? known.offers.size,
    });
  }

  /** To the same source again it is the same start: the line of a switch comes before that of the new transfer. */
  start(job: string, url: string, transfer: string | undefined, record: AnalysedRecord): void {
    const known = this.of(job, record);
    known.outcome = 'open';
    known.ended = undefined;
    restOn(known.lines, record.at);
    let last = known.starts.at(-1);
    if (last?.url !== url && known.starts.length < mostStarts) {
      last = { url, at: record.at, transfers: [] };
      known.starts.push(last);
    }
    if (transfer !== undefined && last?.transfers.includes(transfer) === false) last.transfers.push(transfer);
  }

  emptyReply(job: string, record: AnalysedRecord): void {
    const known = this.of(job, record);
    known.emptyReplies++;
    this.settle(known, 'waiting', record);
  }

  end(job: string, outcome: DownloadOutcome, record: AnalysedRecord): void {
    this.settle(this.of(job, record), outcome, record);
  }

  fail(code: number, text: string, outcome: DownloadOutcome | undefined, record: AnalysedRecord): void {
    const known = this.byThread.get(String(record.thread));
    if (known === undefined) return;
    known.errors.add(code, record.at, text);
    if (outcome !== undefined) this.settle(known, outcome, record);
  }

  jobOf(request: string): string {
    return this.byRequest.get(request) ?? '';
  }

  get all(): readonly ManagerJob[] {
    return this.jobs.all.map(({ errors, offers, ...job }) => ({
      ...job,
      errors: errors.all,
      offers: [...offers.values()].toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0)),
    }));
  }

  private settle(job: OpenJob, outcome: DownloadOutcome, { at }: AnalysedRecord): void {
    job.outcome = outcome;
    job.ended = at;
    restOn(job.lines, at);
  }

  private of(job: string, { thread, at }: AnalysedRecord): OpenJob {
    const known = this.jobs.at(job, () => newJob(job, at));
    this.byThread.set(String(thread), known);
    return known;
  }
}

const newJob = (job: string, at: LogLine): OpenJob => ({
  job,
  began: at,
  ended: undefined,
  requests: [],
  offers: new Map(),
  starts: [],
  emptyReplies: 0,
  errors: new RawErrors(),
  outcome: 'open',
  lines: [at],
});
