import { LitElement, html, nothing } from 'lit';
import { budgetOf, type Budget, type LineBudget } from '../../extension/core/redistribute/budget/budget';
import type { Plan, PlanRefusal } from '../../extension/core/redistribute/plan';
import type { Endpoint } from '../../extension/protocol/endpoint';
import {
  planCancel,
  planChanged,
  planConfirm,
  planDocument,
  planShowRun,
  planState,
  type PlanState,
} from '../../extension/protocol/planPage';
import { controls } from '../shared/controls';
import { emptyStyles, emptyTemplate } from '../shared/emptyState';
import '../shared/grid/grid';
import type { GridHandlers } from '../shared/grid/grid';
import { ListedRows } from '../shared/grid/rowSource';
import { Latest } from '../shared/latest';
import { problemBanner } from '../shared/problemBanner';
import { tabsTemplate, tabStyles } from '../shared/tabs';
import { messageOf } from '../shared/vsCodeApi';
import { refusalColumns, stepColumns } from './columns';
import { confirmBar } from './confirmBar';
import { lineColumns } from './lineColumns';
import { headTemplate } from './planHead';
import { notesTemplate, waitsTemplate } from './planNotes';
import {
  groupedByDp,
  isByDp,
  progressOf,
  refusalKey,
  stepRows,
  type PlanRow,
  type StepRow,
} from './planRows';
import { planStyles } from './planStyles';
import { stepDetails } from './stepDetails';
import { texts } from './texts';

/** While it runs the host reports each step; the page asks at most this often, milliseconds. */
const pace = 150;

type Tab = 'steps' | 'lines' | 'refused';

const refusalHandlers: GridHandlers<PlanRefusal> = { rowId: refusalKey };
const lineHandlers: GridHandlers<LineBudget> = { rowId: ({ line }) => line.dp };
const noBudget: Budget = { lines: [], time: { kind: 'known', low: 0, middle: 0, high: 0 }, unknownLines: 0 };

/** The plan: what would be written, what is left alone, and then what has become of it. */
export class CmPlan extends LitElement {
  static override readonly properties = {
    state: { state: true },
    problem: { state: true },
    tab: { state: true },
    active: { state: true },
    typed: { state: true },
  };
  static override readonly styles = [controls, emptyStyles, tabStyles, planStyles];

  declare private state: PlanState | undefined;
  declare private problem: string | undefined;
  declare private tab: Tab | undefined;
  /** Id of the step whose details are shown. */
  declare private active: string | undefined;
  declare private typed: string;
  private readonly latest = new Latest();
  private asking: ReturnType<typeof setTimeout> | undefined;
  private rows: readonly StepRow[] = [];
  private source = new ListedRows<PlanRow>([]);
  private listed: readonly PlanRow[] = [];
  private budget: Budget = noBudget;

  constructor(private readonly endpoint: Endpoint) {
    super();
    this.typed = '';
    endpoint.onNotification(planChanged, () => {
      this.asking ??= setTimeout(() => {
        this.asking = undefined;
        void this.attempt(() => this.ask());
      }, pace);
    });
    void this.attempt(() => this.ask());
  }

  protected override render(): unknown {
    const { state } = this;
    if (state === undefined)
      return this.problem === undefined
        ? emptyTemplate({ icon: 'loading', title: texts.loading, hints: [] })
        : emptyTemplate({ icon: 'error', title: texts.problem, hints: [this.problem] });
    const { plan, phase } = state;
    if (plan === undefined)
      return emptyTemplate({ icon: 'info', title: texts.gone, hints: [texts.goneHint] });
    return html`<div class="head">${headTemplate(plan, phase, progressOf(this.rows), this.budget)}</div>
      <div class="notes">
        ${problemBanner(this.problem, () => (this.problem = undefined))} ${waitsTemplate(state.waits)}
        ${phase === 'review' ? notesTemplate(plan, () => (this.tab = 'refused')) : nothing}
      </div>
      ${this.tables(plan, phase)} ${this.details()}
      <div class="foot">${this.foot(plan, state)}</div>`;
  }

  private tables({ steps, refused }: Plan, phase: PlanState['phase']): unknown {
    const tab = this.tab ?? (steps.length === 0 ? 'refused' : 'steps');
    const counts = { steps: steps.length, lines: this.budget.lines.length, refused: refused.length };
    const shown = (['steps', 'lines', 'refused'] as const).filter(
      (one) => one !== 'lines' || counts.lines > 0,
    );
    return html`<div class="table">
      ${tabsTemplate(
        shown.map((id) => ({ id, label: texts.tabs[id](counts[id]) })),
        tab,
        (id) => (this.tab = id),
      )}
      ${this.grid(tab, refused, phase, texts.tabs[tab](counts[tab]))}
    </div>`;
  }

  private grid(tab: Tab, refused: readonly PlanRefusal[], phase: PlanState['phase'], label: string): unknown {
    switch (tab) {
      case 'steps': {
        const handlers: GridHandlers<PlanRow> = {
          rowId: ({ key }) => key,
          activate: (index) => {
            const row = this.listed[index];
            // On a DP the details stay: the table would jump under the pointer.
            if (row?.kind === 'step') this.active = row.key;
          },
        };
        return html`<cm-grid
          id="table"
          .label=${label}
          .columns=${stepColumns(phase !== 'review', this.isGrouped)}
          .source=${this.source}
          .handlers=${handlers}
        ></cm-grid>`;
      }
      case 'lines': {
        const { lines } = this.budget;
        return html`<cm-grid
          id="table"
          .label=${label}
          .columns=${lineColumns(lines[0]?.bytes ?? 0)}
          .source=${new ListedRows(lines)}
          .handlers=${lineHandlers}
        ></cm-grid>`;
      }
      case 'refused':
        return html`<cm-grid
          id="table"
          .label=${label}
          .columns=${refusalColumns}
          .source=${new ListedRows(refused)}
          .handlers=${refusalHandlers}
        ></cm-grid>`;
    }
  }

  /** Of the step that was chosen last; before that, none: the table has the room. */
  private details(): unknown {
    const row = this.rows.find(({ key }) => key === this.active);
    return row === undefined || (this.tab ?? 'steps') !== 'steps' ? html`<div></div>` : stepDetails(row.step);
  }

  private foot(plan: Plan, { phase, hasRun }: PlanState): unknown {
    const showRun = html`<button
      ?disabled=${!hasRun}
      @click=${() => void this.attempt(() => this.endpoint.request(planShowRun, undefined))}
    >
      <cm-icon name="send"></cm-icon>${texts.showRun}
    </button>`;
    const cancel = (): void => void this.attempt(() => this.endpoint.request(planCancel, undefined));
    switch (phase) {
      case 'review':
        return confirmBar(plan, {
          typed: this.typed,
          type: (text) => (this.typed = text),
          confirm: () => void this.attempt(() => this.confirm(plan)),
          cancel,
          showDocument: () => void this.attempt(() => this.endpoint.request(planDocument, undefined)),
        });
      case 'running':
      case 'stopping':
        return html`<div class="buttons">
          <button ?disabled=${phase === 'stopping'} @click=${cancel}>
            <cm-icon name="debug-stop"></cm-icon>${phase === 'stopping' ? texts.stopping : texts.stop}
          </button>
          ${showRun}
        </div>`;
      case 'done':
        return html`<div class="buttons">
          ${showRun}
          <button class="primary" @click=${cancel}>${texts.close}</button>
        </div>`;
    }
  }

  private confirm({ hash }: Plan): Promise<unknown> {
    return this.endpoint.request(planConfirm, { hash, typed: this.typed.trim() });
  }

  private get isGrouped(): boolean {
    const { state } = this;
    return state?.plan !== undefined && isByDp(state.plan) && state.phase !== 'done';
  }

  private async ask(): Promise<void> {
    const found = await this.latest.ask((signal) => this.endpoint.request(planState, undefined, signal));
    if (found === undefined) return;
    const before = this.state?.plan?.hash;
    this.state = found.answer;
    const { plan } = found.answer;
    this.budget = plan === undefined ? noBudget : budgetOf(plan.steps, plan.lines, plan.madeAt);
    this.rows = stepRows(found.answer);
    this.listed = this.isGrouped ? groupedByDp(this.rows, this.budget.lines) : this.rows;
    this.source = new ListedRows(this.listed);
    if (plan?.hash === before) return;
    this.typed = '';
    this.tab = undefined;
    this.active = undefined;
  }

  private async attempt(step: () => Promise<unknown>): Promise<void> {
    try {
      await step();
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}

customElements.define('cm-plan', CmPlan);
