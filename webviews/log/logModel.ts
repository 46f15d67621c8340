import { FilterError } from '../../extension/core/filter/filterError';
import type { TimeBars } from '../../extension/core/logs/view/timeline';
import { parseLogFilter } from '../../extension/core/logs/view/logFilter';
import type { Endpoint } from '../../extension/protocol/endpoint';
import * as protocol from '../../extension/protocol/logPage';
import type { RequestType } from '../../extension/protocol/requestType';
import { PagedRows } from '../shared/grid/pagedRows';
import { RowSelection } from '../shared/grid/rowSelection';
import { Latest } from '../shared/latest';
import { messageOf } from '../shared/vsCodeApi';
import { findFilter } from './findText';
import { viewOf, type SavedLog } from './savedLog';

const mostBars = 160;
/** Lanes of components, with that of the rest. */
const mostLanes = 6;
/** Milliseconds between two drawings of the bars while they grow. */
const barsEvery = 300;

/** What the page knows and asks; the element only draws it. `changed` is called after each step. */
export class LogModel {
  state: protocol.LogState | undefined;
  rows: PagedRows<protocol.LogRow> | undefined;
  bars: TimeBars | undefined;
  components: readonly string[] = [];
  details: protocol.LogDetails | undefined;
  selection = RowSelection.none;
  measure: protocol.LogMeasure | undefined;
  filterText: string;
  filterError: FilterError | undefined;
  findText = '';
  /** The last find came to nothing. */
  foundNothing = false;
  problem: string | undefined;
  /** The record that is looked at. */
  active: protocol.LogRow | undefined;
  view: protocol.LogView;

  private isUpdating = false;
  private isStale = false;
  private barsAt = 0;
  private readonly latestDetails = new Latest();
  private readonly latestSeek = new Latest();
  private readonly latestMeasure = new Latest();

  /** @param renumbered row numbers mean other records now */
  constructor(
    private readonly endpoint: Endpoint,
    saved: SavedLog,
    private readonly changed: () => void,
    private readonly renumbered: () => void,
  ) {
    this.view = viewOf(saved);
    this.filterText = saved.filter;
    endpoint.onNotification(protocol.logChanged, () => void this.update());
    endpoint.onNotification(protocol.logFilter, ({ filter }) => this.setFilter(filter));
  }

  /** Tells the host what was shown before a reload of the window; then everything is asked for. */
  begin({ joined }: SavedLog): Promise<void> {
    return this.attempt(async () => {
      if (!joined) await this.endpoint.request(protocol.logJoin, { joined });
      await this.endpoint.request(protocol.logShow, this.view);
      await this.update();
    });
  }

  /** Asks how the log is; when it is asked while it asks, it asks once more. */
  async update(): Promise<void> {
    this.isStale = true;
    if (this.isUpdating) return;
    this.isUpdating = true;
    while (this.isStale) {
      this.isStale = false;
      await this.attempt(() => this.askState());
    }
    this.isUpdating = false;
  }

  get bookmarks(): readonly protocol.LogPlace[] {
    return this.state?.bookmarks ?? [];
  }

  /** The rows are of more than one day, by the clock of the log. */
  get hasDays(): boolean {
    const bars = this.bars?.bars ?? [];
    const distance = this.state?.distance ?? 0;
    const dayOf = (time = 0): number => Math.floor((time - distance) / 86_400_000);
    return dayOf(bars[0]?.time) !== dayOf(bars.at(-1)?.time);
  }

  setFilter(text: string): void {
    this.filterText = text;
    try {
      parseLogFilter(text);
      this.filterError = undefined;
    } catch (error) {
      if (!(error instanceof FilterError)) throw error;
      this.filterError = error;
    }
    this.changed();
    if (this.filterError === undefined && text !== this.view.filter) this.show({ filter: text });
  }

  show(view: Partial<protocol.LogView>): void {
    this.view = { ...this.view, ...view };
    this.select(RowSelection.none);
    void this.attempt(() => this.endpoint.request(protocol.logShow, this.view));
  }

  join(joined: boolean): Promise<void> {
    return this.attempt(() => this.endpoint.request(protocol.logJoin, { joined }));
  }

  select(selection: RowSelection): void {
    this.selection = selection;
    this.changed();
    void this.attempt(() => this.measureSelection());
  }

  /** Looks at a row: its text is fetched. */
  activate(row: protocol.LogRow): void {
    this.active = row;
    this.changed();
    void this.attempt(async () => {
      const asked = { generation: this.generation, row: row.row };
      const found = await this.latestDetails.ask((signal) =>
        this.endpoint.request(protocol.logDetails, asked, signal),
      );
      if (found === undefined) return;
      this.details = found.answer;
      this.changed();
    });
  }

  toggleBookmark(): void {
    const { active, generation } = this;
    if (active !== undefined)
      void this.attempt(() => this.endpoint.request(protocol.logBookmark, { generation, row: active.row }));
  }

  /** The row of the next record that fits a filter. @param from a row number */
  async seek(filter: string, from: number, forward: boolean): Promise<number | undefined> {
    const { generation } = this;
    return this.answer(() =>
      this.latestSeek.ask((signal) =>
        this.endpoint.request(protocol.logSeek, { generation, row: from, forward, filter }, signal),
      ),
    );
  }

  async find(from: number, forward: boolean): Promise<number | undefined> {
    if (this.findText.trim() === '') return undefined;
    const row = await this.seek(findFilter(this.findText), from, forward);
    this.foundNothing = row === undefined;
    this.changed();
    return row;
  }

  seekTime(time: number): Promise<number | undefined> {
    const { generation } = this;
    return this.answer(async () => ({
      answer: await this.endpoint.request(protocol.logSeekTime, { generation, time }),
    }));
  }

  askTime(): Promise<string | undefined> {
    const shown = this.active?.time?.replace('T', ' ').slice(0, 16) ?? '';
    return this.answer(async () => ({ answer: await this.endpoint.request(protocol.logAskTime, { shown }) }));
  }

  /** The row of a place, in the numbers of now. */
  locate({ log, part, offset }: protocol.LogPlace): Promise<number | undefined> {
    return this.answer(async () => {
      const found = await this.endpoint.request(protocol.logLocate, { log, part, offset });
      return found.generation === this.generation ? { answer: found.row } : undefined;
    });
  }

  /** Asks the host for something to be done with the rows that are selected, or with the one that is looked at. */
  async act<R>(
    type: RequestType<{ generation: number; selection: protocol.LogSelection }, R>,
  ): Promise<R | undefined> {
    return this.answer(async () => ({
      answer: await this.endpoint.request(type, { generation: this.generation, selection: this.chosen() }),
    }));
  }

  exportRows(): Promise<void> {
    const selection = this.selection.isEmpty ? { allBut: true, rows: [] } : this.chosen();
    const { generation } = this;
    return this.attempt(() => this.endpoint.request(protocol.logExport, { generation, selection }));
  }

  pickFilter(): Promise<void> {
    return this.attempt(() => this.endpoint.request(protocol.logFilters, { filter: this.filterText }));
  }

  openText(row: protocol.LogRow): Promise<void> {
    const asked = { generation: this.generation, row: row.row };
    return this.attempt(() => this.endpoint.request(protocol.logOpenText, asked));
  }

  dismissProblem(): void {
    this.problem = undefined;
    this.changed();
  }

  fail(error: unknown): void {
    this.problem = messageOf(error);
    this.changed();
  }

  private get generation(): number {
    return this.state?.generation ?? 0;
  }

  private chosen(): protocol.LogSelection {
    if (this.selection.isEmpty)
      return { allBut: false, rows: this.active === undefined ? [] : [this.active.row] };
    return { allBut: this.selection.allBut, rows: [...this.selection.ids].map(Number) };
  }

  private async askState(): Promise<void> {
    const before = this.state;
    const state = await this.endpoint.request(protocol.logState, undefined);
    this.state = state;
    if (this.rows === undefined || before?.generation !== state.generation) this.renumber(state);
    else this.rows.resize(state.rows, state.changedFrom);
    this.changed();
    await this.drawBars(before, state);
  }

  private renumber({ generation, rows }: protocol.LogState): void {
    this.rows?.close();
    this.rows = new PagedRows<protocol.LogRow>(
      (offset, limit, signal) =>
        this.endpoint.request(protocol.logRows, { generation, offset, limit }, signal),
      rows,
    );
    this.rows.failed = (error) => this.fail(error);
    this.select(RowSelection.none);
    this.renumbered();
  }

  private async drawBars(before: protocol.LogState | undefined, state: protocol.LogState): Promise<void> {
    const isSame = before?.matched === state.matched && before.generation === state.generation;
    if (isSame && this.bars !== undefined) return;
    const isDone = state.passed === state.records;
    if (!isDone && performance.now() - this.barsAt < barsEvery) return;
    this.barsAt = performance.now();
    this.bars = await this.endpoint.request(protocol.logBars, { most: mostBars, lanes: mostLanes });
    if (isDone) this.components = (await this.endpoint.request(protocol.logNames, undefined)).components;
    this.changed();
  }

  private async measureSelection(): Promise<void> {
    this.latestMeasure.cancel();
    this.measure = undefined;
    if (this.selection.isEmpty || this.selection.count(this.rows?.total ?? 0) < 2) return;
    const asked = { generation: this.generation, selection: this.chosen() };
    const found = await this.latestMeasure.ask((signal) =>
      this.endpoint.request(protocol.logMeasure, asked, signal),
    );
    this.measure = found?.answer;
    this.changed();
  }

  private async answer<T>(
    ask: () => Promise<{ readonly answer: T | undefined } | undefined>,
  ): Promise<T | undefined> {
    try {
      return (await ask())?.answer;
    } catch (error) {
      this.fail(error);
      return undefined;
    }
  }

  private async attempt(step: () => Promise<unknown>): Promise<void> {
    await this.answer(async () => {
      await step();
      return undefined;
    });
  }
}
