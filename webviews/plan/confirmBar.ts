import { html, nothing } from 'lit';
import { confirmationOf } from '../../extension/core/redistribute/caps';
import type { Plan } from '../../extension/core/redistribute/plan';
import { utcText } from '../shared/age';
import '../shared/icon';
import { texts } from './texts';

/** What can be done with a plan in review. */
export interface ConfirmHandlers {
  /** What stands in the box, where the number of steps has to be typed. */
  readonly typed: string;
  readonly type: (text: string) => void;
  readonly confirm: () => void;
  readonly cancel: () => void;
  readonly showDocument: () => void;
}

/** The way to confirm a plan grows with what it does: over its caps the number of its steps is typed back. */
export const confirmBar = (plan: Plan, handlers: ConfirmHandlers): unknown => {
  const { steps, purpose, totals, madeAt } = plan;
  const confirmation = confirmationOf(plan);
  const isTyped = confirmation.kind === 'typed';
  const may = !isTyped || handlers.typed.trim() === String(steps.length);
  return html`${
      isTyped
        ? html`<form
            class="typed"
            @submit=${(event: Event) => {
              event.preventDefault();
              if (may) handlers.confirm();
            }}
          >
            <cm-icon name="warning"></cm-icon>
            <label for="typed">${texts.overCaps(confirmation.over)} ${texts.typeBack}</label>
            <input
              id="typed"
              inputmode="numeric"
              autocomplete="off"
              placeholder=${String(steps.length)}
              .value=${handlers.typed}
              @input=${(event: Event) => handlers.type((event.target as HTMLInputElement).value)}
            />
          </form>`
        : nothing
    }
    <div class="buttons">
      <span class="dim">${texts.madeAt(utcText(madeAt))}</span>
      <button class="plain" title=${texts.documentHint} @click=${handlers.showDocument}>
        <cm-icon name="file-code"></cm-icon>${texts.document}
      </button>
      <button @click=${handlers.cancel}>${steps.length === 0 ? texts.close : texts.keep}</button>
      ${
        steps.length === 0
          ? nothing
          : html`<button class="primary" ?disabled=${!may} @click=${handlers.confirm}>
              ${texts.confirm[purpose](totals, confirmation.kind === 'button')}
            </button>`
      }
    </div>`;
};
