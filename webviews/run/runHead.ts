import { html, nothing } from 'lit';
import type { RowStanding } from '../../extension/core/runView/runRow';
import type { RunSummary } from '../../extension/core/runView/runSummary';
import type { RunPageAction } from '../../extension/protocol/runPage';
import { utcText } from '../shared/age';
import { countText } from '../shared/count';
import '../shared/icon';
import type { IconName } from '../shared/icon';
import './runBar';
import { standingIcons, standingOrder, standingTones } from './standingLook';
import { texts } from './texts';

const phaseIcons: Readonly<Record<RunSummary['phase'], IconName>> = {
  running: 'loading',
  paused: 'debug-pause',
  stopped: 'debug-stop',
  left: 'info',
  ended: 'pass',
};

/** Nothing that ended badly. */
const isGood = ({ counts, steps }: RunSummary): boolean => counts.repaired + counts.accepted === steps;

/** What runs, how far it is, and how long it still takes. */
export const headTemplate = (run: RunSummary, act: (action: RunPageAction) => void): unknown => {
  const { phase, counts, steps, bytes, sent, rate, left } = run;
  const done = steps - counts.waiting - counts.underWay;
  const isOver = phase === 'ended';
  const icon = isOver && !isGood(run) ? 'warning' : phaseIcons[phase];
  const facts = [
    isOver ? '' : texts.done(done, steps),
    bytes === 0 ? '' : texts.sent(sent, bytes),
    texts.rate(rate),
    texts.left(left),
    isOver && run.endedAt !== undefined ? texts.took(run.endedAt - run.startedAt) : '',
  ].filter((fact) => fact !== '');
  return html`<cm-icon class=${isOver ? (isGood(run) ? 'good' : 'warn') : ''} name=${icon}></cm-icon>
    <div class="what">
      <h1 aria-live="polite">${texts.headline[phase](run)}</h1>
      <p class="facts number">${facts.map((fact) => html`<span>${fact}</span>`)}</p>
      ${run.cause === '' ? nothing : html`<p class="cause">${run.cause}</p>`}
    </div>
    <div class="buttons">${buttonsTemplate(run, act)}</div>
    <cm-run-bar class="whole" .counts=${counts} label=${texts.done(done, steps)}></cm-run-bar>
    <p class="dim by">${texts.by(run.by, utcText(run.startedAt))} · ${run.siteName}</p>`;
};

const buttonsTemplate = ({ phase, counts }: RunSummary, act: (action: RunPageAction) => void): unknown => {
  const button = (action: RunPageAction, icon: IconName, label: string, hint = '', kind = ''): unknown =>
    html`<button class=${kind} title=${hint} @click=${() => act(action)}>
      <cm-icon name=${icon}></cm-icon>${label}
    </button>`;
  const isOpen = counts.waiting + counts.underWay > 0;
  if (phase === 'left')
    return html`${button('continue', 'play', texts.goOn, texts.goOnHint, 'primary')}
    ${button('report', 'export', texts.report)}`;
  if (phase === 'ended' || !isOpen) return button('report', 'export', texts.report, '', 'primary');
  return html`${phase === 'running' ? button('pause', 'debug-pause', texts.pause) : nothing}
  ${phase === 'paused' ? button('resume', 'play', texts.resume, '', 'primary') : nothing}
  ${phase === 'stopped' ? nothing : button('stop', 'debug-stop', texts.stop, texts.stopHint)}
  ${button('cancel', 'stop-circle', texts.cancel, texts.cancelHint)}
  ${button('report', 'export', texts.report)}`;
};

/** How many steps stand where; a press shows just those. */
export const chipsTemplate = (
  { counts }: RunSummary,
  chosen: readonly RowStanding[],
  toggle: (standing: RowStanding) => void,
): unknown =>
  standingOrder
    .filter((one) => counts[one] > 0 || chosen.includes(one))
    .map(
      (one) =>
        html`<button
          class="chip plain tone-${standingTones[one]}"
          aria-pressed=${String(chosen.includes(one))}
          @click=${() => toggle(one)}
        >
          <cm-icon name=${standingIcons[one]}></cm-icon>${texts.standings[one]}
          <span class="number">${countText(counts[one])}</span>
        </button>`,
    );
