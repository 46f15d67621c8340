import { LitElement, css, html, nothing } from 'lit';
import { formatBytes } from '../../extension/core/filter/bytes';
import { matrixActions, type MatrixAction } from '../../extension/protocol/matrixPage';
import { actionIcons } from '../missing/actionBar';
import { controls } from '../shared/controls';
import { countText } from '../shared/count';
import '../shared/icon';
import { tones } from '../shared/tones';
import { classIcons } from './classLook';
import { offeredPairs } from './regionActions';
import type { RegionMeasure } from './regionMeasure';
import { texts } from './texts';

/** What the chosen region amounts to, and what can be done with what is wrong in it. */
export class CmRegion extends LitElement {
  static override readonly properties = { measure: { attribute: false } };
  static override readonly styles = [
    controls,
    tones,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 16px;
        min-height: 44px;
        --tone: var(--vscode-descriptionForeground);
        padding: 6px 16px;
        border-top: 1px solid
          var(
            --vscode-editorGroup-border,
            var(--vscode-widget-border, var(--vscode-contrastBorder, transparent))
          );
      }
      .what {
        display: flex;
        flex: 1 1 260px;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 14px;
        min-width: 0;
      }
      strong {
        font-weight: 600;
      }
      .class {
        display: inline-flex;
        align-items: center;
        gap: 5px;
      }
      .class cm-icon {
        font-size: 14px;
        color: var(--tone);
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
    `,
  ];

  /** undefined: no region is chosen. */
  declare measure: RegionMeasure | undefined;
  declare act: (action: MatrixAction) => void;
  declare clear: () => void;

  protected override render(): unknown {
    return html`<div class="what" role="status">
        ${this.measure === undefined ? html`<span class="dim">${texts.noRegion}</span>` : this.summary(this.measure)}
      </div>
      <div class="buttons" role="toolbar" aria-label=${texts.region}>
        ${matrixActions.map((action) => this.button(action))}
      </div>`;
  }

  private summary({ pairs, packages, dps, unknownSizes, byClass }: RegionMeasure): unknown {
    return html`<strong class="number">
        ${pairs === 0 ? texts.nothingInRegion : texts.regionSize(pairs, packages, dps)}
      </strong>
      ${byClass.map(
        ({ of, pairs: some, bytes, cells }) =>
          html`<span
            class="class tone-${of} number"
            title=${cells.map(([cell, sum]) => texts.cellMeasure(texts.cells[cell], sum.pairs, formatBytes(sum.bytes))).join('\n')}
          >
            <cm-icon name=${classIcons[of]}></cm-icon>
            <span class="hidden-text">${texts.classes[of]}</span>
            ${countText(some)} <span class="dim">${formatBytes(bytes)}</span>
          </span>`,
      )}
      ${unknownSizes === 0 ? nothing : html`<span class="dim number">${texts.unknownSizes(unknownSizes)}</span>`}
      <button class="link" @click=${() => this.clear()}>${texts.clearRegion}</button>`;
  }

  private button(action: MatrixAction): unknown {
    const { measure } = this;
    const offered = measure === undefined ? 0 : offeredPairs(action, measure);
    return html`<button
      class=${action === 'repair' ? 'primary' : ''}
      ?disabled=${offered === 0}
      title=${offered > 0 || measure === undefined ? texts.actionHints[action] : texts.actionRefused[action]}
      @click=${() => this.act(action)}
    >
      <cm-icon name=${actionIcons[action]}></cm-icon>${texts.actions[action](offered)}
    </button>`;
  }
}

customElements.define('cm-region', CmRegion);
