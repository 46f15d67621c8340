import { html, nothing } from 'lit';
import type { Plan } from '../../extension/core/redistribute/plan';
import '../shared/icon';
import { cautionCounts } from './planRows';
import { texts } from './texts';

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
