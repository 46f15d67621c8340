import type { RowSource } from './rowSource';

export interface RowPage<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

export type FetchRows<Row> = (offset: number, limit: number, signal: AbortSignal) => Promise<RowPage<Row>>;

const pageLength = 100;
/** Pages kept: some screens up and down, whatever the length of the list. */
const pagesKept = 40;
/** Requests at a time: a drag over the whole list asks for what is on screen now, not for all it passes. */
const requestsAtOnce = 2;

/** Rows fetched page by page as they come into view, the least recently seen forgotten. */
export class PagedRows<Row> implements RowSource<Row> {
  changed: () => void = () => undefined;
  /** Called once for each failed fetch. */
  failed: (error: unknown) => void = () => undefined;

  private readonly pages = new Map<number, readonly Row[]>();
  private readonly fetching = new Map<number, AbortController>();
  private wanted: readonly number[] = [];
  private closed = false;

  private constructor(
    private readonly fetch: FetchRows<Row>,
    readonly total: number,
  ) {}

  /** Opens a view at the rows that will be on screen, so that nothing flickers when it is shown. */
  static async open<Row>(fetch: FetchRows<Row>, first: number, signal: AbortSignal): Promise<PagedRows<Row>> {
    const page = Math.floor(first / pageLength);
    const { total, rows } = await fetch(page * pageLength, pageLength, signal);
    const source = new PagedRows(fetch, total);
    source.keep(page, rows);
    return source;
  }

  row(index: number): Row | undefined {
    return this.pages.get(Math.floor(index / pageLength))?.[index % pageLength];
  }

  need(first: number, end: number): void {
    const pages = pagesOf(first, Math.min(end, this.total));
    for (const page of pages) this.touch(page);
    this.wanted = pages.filter((page) => !this.pages.has(page));
    for (const [page, controller] of this.fetching) if (!this.wanted.includes(page)) controller.abort();
    this.fetchWanted();
  }

  async range(first: number, end: number): Promise<readonly Row[]> {
    const { signal } = new AbortController();
    const rows: Row[] = [];
    for (const page of pagesOf(first, Math.min(end, this.total))) {
      const known = this.pages.get(page);
      const start = page * pageLength;
      const all = known ?? (await this.fetch(start, pageLength, signal)).rows;
      rows.push(...all.slice(Math.max(0, first - start), end - start));
    }
    return rows;
  }

  /** Ends what is being fetched. */
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
    try {
      const { rows } = await this.fetch(page * pageLength, pageLength, controller.signal);
      this.keep(page, rows);
    } catch (error) {
      if (!controller.signal.aborted) {
        this.wanted = this.wanted.filter((one) => one !== page);
        this.failed(error);
      }
    }
    this.fetching.delete(page);
    this.wanted = this.wanted.filter((one) => !this.pages.has(one));
    this.changed();
    this.fetchWanted();
  }

  private keep(page: number, rows: readonly Row[]): void {
    this.pages.set(page, rows);
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
