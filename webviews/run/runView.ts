import { LitElement, html, nothing } from 'lit';
import type { RowStanding, RunRow, RunView } from '../../extension/core/runView/runRow';
import type { RunLane, RunSummary } from '../../extension/core/runView/runSummary';
import type { Endpoint } from '../../extension/protocol/endpoint';
import { runAct, runChanged, runPage, runState, type RunPageAction } from '../../extension/protocol/runPage';
import '../shared/banner';
import { controls } from '../shared/controls';
import { emptyStyles, emptyTemplate } from '../shared/emptyState';
import '../shared/grid/grid';
import type { CmGrid, GridHandlers } from '../shared/grid/grid';
import { PagedRows } from '../shared/grid/pagedRows';
import { ListedRows, type RowSource } from '../shared/grid/rowSource';
import { Latest } from '../shared/latest';
import { tones } from '../shared/tones';
import { messageOf } from '../shared/vsCodeApi';
import { laneColumns, stepColumns } from './columns';
import { chipsTemplate, headTemplate } from './runHead';
import { runStyles } from './runStyles';
import { texts } from './texts';

type Tab = 'lanes' | 'steps';

/** However often the run changes, it is asked for at most this often, milliseconds. */
const pace = 250;

/** A run: how far each DP is, what becomes of each step, and how to stop it. */
export class CmRun extends LitElement {
  static override readonly properties = {
    run: { state: true },
    view: { state: true },
    tab: { state: true },
    steps: { state: true },
    problem: { state: true },
    isLoaded: { state: true },
  };
  static override readonly styles = [controls, tones, emptyStyles, runStyles];

  declare private run: RunSummary | undefined;
  declare private isLoaded: boolean;
  declare private view: RunView;
  declare private tab: Tab;
  declare private steps: RowSource<RunRow> | undefined;
  declare private problem: string | undefined;
  private readonly latest = new Latest();
  private readonly latestRows = new Latest();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly endpoint: Endpoint) {
    super();
    this.view = { standings: [], dp: '' };
    this.tab = 'lanes';
    this.isLoaded = false;
    endpoint.onNotification(runChanged, () => this.askSoon());
    void this.ask();
  }

  protected override render(): unknown {
    const { run } = this;
    if (run === undefined) return this.instead();
    return html`<div class="head">${headTemplate(run, (action) => void this.act(action))}</div>
      <div class="chips">
        ${chipsTemplate(run, this.view.standings, (standing) => this.toggle(standing))}
        ${this.problemTemplate()}
      </div>
      <div class="bar">
        <div role="tablist">
          ${this.tabTemplate('lanes', texts.lanes(run.lanes.length))}
          ${this.tabTemplate('steps', texts.steps(run.steps))}
        </div>
        ${this.onlyTemplate(run)}
      </div>
      ${this.tab === 'lanes' ? this.lanesTemplate(run) : this.stepsTemplate(run)}`;
  }

  private instead(): unknown {
    if (this.problem !== undefined)
      return emptyTemplate({ icon: 'error', title: texts.problem, hints: [this.problem] });
    return this.isLoaded
      ? emptyTemplate({ icon: 'info', title: texts.gone, hints: [texts.goneHint] })
      : emptyTemplate({ icon: 'loading', title: texts.loading, hints: [] });
  }

  private problemTemplate(): unknown {
    return this.problem === undefined
      ? nothing
      : html`<cm-banner
          tone="error"
          icon="error"
          headline=${texts.problem}
          text=${this.problem}
          button=${texts.dismiss}
          .press=${() => (this.problem = undefined)}
        ></cm-banner>`;
  }

  private tabTemplate(tab: Tab, label: string): unknown {
    return html`<button
      role="tab"
      id=${tab}
      aria-selected=${String(this.tab === tab)}
      aria-controls="table"
      @click=${() => this.show(tab, this.view)}
    >
      ${label}
    </button>`;
  }

  private onlyTemplate({ lanes }: RunSummary): unknown {
    const lane = lanes.find(({ dp }) => dp === this.view.dp);
    return this.tab === 'lanes' || this.view.dp === '' || lane === undefined
      ? nothing
      : html`<span class="only dim"
          >${texts.onlyOn(lane.name)}
          <button class="link" @click=${() => this.show('steps', { ...this.view, dp: '' })}>
            ${texts.showAll}
          </button></span
        >`;
  }

  private lanesTemplate({ lanes }: RunSummary): unknown {
    const handlers: GridHandlers<RunLane> = {
      rowId: ({ dp }) => dp,
      open: (index) => {
        const lane = lanes[index];
        if (lane !== undefined) this.show('steps', { ...this.view, dp: lane.dp });
      },
    };
    return html`<cm-grid
      id="table"
      .label=${texts.lanes(lanes.length)}
      .columns=${laneColumns}
      .source=${new ListedRows(lanes)}
      .handlers=${handlers}
    ></cm-grid>`;
  }

  private stepsTemplate({ steps }: RunSummary): unknown {
    if (this.steps === undefined) return nothing;
    if (this.steps.total === 0)
      return emptyTemplate({ icon: 'search', title: texts.noRows, hints: [texts.noRowsHint] });
    const handlers: GridHandlers<RunRow> = { rowId: ({ id }) => id };
    return html`<cm-grid
      id="table"
      .label=${texts.steps(steps)}
      .columns=${stepColumns}
      .source=${this.steps}
      .handlers=${handlers}
    ></cm-grid>`;
  }

  private toggle(standing: RowStanding): void {
    const { standings } = this.view;
    const has = standings.includes(standing);
    const chosen = has ? standings.filter((one) => one !== standing) : [...standings, standing];
    this.show('steps', { ...this.view, standings: chosen });
  }

  private show(tab: Tab, view: RunView): void {
    this.tab = tab;
    this.view = view;
    void this.askRows();
  }

  private askSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.ask();
    }, pace);
  }

  private async ask(): Promise<void> {
    try {
      const found = await this.latest.ask((signal) => this.endpoint.request(runState, undefined, signal));
      if (found === undefined) return;
      this.run = found.answer;
      this.isLoaded = true;
      if (this.run !== undefined) await this.askRows();
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  /** The rows on screen, anew: those of other pages come as they are scrolled to. */
  private async askRows(): Promise<void> {
    if (this.tab !== 'steps') return;
    const { view } = this;
    const grid = this.renderRoot.querySelector<CmGrid<RunRow>>('cm-grid');
    try {
      const found = await this.latestRows.ask((signal) =>
        PagedRows.open<RunRow>(
          (offset, limit, asked) => this.endpoint.request(runPage, { view, offset, limit }, asked),
          grid?.active ?? 0,
          signal,
        ),
      );
      if (found !== undefined) this.steps = found.answer;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  private async act(action: RunPageAction): Promise<void> {
    try {
      await this.endpoint.request(runAct, { action });
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}

customElements.define('cm-run', CmRun);
