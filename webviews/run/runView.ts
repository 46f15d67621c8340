import { LitElement, html, nothing } from 'lit';
import type { RowStanding, RunRow, RunView } from '../../extension/core/runView/runRow';
import type { RunLane, RunSummary } from '../../extension/core/runView/runSummary';
import type { Endpoint } from '../../extension/protocol/endpoint';
import { runAct, runCancelSteps, runChanged, runPage, runState } from '../../extension/protocol/runPage';
import '../shared/contextMenu';
import type { MenuPlace } from '../shared/contextMenu';
import { controls } from '../shared/controls';
import { emptyStyles, emptyTemplate } from '../shared/emptyState';
import '../shared/grid/grid';
import type { CmGrid, GridHandlers } from '../shared/grid/grid';
import { PagedRows } from '../shared/grid/pagedRows';
import { ListedRows, type RowSource } from '../shared/grid/rowSource';
import { Latest } from '../shared/latest';
import { problemBanner } from '../shared/problemBanner';
import { tabsTemplate, tabStyles } from '../shared/tabs';
import { tones } from '../shared/tones';
import { messageOf, type VsCodeApi } from '../shared/vsCodeApi';
import { laneColumns, stepColumns } from './columns';
import { chipsTemplate, headTemplate } from './runHead';
import { runStyles } from './runStyles';
import { stepDetailsTemplate } from './stepDetails';
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
    active: { state: true },
    menu: { state: true },
  };
  static override readonly styles = [controls, tones, emptyStyles, tabStyles, runStyles];

  declare private run: RunSummary | undefined;
  declare private isLoaded: boolean;
  declare private view: RunView;
  declare private tab: Tab;
  declare private steps: RowSource<RunRow> | undefined;
  declare private problem: string | undefined;
  /** The step that the keyboard or a click has come to. */
  declare private active: RunRow | undefined;
  declare private menu: MenuPlace | undefined;
  private readonly latest = new Latest();
  private readonly latestRows = new Latest();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param memory what VS Code gives back to the page after a reload */
  constructor(
    private readonly endpoint: Endpoint,
    private readonly memory: Pick<VsCodeApi, 'setState'>,
  ) {
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
    return html`<div class="head">
        ${headTemplate(run, (action) => void this.attempt(this.endpoint.request(runAct, { action })))}
      </div>
      <div class="chips">
        ${chipsTemplate(run, this.view.standings, (standing) => this.toggle(standing))}
        ${problemBanner(this.problem, () => (this.problem = undefined))}
      </div>
      <div class="bar">
        ${tabsTemplate(
          [
            { id: 'lanes', label: texts.lanes(run.lanes.length) },
            { id: 'steps', label: texts.steps(run.steps) },
          ],
          this.tab,
          (tab) => this.show(tab, this.view),
        )}
        ${this.onlyTemplate(run)} ${this.cancelStepTemplate(run)}
      </div>
      ${this.tab === 'lanes' ? this.lanesTemplate(run) : this.stepsTemplate(run)}
      ${this.tab === 'steps' ? stepDetailsTemplate(this.active) : nothing} ${this.menuTemplate(run)}`;
  }

  private instead(): unknown {
    if (this.problem !== undefined)
      return emptyTemplate({ icon: 'error', title: texts.problem, hints: [this.problem] });
    return this.isLoaded
      ? emptyTemplate({ icon: 'info', title: texts.gone, hints: [texts.goneHint] })
      : emptyTemplate({ icon: 'loading', title: texts.loading, hints: [] });
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

  /** Of the step that is chosen. */
  private cancelStepTemplate(run: RunSummary): unknown {
    if (this.tab !== 'steps' || !hasOpenSteps(run)) return nothing;
    return html`<button
      class="cancel"
      ?disabled=${this.active?.canCancel !== true}
      @click=${() => this.cancelStep()}
    >
      <cm-icon name="stop-circle"></cm-icon>${texts.cancelStep}
    </button>`;
  }

  private menuTemplate(run: RunSummary): unknown {
    return this.menu === undefined
      ? nothing
      : html`<cm-menu
          label=${texts.cancelStep}
          .items=${[
            {
              id: 'cancel',
              label: texts.cancelStep,
              icon: 'stop-circle',
              enabled: hasOpenSteps(run) && this.active?.canCancel === true,
            },
          ]}
          .place=${this.menu}
          .chosen=${() => this.cancelStep()}
          .closed=${() => {
            this.menu = undefined;
            this.grid?.focus();
          }}
        ></cm-menu>`;
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
    const choose = (index: number): void => void (this.active = this.steps?.row(index));
    const handlers: GridHandlers<RunRow> = {
      rowId: ({ id }) => id,
      activate: choose,
      menu: (x, y) => {
        choose(this.grid?.active ?? -1);
        this.menu = { x, y };
      },
    };
    return html`<cm-grid
      id="table"
      .label=${texts.steps(steps)}
      .columns=${stepColumns}
      .source=${this.steps}
      .handlers=${handlers}
    ></cm-grid>`;
  }

  private get grid(): CmGrid<RunRow> | null {
    return this.renderRoot.querySelector<CmGrid<RunRow>>('cm-grid');
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
      if (this.run !== undefined) this.memory.setState({ run: this.run.id });
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
    try {
      const found = await this.latestRows.ask((signal) =>
        PagedRows.open<RunRow>(
          (offset, limit, asked) => this.endpoint.request(runPage, { view, offset, limit }, asked),
          this.grid?.active ?? 0,
          signal,
        ),
      );
      if (found === undefined) return;
      this.steps = found.answer;
      this.active = this.steps.row(this.grid?.active ?? 0);
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  private cancelStep(): void {
    if (this.active !== undefined)
      void this.attempt(this.endpoint.request(runCancelSteps, { ids: [this.active.id] }));
  }

  private async attempt(asked: Promise<unknown>): Promise<void> {
    try {
      await asked;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}

const hasOpenSteps = ({ phase, counts }: RunSummary): boolean =>
  phase !== 'ended' && phase !== 'left' && counts.waiting + counts.underWay > 0;

customElements.define('cm-run', CmRun);
