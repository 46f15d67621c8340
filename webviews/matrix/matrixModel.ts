import { FilterError } from '../../extension/core/filter/filterError';
import { findingFields } from '../../extension/core/filter/findingFields';
import { parseFilter } from '../../extension/core/filter/parse';
import { quoteValue } from '../../extension/core/filter/print';
import type { CellClass } from '../../extension/core/matrix/cell';
import type { MatrixAxes, MatrixView } from '../../extension/core/matrix/matrix';
import type { FindingRow } from '../../extension/core/reconcile/findingRow';
import type { PairId } from '../../extension/core/reconcile/pairId';
import type { Endpoint } from '../../extension/protocol/endpoint';
import * as protocol from '../../extension/protocol/matrixPage';
import { RemoteError } from '../../extension/protocol/remoteError';
import { Latest } from '../shared/latest';
import { messageOf } from '../shared/vsCodeApi';
import { LoadedMatrix } from './loadedMatrix';
import { MapSelection } from './mapSelection';
import type { CellPlace } from './region';
import { regionSelection } from './regionActions';
import { measureRegion, type RegionMeasure } from './regionMeasure';
import { rowsInTile, takeTile } from './tileCells';

/** What the page knows and asks; the elements only draw it. `changed` is called after each step. */
export class MatrixModel {
  site: protocol.MatrixState | undefined;
  matrix: LoadedMatrix | undefined;
  selection = MapSelection.start;
  measure: RegionMeasure | undefined;
  /** What the filter box holds; `view` has the last text that was understood. */
  filterText: string;
  filterError: FilterError | undefined;
  /** Message of the last request that failed. */
  problem: string | undefined;
  drawing = false;

  private readonly latestState = new Latest();
  private readonly latestMatrix = new Latest();

  constructor(
    readonly endpoint: Endpoint,
    public view: MatrixView,
    public hidden: ReadonlySet<CellClass>,
    private readonly changed: () => void,
  ) {
    this.filterText = view.filter;
    endpoint.onNotification(protocol.matrixChanged, () => void this.update());
  }

  /** Asks how the site stands, and for the matrix again when it may have changed. */
  update(): Promise<void> {
    return this.attempt(async () => {
      const found = await this.latestState.ask((signal) =>
        this.endpoint.request(protocol.matrixState, undefined, signal),
      );
      if (found === undefined) return;
      this.site = found.answer;
      this.changed();
      if (found.answer.readAt !== undefined) await this.open();
      else if (this.matrix !== undefined) this.show(undefined);
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
    if (this.filterError === undefined && text !== this.view.filter)
      this.setView({ ...this.view, filter: text });
  }

  setView(view: MatrixView): void {
    this.view = view;
    this.changed();
    void this.attempt(() => this.open());
  }

  toggle(wanted: CellClass): void {
    const hidden = new Set(this.hidden);
    if (!hidden.delete(wanted)) hidden.add(wanted);
    this.hidden = hidden;
    if (this.matrix !== undefined) this.show(this.matrix.hiding(hidden));
    else this.changed();
  }

  select(selection: MapSelection): void {
    this.selection = selection;
    this.measureRegion();
    this.changed();
  }

  /** The finding of a pair, for what is pointed at; undefined when it has none. */
  explain(pair: PairId, signal: AbortSignal): Promise<FindingRow | undefined> {
    return this.endpoint.request(protocol.matrixExplain, { pair }, signal);
  }

  act(action: protocol.MatrixAction): Promise<void> {
    const { matrix, selection } = this;
    return this.attempt(async () => {
      if (matrix === undefined || selection.region === undefined) return;
      const chosen = regionSelection(action, matrix, selection.region);
      await this.endpoint.request(protocol.matrixAct, { action, selection: chosen });
    });
  }

  /** Opens missing content; on a pair when one is given. */
  showMissing(place?: CellPlace): Promise<void> {
    const content = place && this.matrix?.package(place);
    const dp = place && this.matrix?.dp(place);
    const filter = content && dp && `package=${quoteValue(content.packageId)} dp=${quoteValue(dp.name)}`;
    return this.attempt(() => this.endpoint.request(protocol.matrixShowMissing, { filter }));
  }

  refresh(): Promise<void> {
    return this.attempt(() => this.endpoint.request(protocol.matrixRefresh, undefined));
  }

  dismissProblem(): void {
    this.problem = undefined;
    this.changed();
  }

  fail(error: unknown): void {
    this.problem = messageOf(error);
    this.changed();
  }

  private async open(): Promise<void> {
    const { view } = this;
    this.drawing = this.matrix?.view !== view;
    this.changed();
    const opened = await this.latestMatrix
      .ask((signal) => this.fetch(view, signal))
      .catch((error: unknown) => {
        this.drawing = false;
        throw error;
      });
    if (opened === undefined) return;
    this.drawing = false;
    if (opened.answer.cells === this.matrix?.cells) this.changed();
    else this.show(new LoadedMatrix(opened.answer.axes, view, opened.answer.cells, this.hidden));
  }

  /** The matrix as a whole: once more from the start when it changes on the way. */
  private async fetch(
    view: MatrixView,
    signal: AbortSignal,
  ): Promise<{ readonly axes: MatrixAxes; readonly cells: Uint8Array }> {
    for (;;) {
      const axes = await this.endpoint.request(protocol.matrixOpen, { view }, signal);
      if (axes.stamp === this.matrix?.axes.stamp && view === this.matrix.view)
        return { axes, cells: this.matrix.cells };
      const cells = await this.fetchCells(view, axes, signal);
      if (cells !== undefined) return { axes, cells };
    }
  }

  /** undefined: the matrix has changed on the way. */
  private async fetchCells(
    view: MatrixView,
    { stamp, packages, dps }: MatrixAxes,
    signal: AbortSignal,
  ): Promise<Uint8Array | undefined> {
    const cells = new Uint8Array(packages.length * dps.length);
    const count = rowsInTile(dps.length);
    for (let first = 0; first < packages.length; first += count)
      try {
        const tile = await this.endpoint.request(protocol.matrixTile, { view, stamp, first, count }, signal);
        takeTile(tile.cells, cells, first * dps.length);
      } catch (error) {
        if (error instanceof RemoteError && error.kind === 'stale') return undefined;
        throw error;
      }
    return cells;
  }

  private show(matrix: LoadedMatrix | undefined): void {
    if (matrix !== undefined) this.selection = this.selection.carriedTo(matrix, this.matrix);
    this.matrix = matrix;
    this.measureRegion();
    this.changed();
  }

  private measureRegion(): void {
    const { matrix, selection } = this;
    this.measure =
      matrix === undefined || selection.region === undefined
        ? undefined
        : measureRegion(matrix, selection.region);
  }

  private async attempt(step: () => Promise<unknown>): Promise<void> {
    try {
      await step();
    } catch (error) {
      this.fail(error);
    }
  }
}
