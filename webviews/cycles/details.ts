import { html, nothing } from 'lit';
import type { CycleReport } from '../../extension/core/validate/cycleReport';
import { cyclesActions, type CyclesAction } from '../../extension/protocol/cyclesPage';
import { ageText, utcText } from '../shared/age';
import '../shared/icon';
import { texts } from './texts';

/** All that is known of one DP's cycles, in sentences, and where to go from here. */
export const detailsTemplate = (
  row: CycleReport,
  now: number,
  act: (action: CyclesAction) => void,
): unknown =>
  html`<section class="details" aria-label=${texts.details}>
    <div class="says">
      <h2>${row.dpName}</h2>
      <p>
        ${row.words}
        ${row.openSince === undefined ? nothing : texts.since(utcText(row.openSince), ageText(row.openSince, now))}
        ${
          row.finished === undefined
            ? nothing
            : html`<span class="dim"
                >${texts.lastCycle(row.started === undefined ? undefined : utcText(row.started), utcText(row.finished))}</span
              >`
        }
      </p>
      ${
        row.notes.length === 0
          ? nothing
          : html`<ul>
              ${row.notes.map((note) => html`<li><cm-icon name="warning"></cm-icon> ${note}</li>`)}
            </ul>`
      }
    </div>
    <div class="do">
      ${cyclesActions.map(
        (action) => html`<button @click=${() => act(action)}>${texts.actions[action]}</button>`,
      )}
    </div>
  </section>`;
