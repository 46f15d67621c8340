import { LitElement, css, html, type PropertyValues } from 'lit';

/** A thin bar; without a value it says only that something is going on. */
export class CmProgress extends LitElement {
  static override readonly properties = {
    value: { attribute: false },
    max: { attribute: false },
    label: { type: String },
  };
  static override readonly styles = css`
    :host {
      display: block;
      height: 2px;
      overflow: hidden;
      background: transparent;
    }
    .bar {
      width: 100%;
      height: 100%;
      background: var(--vscode-progressBar-background);
      transform-origin: left;
    }
    .bar.endless {
      width: 30%;
      animation: along 1.6s ease-in-out infinite;
    }
    @keyframes along {
      from {
        transform: translateX(-100%);
      }
      to {
        transform: translateX(340%);
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .bar.endless {
        width: 100%;
        opacity: 0.6;
        animation: none;
      }
    }
    @media (forced-colors: active) {
      .bar {
        background: Highlight;
      }
    }
  `;

  declare value: number | undefined;
  declare max: number;
  declare label: string;

  constructor() {
    super();
    this.max = 1;
    this.label = '';
  }

  override render(): unknown {
    return html`<div class="bar ${this.value === undefined ? 'endless' : ''}"></div>`;
  }

  protected override updated(_changed: PropertyValues): void {
    this.setAttribute('role', 'progressbar');
    this.setAttribute('aria-label', this.label);
    const bar = this.renderRoot.querySelector<HTMLElement>('.bar');
    if (this.value === undefined) {
      this.removeAttribute('aria-valuenow');
      if (bar !== null) bar.style.transform = '';
      return;
    }
    this.setAttribute('aria-valuemax', String(this.max));
    this.setAttribute('aria-valuenow', String(this.value));
    if (bar !== null) bar.style.transform = `scaleX(${this.max === 0 ? 0 : this.value / this.max})`;
  }
}

customElements.define('cm-progress', CmProgress);
