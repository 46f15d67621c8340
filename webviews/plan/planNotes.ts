import { html, nothing } from 'lit';
import type { Plan } from '../../extension/core/redistribute/plan';
import type { PlanState } from '../../extension/protocol/planPage';
import '../shared/icon';
import { cautionCounts } from './planRows';
import { texts } from './texts';

/** DPs on which somebody else is at work: their steps begin after that. */
export const waitsTemplate = (waits: PlanState['waits']): unknown =>
  waits.map(
    ({ dpName, by }) =>
      html`<div class="note info">
        <cm-icon name="watch"></cm-icon><span>${texts.waits(dpName, by)}</span>
      </div>`,
  );

/** What to know before a plan is confirmed: cautions with their steps, what was not read, what is left alone. */
export const notesTemplate = ({ steps, refused, notes }: Plan, showRefused: () => void): unknown =>
  html`${cautionCounts(steps).map(
    ({ caution, count }) =>
      html`<div class="note">
        <cm-icon name="warning"></cm-icon><span class="number">${texts.times(count)}</span>
        <span>${caution}</span>
      </div>`,
  )}
  ${notes.map(
    (note) =>
      html`<div class="note info">
        <cm-icon name="question"></cm-icon>
        <span>${note}</span>
      </div>`,
  )}
  ${
    refused.length === 0
      ? nothing
      : html`<div class="note info">
          <cm-icon name="shield"></cm-icon>
          <span>
            ${texts.refusedNote(refused.length)}
            <button class="link" @click=${showRefused}>${texts.showRefused}</button>
          </span>
        </div>`
  }`;
