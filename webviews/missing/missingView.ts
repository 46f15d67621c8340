import { LitElement, html, nothing } from 'lit';
import type { FindingColumn, FindingRow } from '../../extension/core/reconcile/findingRow';
import { listedValues } from '../../extension/core/filter/toggleValue';
import type { Endpoint } from '../../extension/protocol/endpoint';
import { missingActions, missingColumns, type MissingAction } from '../../extension/protocol/missingPage';
import '../shared/banner';
import '../shared/contextMenu';
import type { MenuPlace } from '../shared/contextMenu';
import { controls } from '../shared/controls';
import { emptyStyles } from '../shared/emptyState';
import '../shared/grid/grid';
import type { CmGrid, GridHandlers } from '../shared/grid/grid';
import { rowHeight } from '../shared/grid/gridStyles';
import { RowSelection } from '../shared/grid/rowSelection';
import type { VsCodeApi } from '../shared/vsCodeApi';
import './actionBar';
import { actionIcons } from './actionBar';
import { isOffered } from './actions';
import { findingColumns } from './columns';
import './detailsPane';
import { noRows, noSite } from './emptyStates';
import './facetList';
import { afterChip, afterFacet, afterMark, filterOf, pressedMarks } from './filterClicks';
import './filterBox';
import { MissingModel } from './missingModel';
import { headTemplate } from './pageHead';
import { firstPage, restorePage, savePage } from './savedPage';
import { texts } from './texts';
import { viewStyles } from './viewStyles';

/** Ages on screen are renewed this often, milliseconds. */
const renewal = 60_000;
/** Pause before what the user sees is saved for a reload of the window, milliseconds. */
const savePause = 250;

/** The missing-content view: draws the model, hands clicks and keys to it. */
export class CmMissing extends LitElement {
  static override readonly properties = {
    facets: { state: true },
    details: { state: true },
    menu: { state: true },
  };
  static override readonly styles = [controls, emptyStyles, viewStyles];

  declare private facets: boolean;
  declare private details: boolean;
  declare private menu: MenuPlace | undefined;
  private readonly model: MissingModel;
  private restoring: { readonly top: number; readonly active: number } | undefined;
  private saving: ReturnType<typeof setTimeout> | undefined;

  constructor(
    endpoint: Endpoint,
    private readonly api: VsCodeApi,
  ) {
    super();
    const page = restorePage(api.getState()) ?? firstPage(siteKey(), window.innerWidth >= 900);
    this.facets = page.facets;
    this.details = page.details;
    this.restoring = page;
    this.model = new MissingModel(
      endpoint,
      page.view,
      page.selection,
      () => this.firstRow(),
      () => {
        this.requestUpdate();
        this.save();
      },
    );
    void this.model.update();
    setInterval(() => void this.model.update(), renewal);
  }

  protected override render(): unknown {
    const { model } = this;
    const { site } = model;
    const refresh = (): void => void model.refresh();
    if (site?.site === undefined || (model.rows === undefined && site.readAt === undefined))
      return html`<div class="whole">${noSite(site, refresh)}</div>`;
    return html`<div class="head">
        ${headTemplate(model, {
          pressed: listedValues(filterOf(model.view.filter), 'state'),
          toggle: (chip) => model.setFilter(afterChip(model.view.filter, chip)),
          pressedMarks: pressedMarks(model.view.filter),
          toggleMark: (field) => model.setFilter(afterMark(model.view.filter, field)),
        })}
      </div>
      <div class="filter">${this.filterLine()}</div>
      ${
        this.facets
          ? html`<cm-facets
              .facets=${model.facets}
              .filter=${filterOf(model.view.filter)}
              .toggle=${(field: 'state', value: string) =>
                model.setFilter(afterFacet(model.view.filter, field, value, model.facets))}
            ></cm-facets>`
          : nothing
      }
      <div class="rows">
        ${model.rows?.total === 0 ? noRows(site, (text) => model.setFilter(text)) : this.grid(site.now)}
      </div>
      ${
        this.details
          ? html`<cm-details
              .details=${model.details}
              .now=${site.now}
              .close=${() => this.showDetails(false)}
              .copy=${(row: FindingRow) => void model.act('copyEvidence', { kind: 'pairs', pairs: [row.id] })}
            ></cm-details>`
          : nothing
      }
      <cm-actions
        .selected=${model.selection.count(model.rows?.total ?? 0)}
        .measure=${model.measure}
        .total=${model.rows?.total ?? 0}
        .act=${(action: MissingAction) => void model.act(action)}
        .selectAll=${() => model.select(RowSelection.all)}
        .clear=${() => model.select(RowSelection.none)}
      ></cm-actions>
      ${this.menu === undefined ? nothing : this.actionMenu(this.menu)}`;
  }

  private filterLine(): unknown {
    const { model } = this;
    const toggle = (label: string, icon: string, shown: boolean, press: () => void): unknown =>
      html`<button
        class="plain"
        title=${label}
        aria-label=${label}
        aria-pressed=${String(shown)}
        @click=${press}
      >
        <cm-icon name=${icon}></cm-icon>
      </button>`;
    return html`${toggle(texts.showFacets, 'layout-sidebar-left', this.facets, () => {
        this.facets = !this.facets;
        this.save();
      })}
      <cm-filter-box
        .text=${model.filterText}
        .error=${model.filterError}
        .apply=${(text: string) => model.setFilter(text)}
        .pick=${() => void model.pickFilter()}
        .valuesOf=${(field: string) =>
          model.facets.find((facet) => facet.field === field)?.values.map(({ value }) => value) ?? []}
      ></cm-filter-box>
      <span class="matches dim number" role="status">
        ${model.rows === undefined ? '' : texts.matches(model.rows.total)}
      </span>
      ${toggle(texts.showDetails, 'layout-sidebar-right', this.details, () => this.showDetails(!this.details))}`;
  }

  private grid(now: number): unknown {
    const { model } = this;
    return html`<cm-grid
      .label=${texts.gridLabel}
      .columns=${findingColumns(now)}
      .source=${model.rows}
      .sort=${model.view.sort}
      .selection=${model.selection}
      .handlers=${this.handlers}
    ></cm-grid>`;
  }

  private readonly handlers: GridHandlers<FindingRow> = {
    rowId: ({ id }) => id,
    sort: (key) => {
      const column = missingColumns.find((one) => one === key);
      if (column !== undefined) this.model.sortBy(column satisfies FindingColumn);
    },
    select: (selection) => this.model.select(selection),
    activate: (index) => this.activate(index),
    open: (index) => {
      this.showDetails(true);
      this.activate(index);
    },
    menu: (x, y) => {
      this.menu = { x, y };
    },
    scrolled: () => this.save(),
  };

  private actionMenu(place: MenuPlace): unknown {
    const { measure } = this.model;
    return html`<cm-menu
      .label=${texts.gridLabel}
      .place=${place}
      .items=${missingActions.map((id) => ({
        id,
        label: texts.actions[id],
        icon: actionIcons[id],
        enabled: measure !== undefined && isOffered(id, measure),
      }))}
      .chosen=${(id: MissingAction) => void this.model.act(id)}
      .closed=${() => {
        this.menu = undefined;
        this.gridElement?.focus();
      }}
    ></cm-menu>`;
  }

  protected override updated(): void {
    const { restoring, gridElement, model } = this;
    if (restoring === undefined || gridElement === null || model.rows === undefined) return;
    this.restoring = undefined;
    void gridElement.updateComplete.then(() => {
      gridElement.setActive(restoring.active);
      gridElement.scrollToTop(restoring.top);
      this.activate(restoring.active);
    });
  }

  private activate(index: number): void {
    const row = this.model.rows?.row(index);
    if (row !== undefined) this.model.activate(row);
    this.save();
  }

  private showDetails(shown: boolean): void {
    this.details = shown;
    this.save();
    if (!shown) this.gridElement?.focus();
  }

  private get gridElement(): CmGrid<FindingRow> | null {
    return this.renderRoot.querySelector<CmGrid<FindingRow>>('cm-grid');
  }

  private firstRow(): number {
    return Math.floor((this.restoring?.top ?? this.gridElement?.top ?? 0) / rowHeight);
  }

  private save(): void {
    clearTimeout(this.saving);
    this.saving = setTimeout(() => {
      const { view, selection } = this.model;
      const grid = this.gridElement;
      this.api.setState(
        savePage({
          site: siteKey(),
          view,
          selection,
          top: this.restoring?.top ?? grid?.top ?? 0,
          active: this.restoring?.active ?? grid?.active ?? 0,
          facets: this.facets,
          details: this.details,
        }),
      );
    }, savePause);
  }
}

/** The host has put it into the document. */
const siteKey = (): string => document.body.dataset['site'] ?? '';

customElements.define('cm-missing', CmMissing);
