import { FilterError } from '../../extension/core/filter/filterError';
import { parseFilter } from '../../extension/core/filter/parse';
import {
  firstMismatchView,
  mismatchFields,
  type MismatchRow,
  type MismatchView,
} from '../../extension/core/library/mismatchRows';
import type { Endpoint } from '../../extension/protocol/endpoint';
import * as protocol from '../../extension/protocol/libraryPage';
import { PagedRows } from '../shared/grid/pagedRows';
import { RowSelection } from '../shared/grid/rowSelection';
import { Latest } from '../shared/latest';
import { messageOf } from '../shared/vsCodeApi';

/** What the page knows and asks; the element only draws it. `changed` is called after each step. */
export class LibraryModel {
  state: protocol.LibraryState | undefined;
  rows: PagedRows<MismatchRow> | undefined;
  selection = RowSelection.none;
  filterError: FilterError | undefined;
  /** Message of the last request that failed. */
  problem: string | undefined;
  private readonly latestState = new Latest();
  private readonly latestRows = new Latest();

  /** @param firstRow first row on screen: a refreshed view is opened there */
  constructor(
    private readonly endpoint: Endpoint,
    public view: MismatchView = firstMismatchView,
    private readonly firstRow: () => number,
    private readonly changed: () => void,
  ) {
    endpoint.onNotification(protocol.libraryChanged, () => void this.update());
  }

  /** Asks how the search stands, and for its rows when they have changed. */
  update(): Promise<void> {
    return this.attempt(async () => {
      const found = await this.latestState.ask((signal) =>
        this.endpoint.request(protocol.libraryState, undefined, signal),
      );
      if (found === undefined) return;
      const before = this.state?.revision;
      this.state = found.answer;
      this.changed();
      if (before !== found.answer.revision || this.rows === undefined) await this.openRows(this.firstRow());
    });
  }

  /** Shows other rows, unless the filter is not understood: then it says why. */
  show(part: Partial<MismatchView>): void {
    this.view = { ...this.view, ...part };
    if (part.filter !== undefined) {
      this.selection = RowSelection.none;
      this.filterError = problemOf(part.filter);
    }
    this.changed();
    if (this.filterError === undefined) void this.attempt(() => this.openRows(0));
  }

  sortBy(column: MismatchView['sort']['column']): void {
    const { sort } = this.view;
    this.show({ sort: { column, descending: sort.column === column && !sort.descending } });
  }

  select(selection: RowSelection): void {
    this.selection = selection;
    this.changed();
  }

  act(action: protocol.LibraryAction): Promise<void> {
    return this.attempt(() => this.endpoint.request(protocol.libraryAct, { action }));
  }

  reveal(id: string): Promise<void> {
    return this.attempt(() => this.endpoint.request(protocol.libraryReveal, { id }));
  }

  /** The selected rows, or this one where none is. */
  repair(row: MismatchRow): Promise<void> {
    return this.attempt(async () => {
      const { selection, rows } = this;
      const all = selection.allBut && rows !== undefined ? await rows.range(0, rows.total) : [];
      const ids = selection.allBut
        ? all.map(({ id }) => id).filter((id) => selection.has(id))
        : [...selection.ids];
      await this.endpoint.request(protocol.libraryRepair, { ids: ids.length > 0 ? ids : [row.id] });
    });
  }

  dismissProblem(): void {
    this.problem = undefined;
    this.changed();
  }

  private async openRows(first: number): Promise<void> {
    const { view } = this;
    const opened = await this.latestRows.ask((signal) =>
      PagedRows.open<MismatchRow>(
        (offset, limit, pageSignal) =>
          this.endpoint.request(protocol.libraryPage, { view, offset, limit }, pageSignal),
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

const problemOf = (filter: string): FilterError | undefined => {
  try {
    parseFilter(filter, mismatchFields);
    return undefined;
  } catch (error) {
    if (error instanceof FilterError) return error;
    throw error;
  }
};
