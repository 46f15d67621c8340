import { html, nothing } from 'lit';
import { mayBeRepaired, type MismatchRow } from '../../extension/core/library/mismatchRows';
import { mismatchWords } from '../../extension/core/library/mismatchWords';
import { nameOf } from './columns';
import { texts } from './texts';

/** All that is known of one mismatch, and where to go from here. */
export const detailsTemplate = (
  row: MismatchRow,
  repair: { readonly shown: boolean; readonly count: number; readonly press: () => void },
  reveal: () => void,
): unknown =>
  html`<section class="details" aria-label=${texts.details}>
    <div class="says">
      <h2>${nameOf(row)} <span class="dim">${row.packageId} · ${row.dpName}</span></h2>
      <p><strong>${mismatchWords[row.kind].label}.</strong> ${row.advice}</p>
      ${
        row.findings.length === 0
          ? nothing
          : html`<ul aria-label=${texts.found}>
              ${row.findings.map(({ path, detail }) => html`<li><code>${path}</code> ${detail}</li>`)}
            </ul>`
      }
    </div>
    <div class="do">
      ${
        repair.shown
          ? html`<button
              class="primary"
              title=${texts.repairHint}
              ?disabled=${repair.count <= 1 && !mayBeRepaired(row)}
              @click=${repair.press}
            >
              ${texts.repair(repair.count)}
            </button>`
          : nothing
      }
      <button @click=${reveal}>${texts.reveal}</button>
    </div>
  </section>`;
