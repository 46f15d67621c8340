import { LitElement, html, nothing } from 'lit';
import { comparedOf } from '../../extension/core/compare/comparedTitles';
import {
  compareColumns as columnKeys,
  type CompareRow,
  type CompareState,
} from '../../extension/protocol/comparePage';
import type { Endpoint } from '../../extension/protocol/endpoint';
import '../shared/contextMenu';
import type { MenuItem, MenuPlace } from '../shared/contextMenu';
import { controls } from '../shared/controls';
import { emptyStyles } from '../shared/emptyState';
import '../shared/grid/grid';
import type { CmGrid, GridHandlers } from '../shared/grid/grid';
import { rowHeight } from '../shared/grid/gridStyles';
import type { VsCodeApi } from '../shared/vsCodeApi';
import { compareColumns } from './columns';
import { CompareModel } from './compareModel';
import { noRows, notCompared } from './emptyStates';
import { headTemplate } from './pageHead';
import { firstView, restorePage } from './savedPage';
import { texts } from './texts';
import { viewStyles } from './viewStyles';

/** Ages on screen are renewed this often, milliseconds. */
const renewal = 60_000;

/** A comparison: draws the model, hands clicks and keys to it. */
export class CmCompare extends LitElement {
  static override readonly properties = { menu: { state: true } };
  static override readonly styles = [controls, emptyStyles, viewStyles];

  /** Where the menu is open, and of which row. */
  declare private menu: { readonly place: MenuPlace; readonly row: CompareRow } | undefined;
  private readonly model: CompareModel;

  constructor(
    endpoint: Endpoint,
    private readonly api: VsCodeApi,
  ) {
    super();
    this.model = new CompareModel(
      endpoint,
      restorePage(api.getState())?.view ?? firstView,
      () => Math.floor((this.gridElement?.top ?? 0) / rowHeight),
      () => {
        this.requestUpdate();
        this.save();
      },
    );
    void this.model.update();
    setInterval(() => void this.model.update(), renewal);
  }

  protected override render(): unknown {
    const { model, menu } = this;
    const { state, rows } = model;
    if (state?.titles === undefined || rows === undefined)
      return html`<div class="whole">${notCompared(model)}</div>`;
    return html`<div class="head">${headTemplate(model, state)}</div>
      <div class="tools">${this.tools(rows.total)}</div>
      <div class="rows">${rows.total === 0 ? noRows(model, state) : this.grid(state, state.titles)}</div>
      ${menu === undefined ? nothing : this.rowMenu(menu.place, menu.row)}`;
  }

  private tools(total: number): unknown {
    const { model } = this;
    return html`<label title=${texts.onlyDifferencesHint}
        ><input
          type="checkbox"
          .checked=${model.view.onlyDifferences}
          @change=${(event: Event) =>
            model.show({ onlyDifferences: (event.target as HTMLInputElement).checked, kinds: [] })}
        />${texts.onlyDifferences}</label
      >
      <button class="plain" title=${texts.copyHint} @click=${() => void model.copy('markdown')}>
        <cm-icon name="copy"></cm-icon>${texts.copyMarkdown}
      </button>
      <button class="plain" title=${texts.copyHint} @click=${() => void model.copy('tsv')}>
        <cm-icon name="copy"></cm-icon>${texts.copyTsv}
      </button>
      <span class="matches dim number" role="status">${texts.rows(total)}</span>`;
  }

  private grid(state: CompareState, titles: NonNullable<CompareState['titles']>): unknown {
    const { model } = this;
    return html`<cm-grid
      .label=${titles.title}
      .columns=${compareColumns(titles, comparedOf(state.subject, titles), state.now)}
      .source=${model.rows}
      .sort=${model.view.sort}
      .selection=${model.selection}
      .handlers=${this.handlers}
    ></cm-grid>`;
  }

  private readonly handlers: GridHandlers<CompareRow> = {
    rowId: ({ id }) => id,
    sort: (key) => {
      const column = columnKeys.find((one) => one === key);
      if (column !== undefined) this.model.sortBy(column);
    },
    select: (selection) => this.model.select(selection),
    open: (index) => {
      const place = this.model.rows?.row(index)?.places[0];
      if (place !== undefined) void this.model.reveal(place);
    },
    menu: (x, y) => {
      const row = this.model.rows?.row(this.gridElement?.active ?? -1);
      this.menu = row && { place: { x, y }, row };
    },
  };

  private rowMenu(place: MenuPlace, { places }: CompareRow): unknown {
    const { model } = this;
    const reveal = places.map((_, at): MenuItem => ({
      id: String(at),
      label: places.length > 1 ? texts.revealOn(model.state?.titles?.sides[at] ?? '') : texts.reveal,
      icon: 'go-to-file',
      enabled: true,
    }));
    const copy: readonly MenuItem[] = [
      { id: 'markdown', label: texts.copyMarkdown, icon: 'copy', enabled: true },
      { id: 'tsv', label: texts.copyTsv, icon: 'copy', enabled: true },
    ];
    return html`<cm-menu
      .label=${texts.menu}
      .place=${place}
      .items=${[...reveal, ...copy]}
      .chosen=${(id: string) => {
        const chosen = places[Number(id)];
        if (id === 'markdown' || id === 'tsv') void model.copy(id);
        else if (chosen !== undefined) void model.reveal(chosen);
      }}
      .closed=${() => {
        this.menu = undefined;
        this.gridElement?.focus();
      }}
    ></cm-menu>`;
  }

  private get gridElement(): CmGrid<CompareRow> | null {
    return this.renderRoot.querySelector<CmGrid<CompareRow>>('cm-grid');
  }

  private save(): void {
    const { state, view } = this.model;
    if (state === undefined) return;
    this.api.setState({ site: document.body.dataset['site'] ?? '', subject: state.subject, view });
  }
}

customElements.define('cm-compare', CmCompare);
