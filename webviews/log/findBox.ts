import { LitElement, css, html } from 'lit';
import { controls } from '../shared/controls';
import { filterBoxStyles } from '../missing/filterBoxStyles';
import '../shared/icon';
import { texts } from './texts';

/** What is looked for among the rows, and the way from match to match. */
export class CmFindBox extends LitElement {
  static override readonly properties = { text: { attribute: false }, failed: { attribute: false } };
  static override readonly styles = [
    controls,
    filterBoxStyles,
    css`
      .field {
        padding-right: 0;
      }
      input {
        width: 100%;
        min-width: 60px;
      }
    `,
  ];

  declare text: string;
  declare failed: boolean;
  declare typed: (text: string) => void;
  declare go: (forward: boolean) => void;

  override focus(): void {
    const input = this.renderRoot.querySelector('input');
    input?.focus();
    input?.select();
  }

  protected override render(): unknown {
    return html`<div class="field ${this.failed ? 'wrong' : ''}">
      <input
        type="text"
        spellcheck="false"
        aria-label=${texts.findLabel}
        aria-invalid=${String(this.failed)}
        placeholder=${texts.findHint}
        title=${this.failed ? texts.notFound : texts.findHint}
        .value=${this.text}
        @input=${(event: InputEvent) => this.typed((event.target as HTMLInputElement).value)}
        @keydown=${this.onKey}
      />
      ${this.button(texts.findPrevious, 'arrow-up', false)}${this.button(texts.findNext, 'arrow-down', true)}
    </div>`;
  }

  private button(label: string, icon: string, forward: boolean): unknown {
    return html`<button class="plain" title=${label} aria-label=${label} @click=${() => this.go(forward)}>
      <cm-icon name=${icon}></cm-icon>
    </button>`;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    this.go(!event.shiftKey);
  };
}

customElements.define('cm-find-box', CmFindBox);
