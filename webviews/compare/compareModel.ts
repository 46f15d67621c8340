import type { ComparedView } from '../../extension/core/compare/comparedView';
import type { Difference } from '../../extension/core/compare/difference';
import type { Endpoint } from '../../extension/protocol/endpoint';
import * as protocol from '../../extension/protocol/comparePage';
import { PagedRows } from '../shared/grid/pagedRows';
import { RowSelection } from '../shared/grid/rowSelection';
import { Latest } from '../shared/latest';
import { messageOf } from '../shared/vsCodeApi';

/** What the page knows and asks; the element only draws it. `changed` is called after each step. */
export class CompareModel {
  state: protocol.CompareState | undefined;
  rows: PagedRows<protocol.CompareRow> | undefined;
  selection = RowSelection.none;
  /** Message of the last request that failed. */
  problem: string | undefined;
  private readonly latestState = new Latest();
  private readonly latestRows = new Latest();

  /** @param firstRow first row on screen: a refreshed view is opened there */
  constructor(
    private readonly endpoint: Endpoint,
    public view: ComparedView,
    private readonly firstRow: () => number,
    private readonly changed: () => void,
  ) {
    endpoint.onNotification(protocol.compareChanged, () => void this.update());
  }

  /** Asks how the comparison stands, and for its rows when they have changed. */
  update(): Promise<void> {
    return this.attempt(async () => {
      const found = await this.latestState.ask((signal) =>
        this.endpoint.request(protocol.compareState, undefined, signal),
      );
      if (found === undefined) return;
      const before = this.state?.revision;
      this.state = found.answer;
      this.changed();
      const { revision, readAt } = found.answer;
      if (readAt !== undefined && (before !== revision || this.rows === undefined))
        await this.openRows(this.firstRow());
    });
  }

  toggleKind(kind: Difference): void {
    const { kinds } = this.view;
    const without = kinds.filter((one) => one !== kind);
    this.show({ kinds: without.length === kinds.length ? [...kinds, kind] : without });
  }

  /** Sorts by a column, or the other way round when it is sorted by it. */
  sortBy(column: ComparedView['sort']['column']): void {
    const { sort } = this.view;
    this.show({ sort: { column, descending: sort.column === column && !sort.descending } });
  }

  show(part: Partial<ComparedView>): void {
    this.view = { ...this.view, ...part };
    if (part.sort === undefined) this.selection = RowSelection.none;
    this.changed();
    void this.attempt(() => this.openRows(0));
  }

  select(selection: RowSelection): void {
    this.selection = selection;
    this.changed();
  }

  refresh(): Promise<void> {
    return this.attempt(() => this.endpoint.request(protocol.compareRefresh, undefined));
  }

  reveal({ packageId, dp }: protocol.CompareRow['places'][number]): Promise<void> {
    return this.attempt(() => this.endpoint.request(protocol.compareReveal, { packageId, dp }));
  }

  /** The selected rows, or all that are shown. */
  copy(format: 'markdown' | 'tsv'): Promise<void> {
    const { view } = this;
    return this.attempt(async () => {
      const ids = await this.selectedIds();
      await this.endpoint.request(protocol.compareCopy, { view, ids, format });
    });
  }

  dismissProblem(): void {
    this.problem = undefined;
    this.changed();
  }

  private async selectedIds(): Promise<readonly string[]> {
    const { selection, rows } = this;
    if (selection.isEmpty || rows === undefined) return [];
    if (!selection.allBut) return [...selection.ids];
    const all = await rows.range(0, rows.total);
    return all.map(({ id }) => id).filter((id) => selection.has(id));
  }

  private async openRows(first: number): Promise<void> {
    const { view } = this;
    const opened = await this.latestRows.ask((signal) =>
      PagedRows.open<protocol.CompareRow>(
        (offset, limit, pageSignal) =>
          this.endpoint.request(protocol.comparePage, { view, offset, limit }, pageSignal),
        first,
        signal,
      ),
    );
    if (opened === undefined) return;
    this.rows?.close();
    this.rows = opened.answer;
    this.rows.failed = (error) => this.fail(error);
    this.changed();
  }

  private async attempt(step: () => Promise<unknown>): Promise<void> {
    try {
      await step();
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    this.problem = messageOf(error);
    this.changed();
  }
}
