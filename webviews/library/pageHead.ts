import { html, nothing } from 'lit';
import { mismatchKinds, mismatchWords } from '../../extension/core/library/mismatchWords';
import type { LibraryState } from '../../extension/protocol/libraryPage';
import '../shared/banner';
import { countText } from '../shared/count';
import '../shared/icon';
import { problemBanner } from '../shared/problemBanner';
import '../shared/progressBar';
import { toneIcons } from '../shared/verdictChip';
import { toneOfKind } from './kindLook';
import type { LibraryModel } from './libraryModel';
import { texts } from './texts';

/** Which site, how far the search is, and what is wrong with it. */
export const headTemplate = (model: LibraryModel, state: LibraryState): unknown => {
  const { progress } = state;
  return html`<div class="title">
      <h1>${texts.title}</h1>
      <span class="dim">${state.site?.code} · ${state.site?.name}</span>
      <span class="read">
        ${progress === undefined ? nothing : html`<span class="dim" role="status">${progressText(progress)}</span>`}
        <button
          class="plain"
          ?disabled=${state.dps.length === 0}
          @click=${() => void model.act(progress === undefined ? 'again' : 'stop')}
        >
          <cm-icon name=${progress === undefined ? 'refresh' : 'debug-stop'}></cm-icon>
          ${progress === undefined ? texts.again : texts.stop}
        </button>
      </span>
    </div>
    ${problemBanner(model.problem, () => model.dismissProblem())}
    ${
      state.problem === undefined
        ? nothing
        : html`<cm-banner
            tone="warning"
            icon="warning"
            headline=${texts.problem}
            text=${state.problem}
            button=${texts.again}
            .press=${() => void model.act('again')}
          ></cm-banner>`
    }
    ${
      progress === undefined
        ? nothing
        : html`<cm-progress
            label=${progressText(progress)}
            .value=${progress.phase === 'waiting' ? undefined : progress.done}
            .max=${Math.max(1, progress.total)}
          ></cm-progress>`
    }`;
};

/** A chip a kind with its count, which is also a filter. */
export const chipsTemplate = (model: LibraryModel, { counts }: LibraryState): unknown =>
  html`<div class="chips" role="group" aria-label=${texts.kinds}>
    ${mismatchKinds
      .filter((kind) => counts[kind] !== undefined)
      .map((kind) => {
        const filter = `kind:${kind}`;
        const isPressed = model.view.filter === filter;
        return html`<button
          class="chip tone-${toneOfKind[kind]}"
          aria-pressed=${String(isPressed)}
          title=${mismatchWords[kind].about}
          @click=${() => model.show({ filter: isPressed ? '' : filter })}
        >
          <cm-icon name=${toneIcons[toneOfKind[kind]]}></cm-icon>
          <span><strong>${countText(counts[kind] ?? 0)}</strong> ${mismatchWords[kind].label}</span>
        </button>`;
      })}
  </div>`;

const progressText = ({ phase, done, total, wait = 0 }: NonNullable<LibraryState['progress']>): string => {
  switch (phase) {
    case 'first':
      return texts.first(done, total);
    case 'waiting':
      return texts.waiting(wait / 60_000);
    case 'second':
      return texts.second(done, total);
  }
};
