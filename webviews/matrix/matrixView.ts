import { LitElement, html, nothing } from 'lit';
import type { CellClass } from '../../extension/core/matrix/cell';
import { matrixOrders, type TotalsOf, type TotalsView } from '../../extension/core/matrix/matrix';
import type { Endpoint } from '../../extension/protocol/endpoint';
import { matrixTotals, type MatrixAction } from '../../extension/protocol/matrixPage';
import '../missing/filterBox';
import { noSite } from '../missing/emptyStates';
import { controls } from '../shared/controls';
import { emptyStyles, emptyTemplate } from '../shared/emptyState';
import '../shared/icon';
import type { IconName } from '../shared/icon';
import type { VsCodeApi } from '../shared/vsCodeApi';
import './cellTip';
import './heatMap';
import type { CmHeatMap, MapHandlers } from './heatMap';
import './legend';
import type { LoadedMatrix } from './loadedMatrix';
import { headTemplate } from './mapHead';
import type { MapSelection } from './mapSelection';
import { MatrixModel } from './matrixModel';
import { narrowed } from './narrowed';
import { Pointing } from './pointing';
import './regionBar';
import { firstMap, restoreMap, saveMap } from './savedMap';
import { spokenCell } from './spokenCell';
import { texts } from './texts';
import './totalsPane';
import { viewStyles } from './viewStyles';

/** Ages on screen are renewed this often, milliseconds. */
const renewal = 60_000;

/** The heat map's page: draws the model, hands clicks and keys to it. */
export class CmMatrix extends LitElement {
  static override readonly properties = {
    totals: { state: true },
    totalsOf: { state: true },
  };
  static override readonly styles = [controls, emptyStyles, viewStyles];

  declare private totals: boolean;
  declare private totalsOf: TotalsOf;
  private readonly model: MatrixModel;
  private readonly pointing: Pointing;

  constructor(
    endpoint: Endpoint,
    private readonly api: VsCodeApi,
  ) {
    super();
    const saved = restoreMap(api.getState()) ?? firstMap(siteKey(), window.innerWidth >= 900);
    this.totals = saved.totals;
    this.totalsOf = saved.totalsOf;
    this.model = new MatrixModel(endpoint, saved.view, saved.hidden, () => this.requestUpdate());
    this.pointing = new Pointing(this.model, () => this.requestUpdate());
    void this.model.update();
    setInterval(() => this.requestUpdate(), renewal);
  }

  protected override render(): unknown {
    const { model } = this;
    const { site, matrix } = model;
    if (site?.site === undefined || (matrix === undefined && site.readAt === undefined))
      return html`<div class="whole">${noSite(site, () => void model.refresh())}</div>`;
    return html`<div class="head">${headTemplate(model)}</div>
      <div class="tools">${this.tools(matrix)}</div>
      <div class="map">${matrix === undefined ? this.drawing() : this.map(matrix)}</div>
      ${this.totals && matrix !== undefined ? this.totalsPane(matrix) : nothing}
      <cm-region
        .measure=${model.measure}
        .act=${(action: MatrixAction) => void model.act(action)}
        .clear=${() => model.select(model.selection.cleared())}
      ></cm-region>
      ${
        this.pointing.pointed === undefined
          ? nothing
          : html`<cm-cell-tip .pointed=${this.pointing.pointed} .now=${site.now}></cm-cell-tip>`
      }`;
  }

  protected override updated(): void {
    const { view, hidden } = this.model;
    const { totals, totalsOf } = this;
    this.api.setState(saveMap({ site: siteKey(), view, hidden, totals, totalsOf }));
  }

  private tools(matrix: LoadedMatrix | undefined): unknown {
    const { model } = this;
    return html`<cm-filter-box
        .text=${model.filterText}
        .error=${model.filterError}
        .apply=${(text: string) => model.setFilter(text)}
        .valuesOf=${(field: string) => (field === 'dp' ? (matrix?.axes.dps.map(({ name }) => name) ?? []) : [])}
      ></cm-filter-box>
      <select aria-label=${texts.order} title=${texts.order} @change=${this.onOrder}>
        ${matrixOrders.map(
          (order) =>
            html`<option value=${order} ?selected=${order === model.view.order}>
              ${texts.orders[order]}
            </option>`,
        )}
      </select>
      <span class="zoom">
        ${this.tool('zoom-in', texts.zoomIn, () => this.mapElement?.step(true))}
        ${this.tool('zoom-out', texts.zoomOut, () => this.mapElement?.step(false))}
        ${this.tool('screen-full', texts.fit, () => this.mapElement?.fit())}
        ${this.tool('layout-sidebar-right', texts.showTotals, () => (this.totals = !this.totals), this.totals)}
      </span>
      ${
        matrix === undefined
          ? nothing
          : html`<cm-legend
              .counts=${matrix.counts}
              .off=${model.hidden}
              .toggle=${(one: CellClass) => model.toggle(one)}
            ></cm-legend>`
      }`;
  }

  private tool(icon: IconName, label: string, press: () => void, pressed?: boolean): unknown {
    return html`<button
      class="plain"
      title=${label}
      aria-label=${label}
      aria-pressed=${pressed === undefined ? nothing : String(pressed)}
      @click=${press}
    >
      <cm-icon name=${icon}></cm-icon>
    </button>`;
  }

  private drawing(): unknown {
    return this.model.drawing ? emptyTemplate({ icon: 'loading', title: texts.drawing, hints: [] }) : nothing;
  }

  private map(matrix: LoadedMatrix): unknown {
    const { model } = this;
    if (matrix.rows === 0)
      return matrix.view.filter.trim() === ''
        ? emptyTemplate({
            icon: 'circle-outline',
            title: texts.nothingExpected,
            hints: [texts.nothingExpectedHint],
          })
        : emptyTemplate({
            icon: 'search',
            title: texts.nothingShown,
            hints: [texts.nothingShownHint],
            button: { label: texts.clearFilter, press: () => model.setFilter('') },
          });
    return html`<cm-heat-map
      .matrix=${matrix}
      .selection=${model.selection}
      .label=${texts.mapLabel(matrix.rows, matrix.columns)}
      .spoken=${spokenCell(matrix, model.selection.cursor)}
      .handlers=${this.handlers}
    ></cm-heat-map>`;
  }

  private readonly handlers: MapHandlers = {
    select: (selection: MapSelection) => this.model.select(selection),
    open: (place) => {
      if (this.model.matrix?.cell(place) !== 'none') void this.model.showMissing(place);
    },
    hover: (place, x, y) => this.pointing.at(this.model.matrix, place, x, y),
  };

  private totalsPane(matrix: LoadedMatrix): unknown {
    const { model } = this;
    return html`<cm-totals
      .stamp=${matrix.axes.stamp}
      .filter=${matrix.view.filter}
      .of=${this.totalsOf}
      .fetch=${this.fetchTotals}
      .failed=${(error: unknown) => model.fail(error)}
      .choose=${(of: TotalsOf) => (this.totalsOf = of)}
      .narrow=${(of: TotalsOf, value: string) => model.setFilter(narrowed(model.view.filter, of, value))}
    ></cm-totals>`;
  }

  private readonly fetchTotals = (view: TotalsView) => (offset: number, limit: number, signal: AbortSignal) =>
    this.model.endpoint.request(matrixTotals, { view, offset, limit }, signal);

  private readonly onOrder = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    const order = matrixOrders.find((one) => one === value);
    if (order !== undefined) this.model.setView({ ...this.model.view, order });
  };

  private get mapElement(): CmHeatMap | null {
    return this.renderRoot.querySelector<CmHeatMap>('cm-heat-map');
  }
}

/** The host has put it into the document. */
const siteKey = (): string => document.body.dataset['site'] ?? '';

customElements.define('cm-matrix', CmMatrix);
