import { html, nothing } from 'lit';
import type { RunRow } from '../../extension/core/runView/runRow';
import { badWords } from '../../extension/core/validate/badWords';
import '../shared/icon';
import { texts } from './texts';

/** What is known of the chosen step, where a line of the table does not hold it. */
export const stepDetailsTemplate = (row: RunRow | undefined): unknown =>
  row === undefined || row.culprits.length === 0
    ? nothing
    : html`<section class="details" aria-label=${texts.details}>
        <h2>${row.dpName}</h2>
        <p>${row.words}</p>
        <ul>
          ${row.culprits.map((one) => html`<li><cm-icon name="error"></cm-icon> ${badWords(one)}</li>`)}
        </ul>
      </section>`;
