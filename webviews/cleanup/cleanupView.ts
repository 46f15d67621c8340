import { LitElement, html, nothing } from 'lit';
import type { Endpoint } from '../../extension/protocol/endpoint';
import * as protocol from '../../extension/protocol/cleanupPage';
import type { CleanupStanding, JudgedItem } from '../../extension/core/library/cleanup/judgeItem';
import { controls } from '../shared/controls';
import { emptyStyles, emptyTemplate } from '../shared/emptyState';
import '../shared/grid/grid';
import type { GridHandlers } from '../shared/grid/grid';
import { RowSelection } from '../shared/grid/rowSelection';
import { ListedRows } from '../shared/grid/rowSource';
import { Latest } from '../shared/latest';
import { tabsTemplate, tabStyles } from '../shared/tabs';
import { tones } from '../shared/tones';
import { messageOf, type VsCodeApi } from '../shared/vsCodeApi';
import { shownRows, sortColumns, type CleanupView } from './cleanupRows';
import { cleanupStyles } from './cleanupStyles';
import { cleanupColumns } from './columns';
import { filterTemplate, headTemplate, type HeadActions } from './head';
import { detailsTemplate, nextStepTemplate, selectionTemplate } from './nextStep';
import { linesPane, preconditionsPane } from './panes';
import { restoreView } from './savedCleanup';
import { texts } from './texts';

/** A log of the cleanup tool, held against the site. All rows are at hand: they are sorted and filtered here. */
export class CmCleanup extends LitElement {
  static override readonly properties = {
    state: { state: true },
    view: { state: true },
    selection: { state: true },
    active: { state: true },
    problem: { state: true },
  };
  static override readonly styles = [controls, tones, emptyStyles, tabStyles, cleanupStyles];

  declare private state: protocol.CleanupState | undefined;
  declare private view: CleanupView;
  declare private selection: RowSelection;
  /** ID of the item whose details are shown. */
  declare private active: string | undefined;
  declare private problem: string | undefined;
  private page: protocol.CleanupPage = { rows: [], notRecognised: [] };
  private revision = 0;
  private readonly latest = new Latest();
  private rows: readonly JudgedItem[] = [];
  private source: ListedRows<JudgedItem> = new ListedRows([]);
  private readonly saved: object;

  constructor(
    private readonly endpoint: Endpoint,
    private readonly api: VsCodeApi,
  ) {
    super();
    const saved = api.getState();
    this.saved = typeof saved === 'object' && saved !== null ? saved : {};
    this.view = restoreView(saved);
    this.selection = RowSelection.none;
    endpoint.onNotification(protocol.cleanupChanged, () => void this.ask());
    void this.ask();
  }

  protected override render(): unknown {
    const { state, view } = this;
    if (state?.log === undefined || state.totals === undefined)
      return html`<div class="whole">${this.instead(state)}</div>`;
    const toCheck = state.preconditions.filter(({ standing }) => standing !== 'met').length;
    return html`<div class="head">${headTemplate(state, this.problem, this.actions)}</div>
      <div class="tabs">
        ${tabsTemplate(
          [
            { id: 'items', label: texts.tabs.items(this.page.rows.length) },
            { id: 'lines', label: texts.tabs.lines(state.log.notRecognised) },
            { id: 'preconditions', label: texts.tabs.preconditions(toCheck) },
          ],
          view.tab,
          (tab) => this.show({ ...view, tab }),
        )}
      </div>
      <div class="table" id="table" role="tabpanel" aria-labelledby=${view.tab}>${this.pane(state)}</div>
      ${nextStepTemplate(state, (action) => this.act(action))}`;
  }

  /** Instead of the page, while there is nothing to show. */
  private instead(state: protocol.CleanupState | undefined): unknown {
    const problem = this.problem ?? state?.problem;
    const press = (): void => this.actions.refresh();
    if (problem !== undefined)
      return emptyTemplate({
        icon: 'error',
        title: texts.problem,
        hints: [problem],
        button: { label: texts.tryAgain, press },
      });
    if (state === undefined || state.loading)
      return emptyTemplate({ icon: 'loading', title: texts.reading, hints: [] });
    return emptyTemplate({
      icon: 'plug',
      title: texts.waiting,
      hints: [texts.waitingHint],
      button: { label: texts.connect, press },
    });
  }

  private pane(state: protocol.CleanupState): unknown {
    switch (this.view.tab) {
      case 'items':
        return this.items(state);
      case 'lines':
        return linesPane(this.page, state, (isRead) => {
          void this.attempt(() => this.endpoint.request(protocol.cleanupLinesRead, { isRead }));
        });
      case 'preconditions':
        return preconditionsPane(state);
    }
  }

  private items(state: protocol.CleanupState): unknown {
    if (this.page.rows.length === 0)
      return emptyTemplate({ icon: 'info', title: texts.nothing, hints: [texts.nothingHint] });
    const agreed = new Set(state.agreed);
    const active = this.rows.find(({ id }) => id === this.active) ?? this.rows[0];
    return html`<div class="items">
      ${filterTemplate(this.page.rows, state, this.view, this.actions)}
      <div class="rows">
        ${
          this.rows.length === 0
            ? emptyTemplate({
                icon: 'search',
                title: texts.noMatch,
                hints: [],
                button: {
                  label: texts.clearFilter,
                  press: () => this.show({ ...this.view, text: '', standings: [] }),
                },
              })
            : this.grid(agreed)
        }
      </div>
      ${selectionTemplate(this.chosen, agreed, {
        agree: (isAgreed) => this.agree(isAgreed),
        distribute: () => this.act('distribute'),
      })}
      ${active === undefined ? nothing : detailsTemplate(active)}
    </div>`;
  }

  private grid(agreed: ReadonlySet<string>): unknown {
    const handlers: GridHandlers<JudgedItem> = {
      rowId: ({ id }) => id,
      sort: (column) => this.sortBy(column),
      select: (selection) => (this.selection = selection),
      activate: (index) => (this.active = this.rows[index]?.id),
    };
    return html`<cm-grid
      label=${texts.gridLabel}
      .columns=${cleanupColumns(agreed)}
      .source=${this.source}
      .sort=${this.view.sort}
      .selection=${this.selection}
      .handlers=${handlers}
    ></cm-grid>`;
  }

  private get chosen(): readonly JudgedItem[] {
    return this.rows.filter(({ id }) => this.selection.has(id));
  }

  private readonly actions: HeadActions = {
    refresh: () => void this.attempt(() => this.endpoint.request(protocol.cleanupRefresh, undefined)),
    openLog: () => this.act('openLog'),
    dismiss: () => (this.problem = undefined),
    type: (text) => this.show({ ...this.view, text }),
    toggle: (standing) => this.show({ ...this.view, standings: this.toggled(standing) }),
  };

  private toggled(standing: CleanupStanding): readonly CleanupStanding[] {
    const { standings } = this.view;
    return standings.includes(standing)
      ? standings.filter((one) => one !== standing)
      : [...standings, standing];
  }

  private sortBy(key: string): void {
    const column = sortColumns.find((one) => one === key);
    if (column === undefined) return;
    const { sort } = this.view;
    this.show({ ...this.view, sort: { column, descending: sort.column === column && !sort.descending } });
  }

  private show(view: CleanupView): void {
    if (view.text !== this.view.text || view.standings !== this.view.standings)
      this.selection = RowSelection.none;
    this.view = view;
    this.list();
    this.api.setState({ ...this.saved, view });
  }

  private list(): void {
    this.rows = shownRows(this.page.rows, this.view);
    this.source = new ListedRows(this.rows);
    this.requestUpdate();
  }

  private agree(isAgreed: boolean): void {
    const ids = this.chosen.flatMap(({ id, standing }) => (standing === 'mistake' ? id : []));
    void this.attempt(() => this.endpoint.request(protocol.cleanupAgree, { ids, isAgreed }));
  }

  private act(action: protocol.CleanupAction): void {
    const ids = this.chosen.map(({ id }) => id);
    void this.attempt(() => this.endpoint.request(protocol.cleanupAct, { action, ids }));
  }

  private ask(): Promise<void> {
    return this.attempt(async () => {
      const found = await this.latest.ask(async (signal) => {
        const state = await this.endpoint.request(protocol.cleanupState, undefined, signal);
        const page =
          state.revision === this.revision
            ? this.page
            : await this.endpoint.request(protocol.cleanupPage, undefined, signal);
        return { state, page };
      });
      if (found === undefined) return;
      const { state, page } = found.answer;
      this.state = state;
      if (state.revision === this.revision) return;
      this.revision = state.revision;
      this.page = page;
      this.selection = RowSelection.none;
      this.api.setState({ ...this.saved, ...state.saved, view: this.view });
      this.list();
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

customElements.define('cm-cleanup', CmCleanup);
