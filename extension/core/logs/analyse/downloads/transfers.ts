import type { AnalysedRecord } from '../analysedRecord';
import { Bounded } from '../bounded';
import { readContentUrl, serverOfUrl } from '../contentUrl';
import { mostRows } from '../latest';
import { restOn, type LogLine } from '../logLine';
import { RawErrors } from '../rawErrors';
import type { Transfer, TransferOutcome } from './downloadFacts';

interface OpenTransfer {
  readonly job: string;
  url: string;
  server: string;
  content: string;
  readonly bitsJobs: string[];
  state: string;
  bytes: number;
  totalBytes: number | undefined;
  retries: number;
  lastRetry: number;
  readonly errors: RawErrors;
  outcome: TransferOutcome;
  began: LogLine | undefined;
  ended: LogLine | undefined;
  readonly lines: LogLine[];
}

const mostBitsJobs = 20;

/** Jobs of the data transfer service. A line without a job is about the one that its thread, or its address, tells. */
export class Transfers {
  earlier = 0;
  /** Of which nobody could say whose they are. */
  readonly otherErrors = new RawErrors();
  private readonly jobs = new Bounded<string, OpenTransfer>(() => this.earlier++, mostRows);
  private readonly byBitsJob = new Bounded<string, OpenTransfer>();
  private readonly byThread = new Bounded<string, OpenTransfer>();
  private readonly byAddress = new Bounded<string, OpenTransfer>();

  create(job: string, url: string, record: AnalysedRecord): void {
    const transfer = this.mention(job, record);
    transfer.url = url;
    transfer.server = serverOfUrl(url);
    transfer.content = readContentUrl(url)?.content ?? '';
    transfer.began = record.at;
    this.byAddress.set(addressOf(url), transfer);
    restOn(transfer.lines, record.at);
  }

  enter(job: string, state: string, record: AnalysedRecord): void {
    this.mention(job, record).state = state;
  }

  startBits(bits: string, job: string, record: AnalysedRecord): void {
    const transfer = this.mention(job, record);
    if (transfer.bitsJobs.length < mostBitsJobs && !transfer.bitsJobs.includes(bits))
      transfer.bitsJobs.push(bits);
    this.byBitsJob.set(bits, transfer);
  }

  /** @param id of the BITS job, or of the transfer itself */
  progress(id: string, bytes: number, totalBytes: number, record: AnalysedRecord): void {
    const transfer = this.byBitsJob.get(id) ?? this.jobs.get(id);
    if (transfer === undefined) return;
    transfer.bytes = Math.max(transfer.bytes, bytes);
    transfer.totalBytes = Math.max(transfer.totalBytes ?? 0, totalBytes);
    this.byThread.set(String(record.thread), transfer);
  }

  end(job: string, outcome: TransferOutcome, record: AnalysedRecord): void {
    const transfer = this.mention(job, record);
    transfer.outcome = outcome;
    transfer.ended = record.at;
    restOn(transfer.lines, record.at);
  }

  fail(job: string, code: number, record: AnalysedRecord): void {
    this.noteError(this.mention(job, record), code, record, '');
  }

  /** An error at an address, or on the thread of a transfer. */
  failAt(url: string | undefined, code: number, record: AnalysedRecord, text = ''): void {
    const known = url === undefined ? undefined : this.byAddress.get(addressOf(url));
    const onThread = this.byThread.get(String(record.thread));
    const isSame = url === undefined || onThread === undefined || addressOf(onThread.url) === addressOf(url);
    this.noteError(known ?? (isSame ? onThread : undefined), code, record, text);
  }

  retry(attempt: number, record: AnalysedRecord): void {
    const transfer = this.byThread.get(String(record.thread));
    if (transfer === undefined) return;
    transfer.retries++;
    transfer.lastRetry = Math.max(transfer.lastRetry, attempt);
    restOn(transfer.lines, record.at);
  }

  get all(): readonly Transfer[] {
    return this.jobs.all.map(({ errors, ...transfer }) => ({ ...transfer, errors: errors.all }));
  }

  private mention(job: string, { thread, at }: AnalysedRecord): OpenTransfer {
    const transfer = this.jobs.at(job, () => newTransfer(job, at));
    this.byThread.set(String(thread), transfer);
    return transfer;
  }

  private noteError(
    transfer: OpenTransfer | undefined,
    code: number,
    { at, thread }: AnalysedRecord,
    text: string,
  ): void {
    if (code === 0) return;
    (transfer?.errors ?? this.otherErrors).add(code, at, text);
    if (transfer === undefined) return;
    restOn(transfer.lines, at);
    this.byThread.set(String(thread), transfer);
  }
}

const newTransfer = (job: string, at: LogLine): OpenTransfer => ({
  job,
  url: '',
  server: '',
  content: '',
  bitsJobs: [],
  state: '',
  bytes: 0,
  totalBytes: undefined,
  retries: 0,
  lastRetry: 0,
  errors: new RawErrors(),
  outcome: 'open',
  began: undefined,
  ended: undefined,
  lines: [at],
});

/** Of server, files or signature, and content: some lines have the port, others have not. */
const addressOf = (url: string): string => {
  const known = readContentUrl(url);
  return known === undefined
    ? url.toUpperCase()
    : `${known.server}/${known.area}/${known.content.toUpperCase()}`;
};
