import { LitElement, html, nothing } from 'lit';
import type { Plan, PlanRefusal } from '../../extension/core/redistribute/plan';
import type { Endpoint } from '../../extension/protocol/endpoint';
import {
  planCancel,
  planChanged,
  planConfirm,
  planState,
  type PlanState,
} from '../../extension/protocol/planPage';
import { utcText } from '../shared/age';
import '../shared/banner';
import { controls } from '../shared/controls';
import { emptyStyles, emptyTemplate } from '../shared/emptyState';
import '../shared/grid/grid';
import type { GridHandlers } from '../shared/grid/grid';
import { ListedRows } from '../shared/grid/rowSource';
import { Latest } from '../shared/latest';
import { messageOf } from '../shared/vsCodeApi';
import { refusalColumns, stepColumns } from './columns';
import { headTemplate } from './planHead';
import { cautionCounts, progressOf, refusalKey, stepRows, type StepRow } from './planRows';
import { planStyles } from './planStyles';
import { texts } from './texts';

/** While it runs the host reports each step; the page asks at most this often, milliseconds. */
const pace = 150;

const stepHandlers: GridHandlers<StepRow> = { rowId: ({ key }) => key };
const refusalHandlers: GridHandlers<PlanRefusal> = { rowId: refusalKey };

/** The plan: what would be written, what is left alone, and then what has become of it. */
export class CmPlan extends LitElement {
  static override readonly properties = {
    state: { state: true },
    problem: { state: true },
    tab: { state: true },
  };
  static override readonly styles = [controls, emptyStyles, planStyles];

  declare private state: PlanState | undefined;
  declare private problem: string | undefined;
  declare private tab: 'steps' | 'refused' | undefined;
  private readonly latest = new Latest();
  private asking: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly endpoint: Endpoint) {
    super();
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
    const rows = stepRows(state);
    return html`<div class="head">${headTemplate(plan, phase, progressOf(rows))}</div>
      <div class="notes">${this.notes(plan, phase === 'review')}</div>
      ${this.tables(plan, rows, phase !== 'review')}
      <div class="foot">${this.buttons(plan, state)}</div>`;
  }

  private notes({ steps, refused }: Plan, review: boolean): unknown {
    return html`${
      this.problem === undefined
        ? nothing
        : html`<cm-banner
            tone="error"
            icon="error"
            headline=${texts.problem}
            text=${this.problem}
            button=${texts.dismiss}
            .press=${() => (this.problem = undefined)}
          ></cm-banner>`
    }
    ${
      review
        ? cautionCounts(steps).map(
            ({ caution, count }) =>
              html`<div class="note">
                <cm-icon name="warning"></cm-icon><span class="number">${texts.times(count)}</span>
                <span>${caution}</span>
              </div>`,
          )
        : nothing
    }
    ${
      review && refused.length > 0
        ? html`<div class="note info">
            <cm-icon name="info"></cm-icon>
            <span>
              ${texts.refusedNote(refused.length)}
              <button class="link" @click=${() => (this.tab = 'refused')}>${texts.showRefused}</button>
            </span>
          </div>`
        : nothing
    }`;
  }

  private tables({ steps, refused }: Plan, rows: readonly StepRow[], started: boolean): unknown {
    const tab = this.tab ?? (steps.length === 0 ? 'refused' : 'steps');
    const label = (one: typeof tab): string =>
      one === 'steps' ? texts.steps(steps.length) : texts.refused(refused.length);
    return html`<div class="table">
      <div role="tablist">
        ${(['steps', 'refused'] as const).map(
          (one) =>
            html`<button
              role="tab"
              id=${one}
              aria-selected=${String(tab === one)}
              aria-controls="table"
              @click=${() => (this.tab = one)}
            >
              ${label(one)}
            </button>`,
        )}
      </div>
      ${
        tab === 'steps'
          ? html`<cm-grid
              id="table"
              .label=${label('steps')}
              .columns=${stepColumns(started)}
              .source=${new ListedRows(rows)}
              .handlers=${stepHandlers}
            ></cm-grid>`
          : html`<cm-grid
              id="table"
              .label=${label('refused')}
              .columns=${refusalColumns}
              .source=${new ListedRows(refused)}
              .handlers=${refusalHandlers}
            ></cm-grid>`
      }
    </div>`;
  }

  private buttons({ purpose, hash, madeAt, steps, totals }: Plan, { phase }: PlanState): unknown {
    const cancel = (): void => void this.attempt(() => this.endpoint.request(planCancel, undefined));
    switch (phase) {
      case 'review':
        return html`<span class="dim">${texts.madeAt(utcText(madeAt))}</span>
          <button @click=${cancel}>${steps.length === 0 ? texts.close : texts.keep}</button>
          ${
            steps.length === 0
              ? nothing
              : html`<button
                  class="primary"
                  @click=${() => void this.attempt(() => this.endpoint.request(planConfirm, { hash }))}
                >
                  ${texts.confirm[purpose](totals)}
                </button>`
          }`;
      case 'running':
      case 'stopping':
        return html`<button ?disabled=${phase === 'stopping'} @click=${cancel}>
          <cm-icon name="debug-stop"></cm-icon>${phase === 'stopping' ? texts.stopping : texts.stop}
        </button>`;
      case 'done':
        return html`<button class="primary" @click=${cancel}>${texts.close}</button>`;
    }
  }

  private async ask(): Promise<void> {
    const found = await this.latest.ask((signal) => this.endpoint.request(planState, undefined, signal));
    if (found !== undefined) this.state = found.answer;
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
