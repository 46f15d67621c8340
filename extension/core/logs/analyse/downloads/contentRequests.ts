import type { AnalysedRecord } from '../analysedRecord';
import { Bounded } from '../bounded';
import { mostRows } from '../latest';
import { restOn, type LogLine } from '../logLine';
import { RawErrors, type RawError } from '../rawErrors';
import type { Download } from './downloadFacts';

/** What CAS.log tells of a download. */
export interface ContentRequest {
  readonly job: string;
  readonly content: string;
  readonly sizeKb: number | undefined;
  readonly requested: LogLine | undefined;
  readonly submitted: LogLine;
  readonly ended: LogLine | undefined;
  readonly outcome: 'succeeded' | 'failed' | 'open';
  readonly errors: readonly RawError[];
  readonly wrongHash: Download['wrongHash'];
  readonly lines: readonly LogLine[];
}

interface OpenRequest {
  readonly job: string;
  readonly content: string;
  sizeKb: number | undefined;
  requested: LogLine | undefined;
  readonly submitted: LogLine;
  ended: LogLine | undefined;
  outcome: ContentRequest['outcome'];
  readonly errors: RawErrors;
  wrongHash: Download['wrongHash'];
  readonly lines: LogLine[];
}

/** Requests for content, each with the job that was made for it. Later lines about a content are about its newest job. */
export class ContentRequests {
  private readonly jobs = new Bounded<string, OpenRequest>(undefined, mostRows);
  private readonly byContent = new Bounded<string, OpenRequest>();
  /** Asked for, and no job yet. */
  private readonly asked = new Bounded<string, { readonly sizeKb: number; readonly at: LogLine }>();
  private readonly byThread = new Bounded<string, { readonly expected: string; readonly actual: string }>();

  ask(content: string, sizeKb: number, { at }: AnalysedRecord): void {
    this.asked.set(keyOf(content), { sizeKb, at });
  }

  submit(job: string, content: string, { at }: AnalysedRecord): void {
    const asked = this.asked.take(keyOf(content));
    const request: OpenRequest = {
      job,
      content,
      // The client often asks before it knows the size.
      sizeKb: asked === undefined || asked.sizeKb === 0 ? undefined : asked.sizeKb,
      requested: asked?.at,
      submitted: at,
      ended: undefined,
      outcome: 'open',
      errors: new RawErrors(),
      wrongHash: undefined,
      lines: asked === undefined ? [at] : [asked.at, at],
    };
    this.jobs.set(job, request);
    this.byContent.set(keyOf(content), request);
  }

  complete(content: string, record: AnalysedRecord): void {
    this.end(content, 'succeeded', record);
  }

  /** A hash that differs is told on the same thread before the content that it is of. */
  fail(content: string, code: number, record: AnalysedRecord): void {
    const request = this.end(content, 'failed', record);
    request?.errors.add(code, record.at);
    const hash = this.byThread.take(String(record.thread));
    if (request !== undefined && hash !== undefined) request.wrongHash = hash;
  }

  differ(expected: string, actual: string, record: AnalysedRecord): void {
    this.byThread.set(String(record.thread), { expected, actual });
  }

  get all(): readonly ContentRequest[] {
    return this.jobs.all.map(({ errors, ...request }) => ({ ...request, errors: errors.all }));
  }

  private end(
    content: string,
    outcome: ContentRequest['outcome'],
    { at }: AnalysedRecord,
  ): OpenRequest | undefined {
    const request = this.byContent.get(keyOf(content));
    if (request === undefined) return undefined;
    request.outcome = outcome;
    request.ended = at;
    restOn(request.lines, at);
    return request;
  }
}

const keyOf = (content: string): string => content.toUpperCase();
