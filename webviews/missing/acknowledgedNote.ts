import { html, nothing } from 'lit';
import type { Bears } from '../../extension/core/acknowledge/acknowledged';
import { utcText } from '../shared/age';
import '../shared/icon';
import { verdictLabels } from '../shared/verdictTexts';
import { texts } from './texts';

/** What admins said of a pair: whether it counts, why, who, where it was agreed and until when. */
export const acknowledgedNotes = (said: readonly Bears[]): unknown =>
  said.map(
    ({ acknowledgement, bearing }) =>
      html`<div class="note acknowledged">
        <cm-icon name=${bearing === 'counts' ? 'bell-slash' : 'info'}></cm-icon>
        <div>
          <p>
            <strong>${texts.acknowledgedBearing[bearing]}</strong>
            ${
              bearing === 'otherVerdict' && acknowledgement.verdicts !== undefined
                ? texts.acknowledgedAs(acknowledgement.verdicts.map((verdict) => verdictLabels[verdict]))
                : nothing
            }
          </p>
          <p class="reason">${acknowledgement.reason}</p>
          <p class="dim">
            ${acknowledgement.ticket === undefined ? nothing : html`${acknowledgement.ticket} · `}
            ${texts.acknowledgedBy(acknowledgement.by, utcText(acknowledgement.created))}
          </p>
          <p class="dim">
            ${
              acknowledgement.expires === undefined
                ? texts.acknowledgedForever
                : texts.acknowledgedUntil(utcText(acknowledgement.expires))
            }
          </p>
        </div>
      </div>`,
  );
