import { LitElement, css, html, nothing } from 'lit';
import type { RowStanding } from '../../extension/core/runView/runRow';
import type { StandingCounts } from '../../extension/core/runView/runSummary';
import { tones } from '../shared/tones';
import { standingOrder, standingTones } from './standingLook';
import { texts } from './texts';

/** What is not yet to be seen in a bar: its ground. */
const parts = standingOrder.filter((standing) => standing !== 'waiting');

/** How far it is, as one bar: a part for each way in which steps stand. */
export class CmRunBar extends LitElement {
  static override readonly properties = {
    counts: { attribute: false },
    label: { type: String },
    note: { type: String },
  };
  static override readonly styles = [
    tones,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .track {
        display: flex;
        flex: 1;
        gap: 1px;
        height: var(--bar-height, 6px);
        overflow: hidden;
        border-radius: 4px;
        background: color-mix(in srgb, var(--vscode-foreground) 14%, transparent);
      }
      .note {
        min-width: 5ch;
        font-variant-numeric: tabular-nums;
        text-align: right;
      }
      .part {
        flex: 0 0 0;
        min-width: 0;
        background: var(--tone);
        transition: flex-grow 200ms ease-out;
      }
      .part.underWay {
        opacity: 0.75;
      }
      .rest {
        flex: 0 0 0;
      }
      @media (prefers-reduced-motion: reduce) {
        .part {
          transition: none;
        }
      }
      @media (forced-colors: active) {
        .track {
          border: 1px solid CanvasText;
          forced-color-adjust: none;
        }
      }
    `,
  ];

  declare counts: StandingCounts;
  declare label: string;
  /** Beside the bar. */
  declare note: string | undefined;

  protected override render(): unknown {
    return html`<div class="track">
        ${parts.map((one) => html`<div class="part ${one} tone-${standingTones[one]}"></div>`)}
        <div class="rest"></div>
      </div>
      ${this.note === undefined ? nothing : html`<span class="note">${this.note}</span>`}`;
  }

  protected override updated(): void {
    const { counts } = this;
    const all = standingOrder.reduce((sum, one) => sum + counts[one], 0);
    const done = all - counts.waiting - counts.underWay;
    this.setAttribute('role', 'progressbar');
    this.setAttribute('aria-label', this.label);
    this.setAttribute('aria-valuemax', String(all));
    this.setAttribute('aria-valuenow', String(done));
    this.setAttribute('aria-valuetext', spoken(counts));
    const grow = (selector: string, count: number): void => {
      const part = this.renderRoot.querySelector<HTMLElement>(selector);
      if (part === null) return;
      part.style.flexGrow = String(count);
      part.hidden = count === 0;
    };
    for (const one of parts) grow(`.${one}`, counts[one]);
    grow('.rest', counts.waiting);
  }
}

/** `12 repaired, 3 under way, 40 to come`. */
export const spoken = (counts: StandingCounts): string =>
  standingOrder
    .filter((one: RowStanding) => counts[one] > 0)
    .map((one) => `${counts[one]} ${texts.standings[one].toLowerCase()}`)
    .join(', ');

customElements.define('cm-run-bar', CmRunBar);
