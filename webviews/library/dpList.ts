import { html, nothing } from 'lit';
import { quoteValue } from '../../extension/core/filter/print';
import type { LibraryDpState } from '../../extension/protocol/libraryPage';
import { countText } from '../shared/count';
import '../shared/icon';
import { toneIcons, type Tone } from '../shared/verdictChip';
import { texts } from './texts';

/** The DPs that were looked at, each with its standing; one is a filter. */
export const dpListTemplate = (
  dps: readonly LibraryDpState[],
  filter: string,
  show: (filter: string) => void,
): unknown =>
  html`<ul class="dps" aria-label=${texts.dpsLabel}>
    ${dps.map((dp) => {
      const ofDp = `dp=${quoteValue(dp.dpName)}`;
      const tone = toneOf(dp);
      return html`<li>
        <button
          class="dp tone-${tone}"
          aria-pressed=${String(filter === ofDp)}
          @click=${() => show(filter === ofDp ? '' : ofDp)}
        >
          <cm-icon name=${toneIcons[tone]}></cm-icon>
          <span class="says">
            <strong title=${dp.dpName}>${dp.dpName}</strong>
            <span class="dim">${standing(dp)}</span>
            ${dp.looks === undefined ? nothing : html`<span class="dim number">${listed(dp)}</span>`}
            ${
              dp.onlyReported === undefined
                ? nothing
                : html`<span class="note">${texts.onlyReported[dp.onlyReported]}</span>`
            }
            ${dp.notRead.map((cause) => html`<span class="note" title=${cause}>${cause}</span>`)}
          </span>
        </button>
      </li>`;
    })}
  </ul>`;

const toneOf = ({ looks, mismatches, inFlight, notRead }: LibraryDpState): Tone => {
  if (looks === undefined) return 'nothing';
  if (mismatches > 0) return 'problems';
  if (notRead.length > 0) return 'ask';
  return inFlight > 0 ? 'running' : 'validated';
};

const standing = ({ looks, mismatches, inFlight, notRead }: LibraryDpState): string => {
  if (looks === undefined) return texts.notLookedAt;
  const parts = [
    ...(mismatches > 0 ? [texts.mismatches(mismatches)] : []),
    ...(inFlight > 0 ? [texts.inFlight(inFlight)] : []),
    ...(notRead.length > 0 ? [texts.notRead] : []),
  ];
  return parts.length === 0 ? texts.clean : parts.join(' · ');
};

const listed = ({ counts }: LibraryDpState): string => {
  const told = (count: number | undefined): string => (count === undefined ? texts.unread : countText(count));
  return texts.listed(told(counts.site), told(counts.wmi), told(counts.pkgLib));
};
