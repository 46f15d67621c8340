import type { AnalysedRecord } from '../analysedRecord';
import { Bounded } from '../bounded';
import { mostRows } from '../latest';
import { restOn, type LogLine } from '../logLine';
import { RawErrors, type RawError } from '../rawErrors';
import type { PullOutcome, PullRun, TransferOutcome } from './downloadFacts';

/** What PullDP.log tells of a content; its transfers are in DataTransferService.log. */
export interface PullJob {
  readonly job: string;
  readonly content: string;
  readonly state: string;
  readonly transfers: readonly string[];
  readonly errors: readonly RawError[];
  readonly outcome: TransferOutcome;
}

export type LoggedPullRun = Omit<PullRun, 'contents'> & { readonly jobs: readonly PullJob[] };

interface OpenJob {
  readonly job: string;
  content: string;
  state: string;
  readonly transfers: string[];
  readonly errors: RawErrors;
  outcome: TransferOutcome;
}

type OpenRun = { -readonly [key in keyof Omit<LoggedPullRun, 'jobs' | 'lines'>]: LoggedPullRun[key] } & {
  readonly jobs: Map<string, OpenJob>;
  readonly lines: LogLine[];
};

const mostJobs = 5000;
const mostTransfers = 50;

/** Packages on their way to a pull DP, by `P010000F.3`: package and version. A new one begins when one has ended. */
export class PullRuns {
  earlier = 0;
  private readonly ended: OpenRun[] = [];
  private readonly open = new Bounded<string, OpenRun>(() => this.earlier++, mostRows);
  /** The content that a thread spoke of last. */
  private readonly byThread = new Bounded<string, OpenJob>();

  load(key: string, record: AnalysedRecord): void {
    const known = this.open.get(key);
    if (known !== undefined && known.outcome !== 'open') this.close(key, known);
    this.of(key, record);
  }

  begin(key: string, record: AnalysedRecord): void {
    const run = this.of(key, record);
    run.attempts++;
    run.outcome = 'open';
    run.ended = undefined;
    restOn(run.lines, record.at);
  }

  enter(key: string, job: string, content: string, state: string, record: AnalysedRecord): void {
    const known = this.jobOf(key, job, content, record);
    if (known !== undefined) known.state = state;
  }

  /** @param job of the content; a line about a signature has none, and is about that of its thread */
  transfer(
    transfer: string,
    key: string,
    job: string | undefined,
    content: string,
    record: AnalysedRecord,
  ): void {
    const onThread = this.byThread.get(String(record.thread));
    const known =
      job === undefined
        ? onThread?.content === content
          ? onThread
          : undefined
        : this.jobOf(key, job, content, record);
    if (known === undefined || known.transfers.length >= mostTransfers) return;
    if (!known.transfers.includes(transfer)) known.transfers.push(transfer);
  }

  /** @param code 0 for success */
  hear(key: string, job: string, code: number, text: string, record: AnalysedRecord): void {
    const known = this.jobOf(key, job, '', record);
    if (known === undefined) return;
    known.outcome = code === 0 ? 'succeeded' : 'failed';
    if (code === 0) return;
    known.errors.add(code, record.at, text);
    restOn(this.of(key, record).lines, record.at);
  }

  end(key: string, outcome: PullOutcome, record: AnalysedRecord): void {
    const run = this.of(key, record);
    run.outcome = outcome;
    run.ended = record.at;
    restOn(run.lines, record.at);
  }

  get all(): readonly LoggedPullRun[] {
    return [...this.ended, ...this.open.all].map(({ jobs, ...run }) => ({
      ...run,
      jobs: [...jobs.values()].map(({ errors, ...job }) => ({ ...job, errors: errors.all })),
    }));
  }

  private close(key: string, run: OpenRun): void {
    this.open.take(key);
    this.ended.push(run);
    if (this.ended.length <= mostRows) return;
    this.ended.shift();
    this.earlier++;
  }

  private of(key: string, { at }: AnalysedRecord): OpenRun {
    return this.open.at(key, () => newRun(key, at));
  }

  private jobOf(key: string, job: string, content: string, record: AnalysedRecord): OpenJob | undefined {
    const { jobs } = this.of(key, record);
    let known = jobs.get(job);
    if (known === undefined) {
      if (jobs.size >= mostJobs) return undefined;
      known = { job, content, state: '', transfers: [], errors: new RawErrors(), outcome: 'open' };
      jobs.set(job, known);
    }
    if (content !== '') known.content = content;
    this.byThread.set(String(record.thread), known);
    return known;
  }
}

const newRun = (key: string, at: LogLine): OpenRun => {
  const [packageId = '', version = ''] = key.split('.');
  return {
    packageId: packageId.toUpperCase(),
    version: /^\d{1,9}$/.test(version) ? Number(version) : undefined,
    attempts: 0,
    jobs: new Map(),
    began: at,
    ended: undefined,
    outcome: 'open',
    lines: [at],
  };
};
