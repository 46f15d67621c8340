import { LitElement, html, nothing } from 'lit';
import type { CycleReport, CycleState } from '../../extension/core/validate/cycleReport';
import type { Endpoint } from '../../extension/protocol/endpoint';
import * as protocol from '../../extension/protocol/cyclesPage';
import '../shared/contextMenu';
import type { MenuPlace } from '../shared/contextMenu';
import { controls } from '../shared/controls';
import { emptyStyles, emptyTemplate } from '../shared/emptyState';
import '../shared/grid/grid';
import type { CmGrid, GridHandlers } from '../shared/grid/grid';
import { ListedRows } from '../shared/grid/rowSource';
import { Latest } from '../shared/latest';
import { tones } from '../shared/tones';
import { messageOf, type VsCodeApi } from '../shared/vsCodeApi';
import { cycleColumns } from './columns';
import { cyclesStyles } from './cyclesStyles';
import { shownRows, sortColumns, type CyclesView } from './cycleRows';
import { detailsTemplate } from './details';
import { bannersTemplate, filterTemplate, titleTemplate } from './head';
import { restoreCycles, saveCycles } from './savedCycles';
import { texts } from './texts';

/** Ages on screen are renewed this often, milliseconds. */
const renewal = 60_000;

/** How content validation runs on the DPs of a site. All rows are at hand: they are sorted and filtered here. */
export class CmCycles extends LitElement {
  static override readonly properties = {
    state: { state: true },
    view: { state: true },
    active: { state: true },
    menu: { state: true },
    problem: { state: true },
  };
  static override readonly styles = [controls, tones, emptyStyles, cyclesStyles];

  declare private state: protocol.CyclesState | undefined;
  declare private view: CyclesView;
  /** Key of the DP whose details are shown. */
  declare private active: string | undefined;
  declare private menu: MenuPlace | undefined;
  declare private problem: string | undefined;
  private readonly latest = new Latest();
  private source: ListedRows<CycleReport> = new ListedRows([]);
  private rows: readonly CycleReport[] = [];

  constructor(
    private readonly endpoint: Endpoint,
    private readonly api: VsCodeApi,
  ) {
    super();
    this.view = restoreCycles(api.getState());
    endpoint.onNotification(protocol.cyclesChanged, () => void this.ask());
    endpoint.onNotification(protocol.cyclesShow, ({ filter }) =>
      this.show({ ...this.view, name: filter, states: [] }),
    );
    void this.ask();
    setInterval(() => void this.ask(), renewal);
  }

  protected override render(): unknown {
    const { state } = this;
    const instead = this.instead(state);
    if (state === undefined || instead !== undefined) return html`<div class="whole">${instead}</div>`;
    return html`<div>
        ${titleTemplate(state, () => this.refresh())}
        ${bannersTemplate(state, this.problem, {
          again: () => this.refresh(),
          dismiss: () => (this.problem = undefined),
        })}
      </div>
      ${filterTemplate(state.rows, this.rows.length, this.view, {
        name: (name) => this.show({ ...this.view, name }),
        toggle: (chip) => this.toggle(chip),
      })}
      <div class="rows">
        ${
          this.rows.length === 0
            ? emptyTemplate({
                icon: 'search',
                title: texts.noMatch,
                hints: [],
                button: {
                  label: texts.clearFilter,
                  press: () => this.show({ ...this.view, name: '', states: [] }),
                },
              })
            : this.grid(state.now)
        }
      </div>
      ${this.details(state.now)} ${this.menu === undefined ? nothing : this.actionMenu(this.menu)}`;
  }

  /** Instead of the page, while there is nothing to list. */
  private instead(state: protocol.CyclesState | undefined): unknown {
    if (state === undefined || (state.site !== undefined && state.loading && state.readAt === undefined))
      return emptyTemplate({ icon: 'loading', title: texts.reading, hints: [] });
    const button = { label: texts.connect, press: () => this.refresh() };
    if (state.site === undefined)
      return emptyTemplate({
        icon: 'plug',
        title: texts.noSite,
        hints: [state.stale ?? texts.noSiteHint],
        button,
      });
    if (state.readAt === undefined)
      return emptyTemplate({
        icon: 'circle-outline',
        title: texts.neverRead,
        hints: [state.stale ?? texts.neverReadHint],
        button: { ...button, label: texts.refresh },
      });
    return state.rows.length === 0
      ? emptyTemplate({ icon: 'server', title: texts.noDps, hints: [texts.noDpsHint] })
      : undefined;
  }

  private grid(now: number): unknown {
    const handlers: GridHandlers<CycleReport> = {
      rowId: ({ dp }) => dp,
      sort: (column) => this.sortBy(column),
      activate: (index) => (this.active = this.rows[index]?.dp),
      open: () => this.act('missing'),
      menu: (x, y) => {
        const grid = this.renderRoot.querySelector<CmGrid<CycleReport>>('cm-grid');
        this.active = this.rows[grid?.active ?? -1]?.dp;
        this.menu = { x, y };
      },
    };
    return html`<cm-grid
      label=${texts.gridLabel}
      .columns=${cycleColumns(now)}
      .source=${this.source}
      .sort=${this.view.sort}
      .handlers=${handlers}
    ></cm-grid>`;
  }

  private details(now: number): unknown {
    const row = this.rows.find(({ dp }) => dp === this.active) ?? this.rows[0];
    return row === undefined ? nothing : detailsTemplate(row, now, (action) => this.act(action));
  }

  private actionMenu(place: MenuPlace): unknown {
    return html`<cm-menu
      label=${texts.gridLabel}
      .items=${protocol.cyclesActions.map((id) => ({
        id,
        label: texts.actions[id],
        icon: id === 'missing' ? 'search' : 'go-to-file',
        enabled: true,
      }))}
      .place=${place}
      .chosen=${(id: protocol.CyclesAction) => this.act(id)}
      .closed=${() => {
        this.menu = undefined;
        this.renderRoot.querySelector<CmGrid<CycleReport>>('cm-grid')?.focus();
      }}
    ></cm-menu>`;
  }

  private sortBy(key: string): void {
    const column = sortColumns.find((one) => one === key);
    if (column === undefined) return;
    const { sort } = this.view;
    this.show({
      ...this.view,
      sort: { column, descending: sort.column === column && !sort.descending },
    });
  }

  private toggle(chip: CycleState): void {
    const { states } = this.view;
    this.show({
      ...this.view,
      states: states.includes(chip) ? states.filter((one) => one !== chip) : [...states, chip],
    });
  }

  private show(view: CyclesView): void {
    this.view = view;
    this.list();
    this.api.setState(saveCycles(document.body.dataset['site'] ?? '', view));
  }

  private list(): void {
    this.rows = shownRows(this.state?.rows ?? [], this.view);
    this.source = new ListedRows(this.rows);
  }

  private refresh(): void {
    void this.attempt(() => this.endpoint.request(protocol.cyclesRefresh, undefined));
  }

  private act(action: protocol.CyclesAction): void {
    const row = this.rows.find(({ dp }) => dp === this.active) ?? this.rows[0];
    if (row === undefined) return;
    void this.attempt(() => this.endpoint.request(protocol.cyclesAct, { action, dp: row.dp }));
  }

  private ask(): Promise<void> {
    return this.attempt(async () => {
      const found = await this.latest.ask((signal) =>
        this.endpoint.request(protocol.cyclesState, undefined, signal),
      );
      if (found === undefined) return;
      this.state = found.answer;
      this.show(this.view);
    });
  }

  private async attempt(step: () => Promise<unknown>): Promise<void> {
    try {
      await step();
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}

customElements.define('cm-cycles', CmCycles);
