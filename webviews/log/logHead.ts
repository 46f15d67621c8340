import { html, nothing } from 'lit';
import type { LogState, ShownLog } from '../../extension/protocol/logPage';
import '../shared/banner';
import '../shared/icon';
import type { IconName } from '../shared/icon';
import { problemBanner } from '../shared/problemBanner';
import '../shared/progressBar';
import { toggled } from './filterTerms';
import type { LogModel } from './logModel';
import { texts } from './texts';

export interface HeadHandlers {
  readonly follows: boolean;
  readonly follow: () => void;
  /** Lanes of components are shown; undefined where there are none. */
  readonly lanes: boolean | undefined;
  readonly showLanes: (shown: boolean) => void;
  readonly nextError: (forward: boolean) => void;
}

/** Which logs, how much of them, how they stand; and what is wrong with that at the moment. */
export const headTemplate = (model: LogModel, handlers: HeadHandlers): unknown => {
  const { state } = model;
  if (state === undefined) return nothing;
  const { logs, errors, warnings } = state;
  const [only] = logs;
  const title = logs.length === 1 ? (only?.name ?? '') : texts.logs(logs.length);
  const rollovers = logs.reduce((sum, log) => sum + log.rollovers, 0);
  return html`<div class="title">
      <h1 title=${logs.map(({ path }) => path).join('\n')}>${title}</h1>
      <span class="dim number" role="status">${texts.rowsOf(state.matched, state.records)}</span>
      ${chip(texts.errors(errors), texts.onlyErrors, 'error', 'tone-problems', errors, () => model.setFilter(toggled(model.filterText, 'severity:error')))}
      ${
        errors === 0
          ? nothing
          : html`<span class="pair"
              >${tool(texts.previousError, 'arrow-up', undefined, () => handlers.nextError(false))}${tool(
                texts.nextError,
                'arrow-down',
                undefined,
                () => handlers.nextError(true),
              )}</span
            >`
      }
      ${chip(texts.warnings(warnings), texts.onlyWarnings, 'warning', 'tone-ask', warnings, () => model.setFilter(toggled(model.filterText, 'severity:warning')))}
      <span class="tools" role="toolbar" aria-label=${title}>
        ${
          rollovers === 0
            ? nothing
            : tool(texts.join(rollovers), 'files', state.joined, () => void model.join(!state.joined))
        }
        ${
          handlers.lanes === undefined
            ? nothing
            : tool(texts.lanes, 'pulse', handlers.lanes, () => handlers.showLanes(handlers.lanes === false))
        }
        ${tool(texts.collapse, 'fold', model.view.collapses, () => model.show({ collapses: !model.view.collapses }))}
        ${tool(texts.fade, 'eye', !model.view.hides, () => model.show({ hides: !model.view.hides }))}
        ${tool(texts.export, 'export', undefined, () => void model.exportRows())}
        <span class="gap"></span>
        ${tool(texts.follow, 'fold-down', handlers.follows, () => handlers.follow())}
      </span>
    </div>
    ${logs.map(standing)}
    ${
      state.filterProblem === undefined
        ? nothing
        : html`<cm-banner
            tone="warning"
            icon="warning"
            headline=${texts.filterStopped}
            text=${state.filterProblem}
            button=${texts.clearFilter}
            .press=${() => model.setFilter('')}
          ></cm-banner>`
    }
    ${problemBanner(model.problem, () => model.dismissProblem())} ${progress(state)}`;
};

const chip = (
  words: string,
  hint: string,
  icon: IconName,
  tone: string,
  count: number,
  press: () => void,
): unknown =>
  count === 0
    ? nothing
    : html`<button class="plain chip ${tone}" title=${hint} @click=${press}>
        <cm-icon name=${icon}></cm-icon><span class="number">${words}</span>
      </button>`;

const tool = (label: string, icon: IconName, pressed: boolean | undefined, press: () => void): unknown =>
  html`<button
    class="plain"
    title=${label}
    aria-label=${label}
    aria-pressed=${pressed === undefined ? nothing : String(pressed)}
    @click=${press}
  >
    <cm-icon name=${icon}></cm-icon>
  </button>`;

const standing = ({ name, standing }: ShownLog): unknown =>
  standing.kind === 'problem'
    ? html`<div class="note" role="alert">
        <cm-icon name="warning"></cm-icon>
        <p>
          <strong>${name}: ${texts.gone[standing.problem]}.</strong> ${standing.message} ${texts.stillShown}
        </p>
      </div>`
    : nothing;

const progress = ({ logs, isPreview, passed, records }: LogState): unknown => {
  const reading = logs.flatMap((log) => (log.standing.kind === 'reading' ? [log.standing] : []));
  if (reading.length > 0) {
    const share = part(sumOf(reading.map(({ read }) => read)), sumOf(reading.map(({ size }) => size)));
    const percent = Math.floor(100 * share);
    return bar(share, isPreview ? texts.preview(percent) : texts.reading(percent));
  }
  if (passed >= records) return nothing;
  return bar(passed / records, texts.filtering(Math.floor((100 * passed) / records)));
};

const bar = (value: number, label: string): unknown =>
  html`<div class="progress">
    <cm-progress .value=${value} label=${label}></cm-progress><span class="dim">${label}</span>
  </div>`;

const part = (some: number, all: number): number => (all === 0 ? 0 : some / all);
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
