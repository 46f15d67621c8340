import { LitElement, css, html } from 'lit';
import { cellClasses, type CellClass } from '../../extension/core/matrix/cell';
import { controls } from '../shared/controls';
import { countText } from '../shared/count';
import '../shared/icon';
import { tones } from '../shared/tones';
import { classIcons } from './classLook';
import { texts } from './texts';

/** What the colours stand for, how many cells have each, and which of them are shown. */
export class CmLegend extends LitElement {
  static override readonly properties = {
    counts: { attribute: false },
    off: { attribute: false },
  };
  static override readonly styles = [
    controls,
    tones,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        --tone: var(--vscode-descriptionForeground);
      }
      button {
        gap: 6px;
        min-height: 24px;
        padding: 1px 10px 1px 7px;
        border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent));
        border-radius: 12px;
        color: var(--vscode-foreground);
        background: none;
      }
      button:hover {
        background: var(--vscode-toolbar-hoverBackground);
      }
      button[aria-pressed='true'] {
        border-color: color-mix(in srgb, var(--tone) 55%, transparent);
        background: color-mix(in srgb, var(--tone) 14%, transparent);
      }
      button[aria-pressed='false'] .label {
        color: var(--vscode-descriptionForeground);
        text-decoration: line-through;
      }
      cm-icon {
        font-size: 14px;
        color: var(--tone);
      }
      .count {
        color: var(--vscode-descriptionForeground);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  declare counts: ReadonlyMap<CellClass, number>;
  /** Classes that are not shown. */
  declare off: ReadonlySet<CellClass>;
  declare toggle: (one: CellClass) => void;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'group');
    this.setAttribute('aria-label', texts.legend);
  }

  protected override render(): unknown {
    const listed = cellClasses.filter((one) => this.counts.has(one) || this.off.has(one));
    return listed.map(
      (one) =>
        html`<button
          class="tone-${one}"
          aria-pressed=${String(!this.off.has(one))}
          @click=${() => this.toggle(one)}
        >
          <cm-icon name=${classIcons[one]}></cm-icon>
          <span class="label">${texts.classes[one]}</span>
          <span class="count">${countText(this.counts.get(one) ?? 0)}</span>
        </button>`,
    );
  }
}

customElements.define('cm-legend', CmLegend);
