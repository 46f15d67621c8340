import { LitElement, html, nothing } from 'lit';
import { mismatchColumns, mismatchFields, type MismatchRow } from '../../extension/core/library/mismatchRows';
import type { Endpoint } from '../../extension/protocol/endpoint';
import type { LibraryState } from '../../extension/protocol/libraryPage';
import '../missing/filterBox';
import '../shared/contextMenu';
import type { MenuPlace } from '../shared/contextMenu';
import { controls } from '../shared/controls';
import { emptyStyles } from '../shared/emptyState';
import '../shared/grid/grid';
import type { CmGrid, GridHandlers } from '../shared/grid/grid';
import { rowHeight } from '../shared/grid/gridStyles';
import { tones } from '../shared/tones';
import type { VsCodeApi } from '../shared/vsCodeApi';
import { libraryColumns } from './columns';
import { detailsTemplate } from './details';
import { dpListTemplate } from './dpList';
import { insteadOfPage, noRows } from './emptyStates';
import { LibraryModel } from './libraryModel';
import { libraryStyles } from './libraryStyles';
import { chipsTemplate, headTemplate } from './pageHead';
import { restoreView } from './savedPage';
import { texts } from './texts';

/** Time to the second look is renewed this often, milliseconds. */
const renewal = 15_000;

/** Mismatches of content libraries: draws the model, hands clicks and keys to it. */
export class CmLibrary extends LitElement {
  static override readonly properties = { active: { state: true }, menu: { state: true } };
  static override readonly styles = [controls, tones, emptyStyles, libraryStyles];

  /** Index of the row whose details are shown. */
  declare private active: number;
  declare private menu: MenuPlace | undefined;
  private readonly model: LibraryModel;

  constructor(
    endpoint: Endpoint,
    private readonly api: VsCodeApi,
  ) {
    super();
    this.active = 0;
    this.model = new LibraryModel(
      endpoint,
      restoreView(api.getState()),
      () => Math.floor((this.gridElement?.top ?? 0) / rowHeight),
      () => {
        this.requestUpdate();
        this.api.setState({ site: document.body.dataset['site'] ?? '', view: this.model.view });
      },
    );
    void this.model.update();
    setInterval(() => void this.model.update(), renewal);
  }

  protected override render(): unknown {
    const { model, menu } = this;
    const instead = insteadOfPage(model);
    const { state, rows } = model;
    if (state === undefined || instead !== undefined) return html`<div class="whole">${instead}</div>`;
    return html`<div class="head">
        ${headTemplate(model, state)} ${chipsTemplate(model, state)}
        <div class="filter">
          <cm-filter-box
            .text=${model.view.filter}
            .error=${model.filterError}
            .fields=${mismatchFields}
            .hint=${texts.filterHint}
            .valuesOf=${(field: string) => (field === 'dp' ? state.dps.map(({ dpName }) => dpName) : [])}
            .apply=${(filter: string) => model.show({ filter })}
          ></cm-filter-box>
          <span class="dim number" role="status">${texts.matches(rows?.total ?? 0)}</span>
        </div>
      </div>
      <div class="body">
        ${dpListTemplate(state.dps, model.view.filter, (filter) => model.show({ filter }))}
        <div class="rows">${rows === undefined || rows.total === 0 ? noRows(model, state) : this.grid()}</div>
      </div>
      ${this.details(state)} ${menu === undefined ? nothing : this.rowMenu(menu, state)}`;
  }

  private grid(): unknown {
    const { model } = this;
    return html`<cm-grid
      label=${texts.gridLabel}
      .columns=${libraryColumns}
      .source=${model.rows}
      .sort=${model.view.sort}
      .selection=${model.selection}
      .handlers=${this.handlers}
    ></cm-grid>`;
  }

  private readonly handlers: GridHandlers<MismatchRow> = {
    rowId: ({ id }) => id,
    sort: (key) => {
      const column = mismatchColumns.find((one) => one === key);
      if (column !== undefined) this.model.sortBy(column);
    },
    select: (selection) => this.model.select(selection),
    activate: (index) => (this.active = index),
    open: (index) => {
      const row = this.model.rows?.row(index);
      if (row !== undefined) void this.model.reveal(row.id);
    },
    menu: (x, y) => (this.menu = { x, y }),
  };

  private details(state: LibraryState): unknown {
    const row = this.row;
    if (row === undefined) return nothing;
    return detailsTemplate(row, this.repairOf(state, row), () => void this.model.reveal(row.id));
  }

  private repairOf(state: LibraryState, row: MismatchRow): Parameters<typeof detailsTemplate>[1] {
    const { selection, rows } = this.model;
    return {
      shown: state.canRepair,
      count: selection.count(rows?.total ?? 0),
      press: () => void this.model.repair(row),
    };
  }

  private rowMenu(place: MenuPlace, state: LibraryState): unknown {
    const row = this.row;
    if (row === undefined) return nothing;
    const repair = this.repairOf(state, row);
    return html`<cm-menu
      .label=${texts.menu}
      .place=${place}
      .items=${[
        ...(repair.shown
          ? [{ id: 'repair', label: texts.repair(repair.count), icon: 'wrench', enabled: true }]
          : []),
        { id: 'reveal', label: texts.reveal, icon: 'go-to-file', enabled: true },
      ]}
      .chosen=${(id: string) => {
        if (id === 'repair') repair.press();
        else void this.model.reveal(row.id);
      }}
      .closed=${() => {
        this.menu = undefined;
        this.gridElement?.focus();
      }}
    ></cm-menu>`;
  }

  private get row(): MismatchRow | undefined {
    return this.model.rows?.row(this.active) ?? this.model.rows?.row(0);
  }

  private get gridElement(): CmGrid<MismatchRow> | null {
    return this.renderRoot.querySelector<CmGrid<MismatchRow>>('cm-grid');
  }
}

customElements.define('cm-library', CmLibrary);
