import type { RowSource } from './rowSource';

export interface RowPage<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

export type FetchRows<Row> = (offset: number, limit: number, signal: AbortSignal) => Promise<RowPage<Row>>;

/** Fetches rows alone; undefined when their numbers mean other rows by now, and a new list is on its way. */
export type FetchListed<Row> = (
  offset: number,
  limit: number,
  signal: AbortSignal,
) => Promise<readonly Row[] | undefined>;

const pageLength = 100;
/** Pages kept: some screens up and down, whatever the length of the list. */
const pagesKept = 40;
/** Requests at a time: a drag over the whole list asks for what is on screen now, not for all it passes. */
const requestsAtOnce = 2;

/**
 * Rows fetched page by page as they come into view, the least recently seen forgotten. Of a list that grows or changes
 * while it is looked at, the old rows are shown until they were fetched again.
 */
export class PagedRows<Row> implements RowSource<Row> {
  changed: () => void = () => undefined;
  /** Called once for each failed fetch. */
  failed: (error: unknown) => void = () => undefined;

  private readonly pages = new Map<number, readonly Row[]>();
  /** Pages whose rows may be other ones by now. */
  private readonly old = new Set<number>();
  /** Pages that could not be fetched: they are tried again when they come into view anew. */
  private readonly lost = new Set<number>();
  private readonly fetching = new Map<number, AbortController>();
  private wanted: readonly number[] = [];
  private closed = false;

  constructor(
    private readonly fetch: FetchListed<Row>,
    public total: number,
  ) {}

  /** Opens a view at the rows that will be on screen, so that nothing flickers when it is shown. */
  static async open<Row>(fetch: FetchRows<Row>, first: number, signal: AbortSignal): Promise<PagedRows<Row>> {
    const page = Math.floor(first / pageLength);
    const { total, rows } = await fetch(page * pageLength, pageLength, signal);
    const source = new PagedRows<Row>(async (...asked) => (await fetch(...asked)).rows, total);
    source.keep(page, rows);
    return source;
  }

  row(index: number): Row | undefined {
    return index < this.total
      ? this.pages.get(Math.floor(index / pageLength))?.[index % pageLength]
      : undefined;
  }

  /** There are so many now, and those from `changedFrom` on may be other ones. */
  resize(total: number, changedFrom: number): void {
    const first = Math.floor(Math.min(changedFrom, this.total, total) / pageLength);
    if (changedFrom >= total && total === this.total) return;
    this.total = total;
    this.lost.clear();
    for (const page of this.pages.keys()) if (page >= first) this.old.add(page);
    for (const [page, controller] of this.fetching) if (page >= first) controller.abort();
    this.changed();
  }

  need(first: number, end: number): void {
    const pages = pagesOf(first, Math.min(end, this.total));
    for (const page of pages) this.touch(page);
    for (const page of this.lost) if (!pages.includes(page)) this.lost.delete(page);
    this.wanted = pages.filter((page) => this.isLacking(page) && !this.lost.has(page));
    for (const [page, controller] of this.fetching) if (!this.wanted.includes(page)) controller.abort();
    this.fetchWanted();
  }

  async range(first: number, end: number): Promise<readonly Row[]> {
    const { signal } = new AbortController();
    const rows: Row[] = [];
    for (const page of pagesOf(first, Math.min(end, this.total))) {
      const start = page * pageLength;
      const known = this.isLacking(page) ? undefined : this.pages.get(page);
      const all = known ?? (await this.fetch(start, pageLength, signal)) ?? [];
      rows.push(...all.slice(Math.max(0, first - start), end - start));
    }
    return rows;
  }

  /** Ends what is being fetched. */
  close(): void {
    this.closed = true;
    for (const controller of this.fetching.values()) controller.abort();
  }

  private isLacking(page: number): boolean {
    return !this.pages.has(page) || this.old.has(page);
  }

  private fetchWanted(): void {
    for (const page of this.wanted) {
      if (this.fetching.size >= requestsAtOnce) return;
      if (!this.fetching.has(page) && !this.closed) void this.fetchPage(page);
    }
  }

  private async fetchPage(page: number): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    this.fetching.set(page, controller);
    try {
      const rows = await this.fetch(page * pageLength, pageLength, signal);
      if (rows === undefined) this.lost.add(page);
      else if (!signal.aborted) this.keep(page, rows);
    } catch (error) {
      if (!signal.aborted) {
        this.lost.add(page);
        this.failed(error);
      }
    }
    this.fetching.delete(page);
    if (this.closed) return;
    this.wanted = this.wanted.filter((one) => this.isLacking(one) && !this.lost.has(one));
    this.changed();
    this.fetchWanted();
  }

  private keep(page: number, rows: readonly Row[]): void {
    this.pages.set(page, rows);
    this.old.delete(page);
    const [oldest] = this.pages.keys();
    if (this.pages.size > pagesKept && oldest !== undefined) this.pages.delete(oldest);
  }

  /** Marks a page as seen last. */
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
