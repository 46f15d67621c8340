import { html, nothing } from 'lit';
import type { PlanStep } from '../../extension/core/redistribute/plan';
import { utcText } from '../shared/age';
import '../shared/icon';
import { actionIcons } from './actionLook';
import { texts } from './texts';

/** All that a plan says of one step: what is asked for, why, by which evidence, and why not something else. */
export const stepDetails = (step: PlanStep): unknown => {
  const { action, packageName, dpName, reason, truth, instead, cautions, reaches, before } = step;
  const what = packageName === '' ? texts.allContent : packageName;
  return html`<section class="details" aria-label=${texts.details}>
    <h2>
      <cm-icon name=${actionIcons[action]}></cm-icon>
      ${texts.stepTitle(texts.actionWords[action], what, dpName === '' ? texts.reaches(reaches.length) : dpName)}
    </h2>
    <dl>
      ${entry(texts.why, reason)} ${entry(texts.truth, truth)} ${entry(texts.instead, instead)}
      ${cautions.length === 0 ? nothing : entry(texts.beware, cautions.join(' '))}
      ${reaches.length === 0 ? nothing : entry(texts.goesTo, reaches.join(', '))}
      ${
        before.state === undefined && before.sourceVersion === undefined
          ? nothing
          : entry(
              texts.skippedUnless,
              texts.before(
                before.state,
                before.sourceVersion,
                before.lastRefreshTime === undefined ? undefined : utcText(before.lastRefreshTime),
              ),
            )
      }
    </dl>
  </section>`;
};

const entry = (name: string, words: string): unknown =>
  words === ''
    ? nothing
    : html`<div>
        <dt>${name}</dt>
        <dd>${words}</dd>
      </div>`;
