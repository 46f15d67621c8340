import { LitElement, css, html } from 'lit';
import { controls } from './controls';
import './icon';
import type { IconName } from './icon';

/** A line across the page that says what is wrong, with a button for what to do about it. */
export class CmBanner extends LitElement {
  static override readonly properties = {
    tone: { type: String },
    icon: { type: String },
    headline: { type: String },
    text: { type: String },
    button: { type: String },
  };
  static override readonly styles = [
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 10px;
        padding: 7px 16px;
        border-top: 1px solid var(--line);
        border-bottom: 1px solid var(--line);
        background: var(--fill);
        --line: var(--vscode-inputValidation-warningBorder);
        --fill: var(--vscode-inputValidation-warningBackground);
        --sign: var(--vscode-problemsWarningIcon-foreground);
        color: var(--vscode-inputValidation-warningForeground, inherit);
      }
      :host([tone='error']) {
        --line: var(--vscode-inputValidation-errorBorder);
        --fill: var(--vscode-inputValidation-errorBackground);
        --sign: var(--vscode-problemsErrorIcon-foreground);
        color: var(--vscode-inputValidation-errorForeground, inherit);
      }
      cm-icon {
        color: var(--sign);
      }
      p {
        flex: 1;
        overflow-wrap: anywhere;
      }
      strong {
        font-weight: 600;
      }
    `,
  ];

  declare tone: 'warning' | 'error';
  declare icon: IconName;
  declare headline: string;
  declare text: string;
  declare button: string;
  declare press: () => void;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'alert');
  }

  protected override render(): unknown {
    return html`<cm-icon name=${this.icon}></cm-icon>
      <p><strong>${this.headline}</strong> ${this.text}</p>
      <button @click=${() => this.press()}>${this.button}</button>`;
  }
}

customElements.define('cm-banner', CmBanner);
