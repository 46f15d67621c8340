import { html, nothing } from 'lit';
import type { CleanupAction, CleanupState } from '../../extension/protocol/cleanupPage';
import type { JudgedItem } from '../../extension/core/library/cleanup/judgeItem';
import '../shared/icon';
import { texts } from './texts';

/** All that is said of one item. */
export const detailsTemplate = ({ name, id, evidence, contentIds }: JudgedItem): unknown =>
  html`<section class="details" aria-label=${texts.details}>
    <h2>${name === '' ? id : name} ${name === '' ? nothing : html`<span class="dim">${id}</span>`}</h2>
    <ul>
      ${evidence.map(({ text }) => html`<li>${text}</li>`)}
    </ul>
    ${contentIds.length === 0 ? nothing : html`<p class="dim">${texts.contents(contentIds)}</p>`}
  </section>`;

/** What may be done with the selected items. */
export const selectionTemplate = (
  chosen: readonly JudgedItem[],
  agreed: ReadonlySet<string>,
  act: { readonly agree: (isAgreed: boolean) => void; readonly distribute: () => void },
): unknown => {
  const flagged = chosen.filter(({ standing }) => standing === 'mistake');
  const open = flagged.filter(({ id }) => !agreed.has(id)).length;
  return chosen.length === 0
    ? nothing
    : html`<div class="selection">
        <span class="number">${texts.selected(chosen.length)}</span>
        <button ?disabled=${flagged.length === 0} @click=${act.distribute}>
          <cm-icon name="send"></cm-icon>${texts.actions.distribute}
        </button>
        ${
          open > 0
            ? html`<button @click=${() => act.agree(true)}>
                <cm-icon name="check"></cm-icon>${texts.agree(open)}
              </button>`
            : nothing
        }
        ${
          open === 0 && flagged.length > 0
            ? html`<button @click=${() => act.agree(false)}>${texts.takeBack(flagged.length)}</button>`
            : nothing
        }
      </div>`;
};

/** Where the admin goes from here. A delete only when nothing speaks against it; what does is said. */
export const nextStepTemplate = (
  { obstacles, mayDelete, log, loading }: CleanupState,
  act: (action: CleanupAction) => void,
): unknown =>
  html`<section class="next" aria-label=${texts.next}>
    <div class="says">
      ${
        log?.mode === 'delete'
          ? html`<p><cm-icon name="info"></cm-icon> ${texts.deleted}</p>`
          : mayDelete
            ? html`<p class="tone-validated"><cm-icon name="pass"></cm-icon> ${texts.mayDelete}</p>`
            : html`<p class="tone-ask">
                  <cm-icon name="shield"></cm-icon> ${texts.mayNotDelete(obstacles.length)}
                </p>
                <ul>
                  ${obstacles.map((text) => html`<li>${text}</li>`)}
                </ul>`
      }
    </div>
    <div class="do">
      ${
        log?.mode === 'delete'
          ? nothing
          : html`<button
              class="primary"
              ?disabled=${!mayDelete || loading}
              @click=${() => act('prepareDelete')}
            >
              <cm-icon name="trash"></cm-icon>${texts.actions.prepareDelete}
            </button>`
      }
      <button @click=${() => act('prepareWhatIf')}>${texts.actions.prepareWhatIf}</button>
      <button class=${log?.mode === 'delete' ? 'primary' : ''} @click=${() => act('reconcile')}>
        ${texts.actions.reconcile}
      </button>
    </div>
  </section>`;
