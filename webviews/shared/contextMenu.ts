import { LitElement, css, html, type PropertyValues } from 'lit';
import { controls } from './controls';
import { moveFocus } from './arrowKeys';
import './icon';
import type { IconName } from './icon';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  readonly enabled: boolean;
}

export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

/** A menu at a point of the page. It closes by itself, and says so. */
export class CmMenu extends LitElement {
  static override readonly properties = {
    items: { attribute: false },
    place: { attribute: false },
    label: { type: String },
  };
  static override readonly styles = [
    controls,
    css`
      :host {
        position: fixed;
        z-index: 10;
        inset: 0;
      }
      ul {
        position: fixed;
        min-width: 200px;
        padding: 4px;
        border: 1px solid
          var(--vscode-menu-border, var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)));
        border-radius: 5px;
        color: var(--vscode-menu-foreground);
        background: var(--vscode-menu-background);
        box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent);
        outline: none;
      }
      button {
        justify-content: flex-start;
        width: 100%;
        border: none;
        border-radius: 3px;
        color: inherit;
        background: none;
      }
      button:focus,
      button:hover:enabled {
        color: var(--vscode-menu-selectionForeground);
        background: var(--vscode-menu-selectionBackground);
        outline: 1px solid var(--vscode-menu-selectionBorder, transparent);
        outline-offset: -1px;
      }
      @media (forced-colors: active) {
        button:focus {
          outline: 2px solid Highlight;
        }
      }
    `,
  ];

  declare items: readonly MenuItem[];
  declare place: MenuPlace;
  declare label: string;
  declare chosen: (id: string) => void;
  declare closed: () => void;

  protected override render(): unknown {
    return html`<ul role="menu" aria-label=${this.label} @keydown=${this.onKey}>
      ${this.items.map(
        ({ id, label, icon, enabled }) =>
          html`<li role="none">
            <button role="menuitem" tabindex="-1" ?disabled=${!enabled} @click=${() => this.choose(id)}>
              <cm-icon name=${icon}></cm-icon>${label}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('pointerdown', this.onOutside);
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    const list = this.renderRoot.querySelector<HTMLElement>('ul');
    if (list === null) return;
    const { width, height } = list.getBoundingClientRect();
    list.style.left = `${Math.max(4, Math.min(this.place.x, window.innerWidth - width - 4))}px`;
    list.style.top = `${Math.max(4, Math.min(this.place.y, window.innerHeight - height - 4))}px`;
    this.buttons[0]?.focus();
  }

  private get buttons(): readonly HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLButtonElement>('button:enabled')];
  }

  private readonly onOutside = (event: Event): void => {
    if (event.composedPath()[0] === this) this.closed();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const closes = event.key === 'Escape' || event.key === 'Tab';
    if (!closes && !moveFocus(this.buttons, event.key)) return;
    if (closes) this.closed();
    event.preventDefault();
    event.stopPropagation();
  };

  private choose(id: string): void {
    this.closed();
    this.chosen(id);
  }
}

customElements.define('cm-menu', CmMenu);
