import { html, nothing } from 'lit';
import type { Budget } from '../../extension/core/redistribute/budget/budget';
import type { Plan } from '../../extension/core/redistribute/plan';
import type { PlanPhase } from '../../extension/protocol/planPage';
import { countText } from '../shared/count';
import '../shared/icon';
import '../shared/progressBar';
import { actionIcons } from './actionLook';
import { actionCounts, type Progress } from './planRows';
import { texts } from './texts';

/** The one sentence that says what will be, is being or has been done. */
export const headTemplate = (plan: Plan, phase: PlanPhase, progress: Progress, budget: Budget): unknown => {
  switch (phase) {
    case 'review':
      return reviewHead(plan, budget);
    case 'running':
    case 'stopping':
      return runningHead(plan, phase, progress);
    case 'done':
      return doneHead(progress);
  }
};

const reviewHead = ({ purpose, steps, totals }: Plan, budget: Budget): unknown => {
  if (steps.length === 0)
    return html`<cm-icon name=${actionIcons[purpose]}></cm-icon>
      <h1>${texts.nothing[purpose]}</h1>
      <p>${texts.nothingHint}</p>`;
  const counts = actionCounts(steps);
  return html`<cm-icon name=${actionIcons[purpose]}></cm-icon>
    <h1>${texts.headline[purpose](totals)}</h1>
    <p>
      ${texts.consequence[purpose](totals)} ${totals.bytes === 0 ? nothing : texts.estimate(budget)}
      ${texts.unwritten}
    </p>
    ${
      counts.length < 2
        ? nothing
        : html`<ul class="actions">
            ${counts.map(
              ({ action, count }) =>
                html`<li>
                  <cm-icon name=${actionIcons[action]}></cm-icon>
                  <span class="number">${countText(count)}</span> ${texts.actionWords[action]}
                </li>`,
            )}
          </ul>`
    }`;
};

const runningHead = ({ purpose, totals }: Plan, phase: PlanPhase, progress: Progress): unknown => {
  const { writing } = progress;
  return html`<cm-icon name="loading"></cm-icon>
    <h1>${phase === 'stopping' ? texts.stopping : texts.headline[purpose](totals)}</h1>
    <p role="status">
      <span class="number">${texts.running(progress.ended, progress.all)}</span>
      ${failures(progress)}
      ${
        writing === undefined
          ? nothing
          : html`<span class="dim"
              >${texts.runningOn(
                writing.packageName === '' ? texts.allContent : writing.packageName,
                writing.dpName,
              )}</span
            >`
      }
    </p>
    <cm-progress
      label=${texts.running(progress.ended, progress.all)}
      .value=${progress.ended}
      .max=${progress.all}
    ></cm-progress>`;
};

const doneHead = (progress: Progress): unknown => {
  const good = progress.accepted === progress.all;
  const icon = good ? 'pass' : progress.failed > 0 ? 'error' : 'circle-slash';
  return html`<cm-icon class=${good ? 'good' : progress.failed > 0 ? 'bad' : ''} name=${icon}></cm-icon>
    <h1 aria-live="polite">${texts.done(progress.accepted, progress.all)}</h1>
    <p>${failures(progress)} ${progress.accepted > 0 ? texts.doneHint : nothing}</p>`;
};

const failures = ({ failed, skipped }: Progress): unknown =>
  html`${failed > 0 ? html`<span class="bad-count">${texts.failed(failed)}</span>` : nothing}
  ${skipped > 0 ? texts.skipped(skipped) : nothing}`;
