import { FilterError } from '../../extension/core/filter/filterError';
import { findingFields } from '../../extension/core/filter/findingFields';
import { parseFilter } from '../../extension/core/filter/parse';
import type {
  Facet,
  FindingColumn,
  FindingRow,
  FindingsSelection,
  FindingsView,
  SelectionMeasure,
} from '../../extension/core/reconcile/findingRow';
import type { PairId } from '../../extension/core/reconcile/pairId';
import type { Endpoint } from '../../extension/protocol/endpoint';
import * as protocol from '../../extension/protocol/missingPage';
import { PagedRows } from '../shared/grid/pagedRows';
import { RowSelection } from '../shared/grid/rowSelection';
import { messageOf } from '../shared/vsCodeApi';
import { Latest } from '../shared/latest';
import type { PairDetails } from './detailsPane';

const asPairs = (ids: Iterable<string>): readonly PairId[] => [...ids] as PairId[];

/** What the page knows and asks; the element only draws it. `changed` is called after each step. */
export class MissingModel {
  site: protocol.MissingState | undefined;
  rows: PagedRows<FindingRow> | undefined;
  facets: readonly Facet[] = [];
  measure: SelectionMeasure | undefined;
  details: PairDetails | undefined;
  /** What the filter box holds; `view` has the last text that was understood. */
  filterText: string;
  filterError: FilterError | undefined;
  /** Message of the last request that failed. */
  problem: string | undefined;

  /** What `rows` are rows of. */
  private shown: FindingsView;
  private readonly latestState = new Latest();
  private readonly latestRows = new Latest();
  private readonly latestFacets = new Latest();
  private readonly latestMeasure = new Latest();
  private readonly latestDetails = new Latest();

  /** @param firstRow first row on screen: a refreshed view is opened there */
  constructor(
    private readonly endpoint: Endpoint,
    public view: FindingsView,
    public selection: RowSelection,
    private readonly firstRow: () => number,
    private readonly changed: () => void,
  ) {
    this.filterText = view.filter;
    this.shown = view;
    endpoint.onNotification(protocol.missingChanged, () => void this.update());
    endpoint.onNotification(protocol.missingShow, ({ filter }) => this.setFilter(filter));
  }

  /** Asks how the site stands, and for everything else when its findings have changed. */
  update(): Promise<void> {
    return this.attempt(async () => {
      const found = await this.latestState.ask((signal) =>
        this.endpoint.request(protocol.missingState, undefined, signal),
      );
      if (found === undefined) return;
      const before = this.site;
      this.site = found.answer;
      this.changed();
      if (found.answer.readAt === undefined) this.forget();
      else if (before?.revision !== found.answer.revision || this.rows === undefined)
        await Promise.all([
          this.openRows(this.firstRow()),
          this.countFacets(),
          this.measureSelection(),
          this.explain(),
        ]);
    });
  }

  setFilter(text: string): void {
    this.filterText = text;
    try {
      parseFilter(text, findingFields);
      this.filterError = undefined;
    } catch (error) {
      if (!(error instanceof FilterError)) throw error;
      this.filterError = error;
    }
    this.changed();
    if (this.filterError !== undefined || text === this.view.filter) return;
    this.view = { ...this.view, filter: text };
    this.select(RowSelection.none);
    void this.attempt(() => Promise.all([this.openRows(0), this.countFacets()]));
  }

  /** Sorts by a column, or the other way round when it is sorted by it. */
  sortBy(column: FindingColumn): void {
    const { sort } = this.view;
    this.view = { ...this.view, sort: { column, descending: sort.column === column && !sort.descending } };
    void this.attempt(() => this.openRows(0));
  }

  select(selection: RowSelection): void {
    this.selection = selection;
    this.changed();
    void this.attempt(() => this.measureSelection());
  }

  /** Shows the details of a row. */
  activate(row: FindingRow): void {
    if (this.details?.row.id === row.id) return;
    this.details = { row, evidence: undefined, disagreements: [], gone: false };
    this.changed();
    void this.attempt(() => this.explain());
  }

  act(action: protocol.MissingAction, selection = this.chosen()): Promise<void> {
    return this.attempt(() => this.endpoint.request(protocol.missingAct, { action, selection }));
  }

  /** Exports what the page shows. */
  export(): Promise<void> {
    return this.attempt(() => this.endpoint.request(protocol.missingExport, undefined));
  }

  /** Offers saved filters, and to save what is in the box. */
  pickFilter(): Promise<void> {
    return this.attempt(() => this.endpoint.request(protocol.missingFilters, { filter: this.filterText }));
  }

  /** Reads the site again; connects to the demo site when there is none. */
  refresh(): Promise<void> {
    return this.attempt(() => this.endpoint.request(protocol.missingRefresh, undefined));
  }

  showHeatMap(): Promise<void> {
    return this.attempt(() => this.endpoint.request(protocol.missingShowHeatMap, undefined));
  }

  dismissProblem(): void {
    this.problem = undefined;
    this.changed();
  }

  private async openRows(first: number): Promise<void> {
    const { view } = this;
    const opened = await this.latestRows
      .ask((signal) =>
        PagedRows.open<FindingRow>(
          (offset, limit, pageSignal) =>
            this.endpoint.request(protocol.missingPage, { view, offset, limit }, pageSignal),
          first,
          signal,
        ),
      )
      .catch((error: unknown) => {
        this.view = this.shown;
        throw error;
      });
    if (opened === undefined) return;
    this.shown = view;
    this.rows?.close();
    this.rows = opened.answer;
    this.rows.failed = (error) => this.fail(error);
    this.changed();
  }

  private async countFacets(): Promise<void> {
    const { filter } = this.view;
    const counted = await this.latestFacets.ask((signal) =>
      this.endpoint.request(protocol.missingFacets, { filter }, signal),
    );
    if (counted === undefined) return;
    this.facets = counted.answer;
    this.changed();
  }

  private async measureSelection(): Promise<void> {
    if (this.selection.isEmpty) {
      this.latestMeasure.cancel();
      this.measure = undefined;
      this.changed();
      return;
    }
    const selection = this.chosen();
    const measured = await this.latestMeasure.ask((signal) =>
      this.endpoint.request(protocol.missingMeasure, { selection }, signal),
    );
    if (measured === undefined) return;
    this.measure = measured.answer;
    this.changed();
  }

  private async explain(): Promise<void> {
    const asked = this.details;
    if (asked === undefined) return;
    const explained = await this.latestDetails.ask((signal) =>
      this.endpoint.request(protocol.missingExplain, { pair: asked.row.id }, signal),
    );
    if (explained === undefined) return;
    this.details =
      explained.answer === undefined
        ? { row: asked.row, evidence: [], disagreements: [], gone: true }
        : { ...explained.answer, gone: false };
    this.changed();
  }

  private chosen(): FindingsSelection {
    const ids = asPairs(this.selection.ids);
    const { filter } = this.view;
    return this.selection.allBut
      ? { kind: 'view', filter, except: ids }
      : { kind: 'pairs', pairs: ids, filter };
  }

  private forget(): void {
    this.rows?.close();
    this.rows = undefined;
    this.facets = [];
    this.measure = undefined;
    this.details = undefined;
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
