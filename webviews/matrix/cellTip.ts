import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { formatBytes } from '../../extension/core/filter/bytes';
import type { Cell } from '../../extension/core/matrix/cell';
import type { MatrixDp, MatrixPackage } from '../../extension/core/matrix/matrix';
import type { FindingRow } from '../../extension/core/reconcile/findingRow';
import { ageText, utcText } from '../shared/age';
import { controls } from '../shared/controls';
import '../shared/verdictChip';
import { texts } from './texts';

/** What is said of the cell under the pointer. */
export interface PointedCell {
  readonly package: MatrixPackage;
  readonly dp: MatrixDp;
  readonly cell: Cell;
  readonly isShown: boolean;
  /** CSS pixels of the page. */
  readonly x: number;
  readonly y: number;
  /** undefined while it is being asked for, and for a pair without one. */
  readonly finding: FindingRow | undefined;
}

/** Beside the pointer: which pair it is, its verdict, why, and when it was last checked. */
export class CmCellTip extends LitElement {
  static override readonly properties = {
    pointed: { attribute: false },
    now: { attribute: false },
  };
  static override readonly styles = [
    controls,
    css`
      :host {
        position: fixed;
        z-index: 5;
        max-width: min(360px, 80vw);
        padding: 8px 12px;
        border: 1px solid
          var(--vscode-editorSuggestWidget-border, var(--vscode-widget-border, var(--vscode-contrastBorder)));
        border-radius: 4px;
        background: var(--vscode-editorSuggestWidget-background, var(--vscode-editorWidget-background));
        box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent);
        pointer-events: none;
      }
      .name {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      p + p,
      cm-verdict {
        margin-top: 3px;
      }
    `,
  ];

  declare pointed: PointedCell;
  /** The site's time, to say ages by. */
  declare now: number;

  override connectedCallback(): void {
    super.connectedCallback();
    // The keyboard's cell is spoken by the map.
    this.setAttribute('aria-hidden', 'true');
  }

  protected override render(): unknown {
    const { package: content, dp, cell, isShown, finding } = this.pointed;
    const size = content.bytes === undefined ? nothing : html` · ${formatBytes(content.bytes)}`;
    return html`<p class="name">${content.name}</p>
      <p class="dim">${content.packageId}${size}</p>
      <p><span class="dim">${texts.on}</span> ${dp.name}</p>
      ${
        cell === 'none' || cell === 'open'
          ? html`<p><strong>${texts.cells[cell]}</strong></p>
              <p>${texts.about[cell]}</p>`
          : html`<cm-verdict .verdict=${cell}></cm-verdict>
              <p>${finding?.reason ?? (cell === 'validated' ? texts.about.validated : '…')}</p>`
      }
      ${finding === undefined ? nothing : this.lastResult(finding)}
      ${isShown || cell === 'none' ? nothing : html`<p class="dim">${texts.filteredOut}</p>`}`;
  }

  private lastResult({ lastResult }: FindingRow): unknown {
    return html`<p class="dim">
      ${texts.lastResult}:
      ${
        lastResult === undefined
          ? texts.noResult
          : `${utcText(lastResult)} · ${ageText(lastResult, this.now)}`
      }
    </p>`;
  }

  /** Beside the pointer, on the side where there is room. */
  protected override updated(_changed: PropertyValues<this>): void {
    const { width, height } = this.getBoundingClientRect();
    const place = (at: number, size: number, room: number): number =>
      at + 16 + size > room ? Math.max(4, at - 12 - size) : at + 16;
    this.style.left = `${place(this.pointed.x, width, window.innerWidth)}px`;
    this.style.top = `${place(this.pointed.y, height, window.innerHeight)}px`;
  }
}

customElements.define('cm-cell-tip', CmCellTip);
