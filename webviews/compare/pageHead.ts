import { html, nothing } from 'lit';
import { comparedOf } from '../../extension/core/compare/comparedTitles';
import type { CompareState } from '../../extension/protocol/comparePage';
import { ageText, utcText } from '../shared/age';
import '../shared/banner';
import '../shared/icon';
import '../shared/progressBar';
import type { CompareModel } from './compareModel';
import './differenceChips';
import { texts } from './texts';

/** What is compared, how old that is, what sets it apart, and what could not be read. */
export const headTemplate = (model: CompareModel, state: CompareState): unknown => {
  const refresh = (): void => void model.refresh();
  return html`<div class="title">
      <h1>${state.titles?.title}</h1>
      <span class="dim">${state.site?.code} · ${state.site?.name}</span>
      <span class="read">
        ${
          state.readAt === undefined
            ? nothing
            : html`<span class="dim" title=${utcText(state.readAt)}
                >${texts.read(ageText(state.readAt, state.now))}${
                  state.outdated ? html` · ${texts.outdated}` : nothing
                }</span
              >`
        }
        <button
          class="plain"
          title=${texts.refresh}
          aria-label=${texts.refresh}
          ?disabled=${state.loading}
          @click=${refresh}
        >
          <cm-icon name=${state.loading ? 'loading' : 'refresh'}></cm-icon>
        </button>
      </span>
    </div>
    ${
      state.titles === undefined
        ? nothing
        : html`<cm-differences
            .counts=${state.counts}
            .compared=${comparedOf(state.subject, state.titles)}
            .pressed=${model.view.kinds}
            .toggle=${model.toggleKind.bind(model)}
          ></cm-differences>`
    }
    ${
      state.notRead.length === 0
        ? nothing
        : html`<cm-banner
            tone="warning"
            icon="warning"
            headline=${texts.notRead}
            text=${state.notRead.join(' ')}
            button=${texts.tryAgain}
            .press=${refresh}
          ></cm-banner>`
    }
    ${
      model.problem === undefined && state.problem === undefined
        ? nothing
        : html`<cm-banner
            tone="error"
            icon="error"
            headline=${texts.problem}
            text=${model.problem ?? state.problem}
            button=${model.problem === undefined ? texts.tryAgain : texts.dismiss}
            .press=${model.problem === undefined ? refresh : () => model.dismissProblem()}
          ></cm-banner>`
    }
    ${state.loading ? html`<cm-progress label=${texts.loading}></cm-progress>` : nothing}`;
};
