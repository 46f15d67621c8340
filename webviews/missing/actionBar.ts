import { LitElement, css, html, nothing } from 'lit';
import { formatBytes } from '../../extension/core/filter/bytes';
import type { SelectionMeasure } from '../../extension/core/reconcile/findingRow';
import { missingActions, type MissingAction } from '../../extension/protocol/missingPage';
import { controls } from '../shared/controls';
import '../shared/icon';
import type { IconName } from '../shared/icon';
import { isOffered } from './actions';
import { texts } from './texts';

export const actionIcons: Readonly<Record<MissingAction, IconName>> = {
  repair: 'wrench',
  redistribute: 'send',
  distribute: 'diff-added',
  updateContent: 'sync',
  remove: 'trash',
  validate: 'checklist',
  cancel: 'stop-circle',
  acknowledge: 'bell-slash',
  removeAcknowledgement: 'bell',
  reveal: 'go-to-file',
  copyEvidence: 'copy',
};

/** What is done so seldom that the menu of the rows has it alone. */
const rare: ReadonlySet<MissingAction> = new Set(['distribute', 'updateContent', 'remove']);

/** What is selected, how much that is, and what can be done with it. */
export class CmActions extends LitElement {
  static override readonly properties = {
    selected: { attribute: false },
    measure: { attribute: false },
    total: { attribute: false },
  };
  static override readonly styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
        min-height: 44px;
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
        align-items: baseline;
        gap: 2px 12px;
        min-width: 0;
      }
      strong {
        font-weight: 600;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
    `,
  ];

  /** Rows selected, known at once. */
  declare selected: number;
  /** undefined while it is being asked for. */
  declare measure: SelectionMeasure | undefined;
  declare total: number;
  declare act: (action: MissingAction) => void;
  declare selectAll: () => void;
  declare clear: () => void;

  protected override render(): unknown {
    const { measure } = this;
    return html`<div class="what" role="status">
        ${this.selected === 0 ? this.nothingSelected() : this.summary()}
      </div>
      <div class="buttons" role="toolbar" aria-label=${texts.title}>
        ${missingActions.filter((action) => !rare.has(action)).map((action) => this.button(action, measure !== undefined && isOffered(action, measure)))}
      </div>`;
  }

  private nothingSelected(): unknown {
    return html`<span class="dim">${texts.nothingSelected}</span> ${
        this.total === 0
          ? nothing
          : html`<button class="link" @click=${() => this.selectAll()}>
              ${texts.selectAll(this.total)}
            </button>`
      }`;
  }

  private summary(): unknown {
    const { measure } = this;
    return html`<strong class="number">${texts.selected(measure?.pairs ?? this.selected)}</strong>
      ${
        measure === undefined
          ? nothing
          : html`<span class="number"
                >${texts.selectionSize(formatBytes(measure.bytes), measure.unknownSizes)}</span
              >
              <span class="dim number">${texts.selectionOn(measure.packages, measure.dps)}</span>`
      }
      <button class="link" @click=${() => this.clear()}>${texts.clearSelection}</button>`;
  }

  private button(action: MissingAction, offered: boolean): unknown {
    return html`<button
      class=${action === 'repair' ? 'primary' : ''}
      ?disabled=${!offered}
      title=${offered || this.selected === 0 ? texts.actionHints[action] : texts.actionRefused[action]}
      @click=${() => this.act(action)}
    >
      <cm-icon name=${actionIcons[action]}></cm-icon>${texts.actions[action]}
    </button>`;
  }
}

customElements.define('cm-actions', CmActions);
