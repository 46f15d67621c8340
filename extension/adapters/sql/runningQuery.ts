import { Request, type Connection } from 'tedious';
import type { RowBatch, SqlQuery } from '../../ports/siteDatabase';
import { SiteReadError } from '../../ports/siteReadError';
import type { CheckedParameter } from '../../queries/checkedParameters';
import type { DriverFailure } from './driverFailure';
import { addInputs } from './inputs';
import { readFailureOf } from './readFailure';
import { ResultRows } from './resultRows';

/** Batches that may wait to be read before the server is told to wait. */
const batchesAhead = 2;

export interface Running {
  readonly query: SqlQuery;
  /** batchText of the query. */
  readonly text: string;
  readonly parameters: ReadonlyMap<string, CheckedParameter>;
  readonly signal: AbortSignal;
  /** Milliseconds in which something has to come, as long as somebody waits for it. */
  readonly timeout: number;
  readonly failureOf: (thrown: unknown) => DriverFailure;
}

/** One batch on one connection, from when it is sent until the connection can be used again. */
export class RunningQuery {
  private readonly rows: ResultRows;
  private readonly request: Request;
  private failure: SiteReadError | undefined;
  private ended = false;
  private wake: () => void = () => undefined;
  private timer: NodeJS.Timeout | undefined;

  /** @param released called once, when the connection is free or has ended */
  constructor(
    private readonly running: Running,
    private readonly connection: Connection,
    private readonly released: () => void,
  ) {
    this.rows = new ResultRows(running.query.results.map(({ name }) => name));
    this.request = new Request(running.text, (error) => this.end(error));
    addInputs(this.request, running.parameters);
    this.request.on('columnMetadata', (columns) => {
      this.heard();
      this.rows.begin((columns as readonly { colName: string }[]).map(({ colName }) => colName));
      this.wake();
    });
    this.request.on('row', (cells) => {
      this.heard();
      this.rows.add(cells as readonly { value: unknown }[]);
      if (this.rows.waiting > 0) this.wake();
      if (this.rows.waiting >= batchesAhead) this.pause();
    });
    running.signal.addEventListener('abort', this.abort, { once: true });
    this.awaitMore();
    connection.execSql(this.request);
    if (running.signal.aborted) this.abort();
  }

  /** The next rows; undefined after the last. @throws SiteReadError */
  async next(): Promise<RowBatch | undefined> {
    for (;;) {
      if (this.failure !== undefined) throw this.failure;
      const batch = this.rows.take();
      if (this.rows.waiting === 0) this.resume();
      if (batch !== undefined || this.ended) return batch;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  /** Nothing more is wanted. The connection becomes free when the server has understood, or ends after 1 s. */
  stop(): void {
    clearTimeout(this.timer);
    if (!this.ended) this.connection.cancel();
  }

  private readonly abort = (): void =>
    this.fail(new SiteReadError({ kind: 'cancelled', query: this.running.query.id }));

  private fail(failure: SiteReadError): void {
    this.failure ??= failure;
    this.stop();
    this.wake();
  }

  private end(error: Error | null | undefined): void {
    this.ended = true;
    clearTimeout(this.timer);
    this.running.signal.removeEventListener('abort', this.abort);
    this.released();
    const { query, failureOf, timeout } = this.running;
    if (error != null) this.failure ??= readFailureOf(query.id, failureOf(error), timeout);
    else if (!this.rows.complete) this.failure ??= this.miscounted();
    this.rows.flush();
    this.wake();
  }

  private miscounted(): SiteReadError {
    const { id, results } = this.running.query;
    const cause = `it gave ${this.rows.resultSets} result sets instead of ${results.length}.`;
    return new SiteReadError({ kind: 'failed', query: id, cause });
  }

  private pause(): void {
    clearTimeout(this.timer);
    this.request.pause();
  }

  private resume(): void {
    if (this.ended || !this.request.paused) return;
    this.awaitMore();
    this.request.resume();
  }

  private awaitMore(): void {
    const { query, timeout } = this.running;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.fail(new SiteReadError({ kind: 'timeout', query: query.id, seconds: timeout / 1000 }));
    }, timeout);
  }

  private heard(): void {
    this.timer?.refresh();
  }
}
