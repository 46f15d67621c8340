import { LitElement, css, html } from 'lit';
import type { Tally } from '../../extension/core/reconcile/tally';
import { controls } from '../shared/controls';
import { countText } from '../shared/count';
import '../shared/icon';
import { tones } from '../shared/tones';
import { toneIcons } from '../shared/verdictChip';
import { texts } from './texts';

export const chipClasses = ['problems', 'running', 'stale', 'unknown'] as const;
export type ChipClass = (typeof chipClasses)[number];

/** How the site stands, in four numbers that are also filters. */
export class CmTally extends LitElement {
  static override readonly properties = {
    tally: { attribute: false },
    pressed: { attribute: false },
  };
  static override readonly styles = [
    controls,
    tones,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }
      button {
        min-height: 28px;
        padding: 3px 12px 3px 8px;
        border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent));
        border-radius: 14px;
        color: var(--vscode-foreground);
        background: none;
      }
      button:hover {
        background: var(--vscode-toolbar-hoverBackground);
      }
      button[aria-pressed='true'] {
        border-color: var(--tone);
        background: color-mix(in srgb, var(--tone) 16%, transparent);
      }
      button.none {
        color: var(--vscode-descriptionForeground);
      }
      button.none cm-icon {
        color: inherit;
      }
      cm-icon {
        color: var(--tone);
      }
      strong {
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }
      .validated {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        margin-left: 6px;
        color: var(--vscode-descriptionForeground);
      }
      @media (forced-colors: active) {
        button[aria-pressed='true'] {
          color: HighlightText;
          background: Highlight;
          forced-color-adjust: none;
        }
        button[aria-pressed='true'] cm-icon {
          color: inherit;
        }
      }
    `,
  ];

  declare tally: Tally;
  /** Classes that the filter asks for. */
  declare pressed: readonly string[];
  declare toggle: (chip: ChipClass) => void;

  protected override render(): unknown {
    return html`${chipClasses.map((chip) => this.chip(chip))}
      <span class="validated tone-validated" title=${texts.validatedHint}>
        <cm-icon name=${toneIcons.validated}></cm-icon>${texts.validatedOf(
          this.tally.validated,
          this.tally.expected,
        )}
      </span>`;
  }

  private chip(chip: ChipClass): unknown {
    const count = this.tally[chip];
    return html`<button
      class="tone-${chip} ${count === 0 ? 'none' : ''}"
      aria-pressed=${String(this.pressed.includes(chip))}
      title=${texts.chipHint[chip]}
      @click=${() => this.toggle(chip)}
    >
      <cm-icon name=${toneIcons[chip]}></cm-icon>
      <span><strong>${countText(count)}</strong> ${texts.chips[chip]}</span>
    </button>`;
  }
}

customElements.define('cm-tally', CmTally);
