import { LitElement, html, nothing } from 'lit';
import { logFields } from '../../extension/core/logs/view/logFields';
import type { Endpoint } from '../../extension/protocol/endpoint';
import { logAct, logCopy, type LogAction, type LogRow } from '../../extension/protocol/logPage';
import '../missing/filterBox';
import type { CmFilterBox } from '../missing/filterBox';
import { controls } from '../shared/controls';
import { emptyStyles, emptyTemplate } from '../shared/emptyState';
import '../shared/grid/grid';
import type { CmGrid, GridHandlers } from '../shared/grid/grid';
import { tones } from '../shared/tones';
import type { VsCodeApi } from '../shared/vsCodeApi';
import { logColumns } from './columns';
import './findBox';
import type { CmFindBox } from './findBox';
import { footTemplate } from './foot';
import { headTemplate } from './logHead';
import { findPattern } from './findText';
import { LogModel } from './logModel';
import { logStyles } from './logStyles';
import './recordDetails';
import { restoreLog, type SavedLog } from './savedLog';
import { Steering } from './steering';
import { texts } from './texts';
import { hasLanes, timelineTemplate } from './timeline';

const rowHeight = 21;
/** Pause before what the user sees is saved for a reload of the window, milliseconds. */
const savePause = 250;

/** The view of logs: draws the model, hands clicks, keys and commands to it. */
export class CmLog extends LitElement {
  static override readonly properties = { details: { state: true }, lanes: { state: true } };
  static override readonly styles = [controls, tones, emptyStyles, logStyles];

  declare private details: boolean;
  declare private lanes: boolean;
  private readonly model: LogModel;
  private readonly steering: Steering;
  private saving: ReturnType<typeof setTimeout> | undefined;

  constructor(
    endpoint: Endpoint,
    private readonly api: VsCodeApi,
  ) {
    super();
    const saved = restoreLog(api.getState());
    this.details = saved.details;
    this.lanes = saved.lanes;
    const changed = (): void => {
      this.requestUpdate();
      this.save();
    };
    this.model = new LogModel(endpoint, saved, changed, () => this.steering.renumbered());
    this.steering = new Steering(this.model, () => this.grid, saved, rowHeight, changed);
    endpoint.onNotification(logAct, ({ action }) => this.act(action));
    void this.model.begin(saved);
  }

  protected override render(): unknown {
    const { model, steering } = this;
    const { state } = model;
    if (state === undefined)
      return html`<div class="whole">
        ${emptyTemplate({ icon: 'loading', title: texts.opening, hints: [] })}
      </div>`;
    const highlight = findPattern(model.findText);
    return html`<div class="head">
        ${headTemplate(model, {
          follows: steering.follows,
          follow: () => steering.follow(!steering.follows),
          nextError: (forward) => void steering.nextError(forward),
          lanes: hasLanes(model) ? this.lanes : undefined,
          showLanes: (shown) => this.showLanes(shown),
        })}
      </div>
      <div class="filter">${this.filterLine()}</div>
      ${timelineTemplate(model, steering, this.lanes)}
      <div class="rows">
        ${
          state.rows === 0
            ? this.nothingShown()
            : html`<cm-grid
                .label=${texts.gridLabel}
                .columns=${logColumns({
                  logs: state.logs,
                  hasComponents: model.components.length !== 1,
                  hasDays: model.hasDays,
                  bookmarks: model.bookmarks,
                  highlight,
                })}
                .source=${model.rows}
                .selection=${model.selection}
                .handlers=${this.handlers}
                .rowHeight=${rowHeight}
                .boxes=${false}
                @keydown=${this.onKey}
              ></cm-grid>`
        }
      </div>
      ${
        this.details && state.rows > 0
          ? html`<cm-record-details
              .details=${model.details}
              .highlight=${highlight}
              .close=${() => this.showDetails(false)}
              .openText=${(row: LogRow) => void model.openText(row)}
            ></cm-record-details>`
          : html`<span></span>`
      }
      ${footTemplate(model, () => this.act('copy'))}`;
  }

  protected override updated(): void {
    this.steering.drawn();
  }

  private filterLine(): unknown {
    const { model } = this;
    return html`<cm-filter-box
        .fields=${logFields}
        .hint=${texts.filterHint}
        .text=${model.filterText}
        .error=${model.filterError}
        .apply=${(text: string) => model.setFilter(text)}
        .pick=${() => void model.pickFilter()}
        .valuesOf=${(field: string) => this.valuesOf(field)}
      ></cm-filter-box>
      <cm-find-box
        .text=${model.findText}
        .failed=${model.foundNothing}
        .typed=${(text: string) => {
          model.findText = text;
          model.foundNothing = false;
          this.requestUpdate();
        }}
        .go=${(forward: boolean) => void this.steering.find(forward)}
      ></cm-find-box>
      <button
        class="plain"
        title=${texts.goToTime}
        aria-label=${texts.goToTime}
        @click=${() => this.act('goToTime')}
      >
        <cm-icon name="watch"></cm-icon>
      </button>
      <button
        class="plain"
        title=${texts.showDetails}
        aria-label=${texts.showDetails}
        aria-pressed=${String(this.details)}
        @click=${() => this.showDetails(!this.details)}
      >
        <cm-icon name="checklist"></cm-icon>
      </button>`;
  }

  private nothingShown(): unknown {
    const { state, view } = this.model;
    if (state === undefined || state.logs.some(({ standing }) => standing.kind === 'reading')) return nothing;
    const problem = state.logs.map(({ standing }) => standing).find(({ kind }) => kind === 'problem');
    if (state.records === 0 && problem?.kind === 'problem')
      return emptyTemplate({ icon: 'warning', title: texts.gone[problem.problem], hints: [problem.message] });
    if (state.records === 0)
      return emptyTemplate({ icon: 'circle-outline', title: texts.empty, hints: [texts.emptyHint] });
    if (view.filter === '') return nothing;
    return emptyTemplate({
      icon: 'search',
      title: state.passed < state.records ? texts.noMatchYet : texts.noMatch,
      hints: [view.filter],
      button: { label: texts.clearFilter, press: () => this.model.setFilter('') },
    });
  }

  private readonly handlers: GridHandlers<LogRow> = {
    rowId: ({ row }) => String(row),
    rowClass: ({ severity, fits }) =>
      `${severity === 'error' ? 'tone-error' : severity === 'warning' ? 'tone-warning' : ''}${fits ? '' : ' tone-faded'}`,
    select: (selection) => this.model.select(selection),
    activate: (index) => this.steering.activate(index),
    open: (index) => {
      this.showDetails(true);
      this.steering.activate(index);
    },
    scrolled: () => this.steering.scrolled(),
  };

  private act(action: LogAction): void {
    const { model, steering } = this;
    switch (action) {
      case 'find':
        this.renderRoot.querySelector<CmFindBox>('cm-find-box')?.focus();
        return;
      case 'filters':
        this.renderRoot.querySelector<CmFilterBox>('cm-filter-box')?.focus();
        void model.pickFilter();
        return;
      case 'copy':
        void model.act(logCopy);
        return;
      case 'export':
        void model.exportRows();
        return;
      case 'fade':
        model.show({ hides: !model.view.hides });
        return;
      case 'collapse':
        model.show({ collapses: !model.view.collapses });
        return;
      case 'lanes':
        this.showLanes(!this.lanes);
        return;
      case 'findNext':
      case 'findPrevious':
      case 'nextError':
      case 'previousError':
      case 'toggleBookmark':
      case 'nextBookmark':
      case 'previousBookmark':
      case 'goToTime':
      case 'follow':
        steering.act(action);
    }
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const isCopy = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c';
    if (!isCopy || window.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    this.act('copy');
  };

  private valuesOf(field: string): readonly string[] {
    if (field === 'component') return this.model.components;
    return field === 'log' ? (this.model.state?.logs.map(({ name }) => name) ?? []) : [];
  }

  private showDetails(shown: boolean): void {
    this.details = shown;
    this.save();
    if (!shown) this.grid?.focus();
  }

  private showLanes(shown: boolean): void {
    this.lanes = shown;
    this.save();
  }

  private get grid(): CmGrid<LogRow> | null {
    return this.renderRoot.querySelector<CmGrid<LogRow>>('cm-grid');
  }

  private save(): void {
    clearTimeout(this.saving);
    this.saving = setTimeout(() => {
      const { model, steering } = this;
      const saved: SavedLog = {
        version: 1,
        files: model.state?.logs.map(({ path }) => path) ?? [],
        ...model.view,
        joined: model.state?.joined ?? true,
        follows: steering.follows,
        details: this.details,
        lanes: this.lanes,
        active: steering.place,
      };
      this.api.setState(saved);
    }, savePause);
  }
}

customElements.define('cm-log', CmLog);
