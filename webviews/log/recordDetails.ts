import { LitElement, css, html, nothing } from 'lit';
import type { LogDetails, LogRow } from '../../extension/protocol/logPage';
import { controls } from '../shared/controls';
import '../shared/icon';
import { codesTemplate, codeStyles } from './codeMeanings';
import { marked, type Highlight } from './columns';
import { texts } from './texts';

/** All of a record's text, and what it says of itself. */
export class CmRecordDetails extends LitElement {
  static override readonly properties = {
    details: { attribute: false },
    highlight: { attribute: false },
  };
  static override readonly styles = [
    controls,
    codeStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        border-top: 1px solid
          var(
            --vscode-editorGroup-border,
            var(--vscode-widget-border, var(--vscode-contrastBorder, transparent))
          );
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 14px;
        padding: 3px 12px;
        color: var(--vscode-descriptionForeground);
      }
      header .buttons {
        display: flex;
        margin-left: auto;
      }
      b {
        color: var(--vscode-foreground);
        font-weight: 600;
      }
      .text {
        display: flex;
        flex: 1;
        flex-wrap: wrap;
        align-content: flex-start;
        gap: 4px 24px;
        min-height: 0;
        overflow: auto;
      }
      .codes {
        flex: 1 1 300px;
      }
      pre {
        flex: 1.5 1 420px;
        min-width: 0;
        margin: 0;
        padding: 0 12px 8px;
        font-family: var(--vscode-editor-font-family, monospace);
        font-size: inherit;
        line-height: 1.45;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      mark {
        border-radius: 2px;
        color: inherit;
        background: var(--vscode-editor-findMatchHighlightBackground);
      }
      p {
        padding: 4px 12px;
        color: var(--vscode-descriptionForeground);
      }
    `,
  ];

  declare details: LogDetails | undefined;
  declare highlight: Highlight;
  declare close: () => void;
  declare openText: (row: LogRow) => void;

  protected override render(): unknown {
    const { details } = this;
    return html`<header role="group" aria-label=${texts.showDetails}>
        ${details === undefined ? nothing : this.facts(details)}
        <span class="buttons">
          ${
            details === undefined
              ? nothing
              : html`<button
                  class="plain"
                  title=${texts.openText}
                  aria-label=${texts.openText}
                  @click=${() => this.openText(details.row)}
                >
                  <cm-icon name="go-to-file"></cm-icon>
                </button>`
          }
          <button
            class="plain"
            title=${texts.closeDetails}
            aria-label=${texts.closeDetails}
            @click=${() => this.close()}
          >
            <cm-icon name="close"></cm-icon>
          </button>
        </span>
      </header>
      ${
        details === undefined
          ? html`<p>${texts.noDetails}</p>`
          : html`<div class="text" tabindex="0" role="group" aria-label=${texts.columns.message}>
              <pre>${marked(details.message, this.highlight)}</pre>
              ${codesTemplate(details.errors)}
            </div>`
      }`;
  }

  private facts({ row, file, format }: LogDetails): unknown {
    const { time, utc, component, thread, source, line, severity } = row;
    const thread16 = typeof thread === 'number' ? ` (0x${thread.toString(16).toUpperCase()})` : '';
    return html`${severity === 'error' || severity === 'warning' ? html`<b>${texts.severity[severity]}</b>` : nothing}
      ${time === null ? nothing : html`<b class="number">${time.replace('T', ' ')}</b>`}
      ${utc === null ? nothing : html`<span class="number">${utc.slice(11, -1)} ${texts.utc}</span>`}
      ${component === null ? nothing : html`<span>${component}</span>`}
      ${thread === null ? nothing : html`<span class="number">${texts.columns.thread} ${thread}${thread16}</span>`}
      ${source === null || source === '' ? nothing : html`<span>${source}</span>`}
      <span class="number" title=${format}>${file}${line === 0 ? '' : `, ${texts.line(line)}`}</span>`;
  }
}

customElements.define('cm-record-details', CmRecordDetails);
