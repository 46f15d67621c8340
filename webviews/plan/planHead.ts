import { html, nothing } from 'lit';
import type { Plan, PlanPurpose } from '../../extension/core/redistribute/plan';
import type { PlanPhase } from '../../extension/protocol/planPage';
import '../shared/icon';
import type { IconName } from '../shared/icon';
import '../shared/progressBar';
import type { Progress } from './planRows';
import { texts } from './texts';

const actionIcons: Readonly<Record<PlanPurpose, IconName>> = {
  repair: 'checklist',
  redistribute: 'send',
  distribute: 'send',
  updateContent: 'send',
  remove: 'circle-slash',
  validate: 'checklist',
  validateDp: 'checklist',
  cancel: 'stop-circle',
};

/** The one sentence that says what will be, is being or has been done. */
export const headTemplate = (plan: Plan, phase: PlanPhase, progress: Progress): unknown => {
  switch (phase) {
    case 'review':
      return reviewHead(plan);
    case 'running':
    case 'stopping':
      return runningHead(plan, phase, progress);
    case 'done':
      return doneHead(progress);
  }
};

const reviewHead = ({ purpose, steps, totals }: Plan): unknown =>
  html`<cm-icon name=${actionIcons[purpose]}></cm-icon>
    <h1>${steps.length === 0 ? texts.nothing[purpose] : texts.headline[purpose](totals)}</h1>
    <p>
      ${steps.length === 0 ? texts.nothingHint : html`${texts.consequence[purpose](totals)} ${texts.unwritten}`}
    </p>`;

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
