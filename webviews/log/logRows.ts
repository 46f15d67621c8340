import type { LogRow } from '../../extension/protocol/logPage';
import type { RowSource } from '../shared/grid/rowSource';

const pageLength = 100;
/** Pages kept: some screens up and down. */
const pagesKept = 40;
const requestsAtOnce = 2;

/** Fetches rows; undefined when their numbers are those of an earlier view. */
export type FetchLogRows = (
  offset: number,
  limit: number,
  signal: AbortSignal,
) => Promise<readonly LogRow[] | undefined>;

/** Rows of a log that grows while it is looked at: what may have changed is shown until it was fetched again. */
export class LogRows implements RowSource<LogRow> {
  changed: () => void = () => undefined;
  failed: (error: unknown) => void = () => undefined;
  private readonly pages = new Map<number, readonly LogRow[]>();
  private readonly old = new Set<number>();
  private readonly fetching = new Map<number, AbortController>();
  private wanted: readonly number[] = [];
  private closed = false;

  constructor(
    private readonly fetch: FetchLogRows,
    public total: number,
  ) {}

  row(index: number): LogRow | undefined {
    return index < this.total
      ? this.pages.get(Math.floor(index / pageLength))?.[index % pageLength]
      : undefined;
  }

  /** There are so many now, and those from `changedFrom` on may be other ones. */
  resize(total: number, changedFrom: number): void {
    const first = Math.floor(Math.min(changedFrom, this.total, total) / pageLength);
    if (changedFrom >= total && total === this.total) return;
    this.total = total;
    for (const page of this.pages.keys()) if (page >= first) this.old.add(page);
    for (const [page, controller] of this.fetching) if (page >= first) controller.abort();
    this.changed();
  }

  need(first: number, end: number): void {
    const pages = pagesOf(first, Math.min(end, this.total));
    for (const page of pages) this.touch(page);
    this.wanted = pages.filter((page) => !this.pages.has(page) || this.old.has(page));
    for (const [page, controller] of this.fetching) if (!this.wanted.includes(page)) controller.abort();
    this.fetchWanted();
  }

  async range(first: number, end: number): Promise<readonly LogRow[]> {
    const rows: LogRow[] = [];
    const { signal } = new AbortController();
    for (const page of pagesOf(first, Math.min(end, this.total))) {
      const start = page * pageLength;
      const known = this.old.has(page) ? undefined : this.pages.get(page);
      const all = known ?? (await this.fetch(start, pageLength, signal)) ?? [];
      rows.push(...all.slice(Math.max(0, first - start), end - start));
    }
    return rows;
  }

  close(): void {
    this.closed = true;
    for (const controller of this.fetching.values()) controller.abort();
  }

  private fetchWanted(): void {
    for (const page of this.wanted) {
      if (this.fetching.size >= requestsAtOnce) return;
      if (!this.fetching.has(page) && !this.closed) void this.fetchPage(page);
    }
  }

  private async fetchPage(page: number): Promise<void> {
    const controller = new AbortController();
    this.fetching.set(page, controller);
    this.old.delete(page);
    try {
      const rows = await this.fetch(page * pageLength, pageLength, controller.signal);
      if (rows !== undefined && !controller.signal.aborted) this.keep(page, rows);
    } catch (error) {
      if (!controller.signal.aborted) this.failed(error);
      this.wanted = this.wanted.filter((one) => one !== page || controller.signal.aborted);
    }
    this.fetching.delete(page);
    if (this.closed) return;
    this.wanted = this.wanted.filter((one) => !this.pages.has(one) || this.old.has(one));
    this.changed();
    this.fetchWanted();
  }

  private keep(page: number, rows: readonly LogRow[]): void {
    this.pages.set(page, rows);
    const [oldest] = this.pages.keys();
    if (this.pages.size > pagesKept && oldest !== undefined) this.pages.delete(oldest);
  }

  private touch(page: number): void {
    const rows = this.pages.get(page);
    if (rows === undefined) return;
    this.pages.delete(page);
    this.pages.set(page, rows);
  }
}

const pagesOf = (first: number, end: number): readonly number[] => {
  const pages: number[] = [];
  for (let page = Math.floor(first / pageLength); page * pageLength < end; page++) pages.push(page);
  return pages;
};
