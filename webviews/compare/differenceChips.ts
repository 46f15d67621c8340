import { LitElement, css, html } from 'lit';
import { kindsOf, type Counts } from '../../extension/core/compare/comparedView';
import type { Difference } from '../../extension/core/compare/difference';
import { differenceWords, type Compared } from '../../extension/core/compare/differenceWords';
import { controls } from '../shared/controls';
import { countText } from '../shared/count';
import '../shared/icon';
import { tones } from '../shared/tones';
import { toneIcons } from '../shared/verdictChip';
import { differenceTone } from './differenceTone';
import { texts } from './texts';

/** Each kind of difference with its count, which is also a filter. */
export class CmDifferences extends LitElement {
  static override readonly properties = {
    counts: { attribute: false },
    compared: { attribute: false },
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
        min-width: 0;
      }
      button {
        max-width: 100%;
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
      span {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      cm-icon {
        color: var(--tone);
      }
      strong {
        font-weight: 600;
        font-variant-numeric: tabular-nums;
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

  declare counts: Counts;
  declare compared: Compared;
  /** Kinds that are asked for. */
  declare pressed: readonly Difference[];
  declare toggle: (kind: Difference) => void;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'group');
    this.setAttribute('aria-label', texts.kinds);
  }

  protected override render(): unknown {
    return kindsOf(this.counts).map((kind) => {
      const { label, hint } = differenceWords(kind, this.compared);
      const tone = differenceTone(kind);
      return html`<button
        class="tone-${tone}"
        aria-pressed=${String(this.pressed.includes(kind))}
        title=${hint}
        @click=${() => this.toggle(kind)}
      >
        <cm-icon name=${toneIcons[tone]}></cm-icon>
        <span><strong>${countText(this.counts[kind] ?? 0)}</strong> ${label}</span>
      </button>`;
    });
  }
}

customElements.define('cm-differences', CmDifferences);
