import { html, nothing } from 'lit';
import type { CleanupPage, CleanupState } from '../../extension/protocol/cleanupPage';
import type { PreconditionStanding } from '../../extension/core/library/cleanup/preconditions';
import { emptyTemplate } from '../shared/emptyState';
import '../shared/icon';
import { toneIcons, type Tone } from '../shared/verdictChip';
import { texts } from './texts';

/** The lines from which nothing was concluded, as they stand. */
export const linesPane = (
  { notRecognised }: CleanupPage,
  { linesRead, log }: CleanupState,
  mark: (isRead: boolean) => void,
): unknown => {
  const count = log?.notRecognised ?? 0;
  if (count === 0) return emptyTemplate({ icon: 'pass', title: texts.allRecognised, hints: [], good: true });
  const more = count - notRecognised.length;
  return html`<div class="pane">
    <p class="dim">${texts.linesHint}</p>
    <label class="check">
      <input
        type="checkbox"
        .checked=${linesRead}
        @change=${(event: Event) => mark((event.target as HTMLInputElement).checked)}
      />
      ${texts.linesRead}
    </label>
    <ol class="raw" tabindex="0" aria-label=${texts.tabs.lines(count)}>
      ${notRecognised.map(({ line, text }) => html`<li><span class="dim">${line}</span><code>${text}</code></li>`)}
    </ol>
    ${more > 0 ? html`<p class="dim">${texts.moreLines(more)}</p>` : nothing}
  </div>`;
};

const toneOfMark: Readonly<Record<PreconditionStanding, Tone>> = {
  met: 'validated',
  unmet: 'problems',
  unknown: 'ask',
  check: 'unknown',
};

/** What has to be so, and what the tool itself complained of. */
export const preconditionsPane = ({ preconditions, log }: CleanupState): unknown =>
  html`<div class="pane">
    <ul class="conditions">
      ${preconditions.map(
        ({ standing, text }) =>
          html`<li class="tone-${toneOfMark[standing]}">
            <cm-icon name=${standing === 'check' ? 'info' : toneIcons[toneOfMark[standing]]}></cm-icon>
            <span><strong>${texts.marks[standing]}</strong> ${text}</span>
          </li>`,
      )}
    </ul>
    ${
      log === undefined || log.troubles.length === 0
        ? nothing
        : html`<h2>${texts.troubles}</h2>
            <ol class="raw">
              ${log.troubles.map(
                ({ line, text }) => html`<li><span class="dim">${line}</span><code>${text}</code></li>`,
              )}
            </ol>
            ${log.moreTroubles > 0 ? html`<p class="dim">${texts.moreTroubles(log.moreTroubles)}</p>` : nothing}`
    }
  </div>`;
