import { html, nothing } from 'lit';
import type { CycleReport, CycleState } from '../../extension/core/validate/cycleReport';
import type { CyclesState } from '../../extension/protocol/cyclesPage';
import { ageText, utcText } from '../shared/age';
import '../shared/banner';
import { countText } from '../shared/count';
import '../shared/icon';
import { problemBanner } from '../shared/problemBanner';
import '../shared/progressBar';
import { toneIcons } from '../shared/verdictChip';
import { toneOfState } from './columns';
import { countStates, type CyclesView } from './cycleRows';
import { texts } from './texts';

/** Which site, and how old. */
export const titleTemplate = (state: CyclesState, refresh: () => void): unknown =>
  html`<div class="title">
    <h1>${texts.title}</h1>
    <span class="dim">${state.site?.code} · ${state.site?.name}</span>
    <span class="read">
      ${
        state.readAt === undefined
          ? nothing
          : html`<span class="dim" title=${utcText(state.readAt)}
              >${texts.read(ageText(state.readAt, state.now))}</span
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
  </div>`;

/** What is wrong at the moment. */
export const bannersTemplate = (
  { stale, loading }: CyclesState,
  problem: string | undefined,
  { again, dismiss }: { readonly again: () => void; readonly dismiss: () => void },
): unknown =>
  html`${
    stale === undefined
      ? nothing
      : html`<cm-banner
          tone="warning"
          icon="warning"
          headline=${texts.stale}
          text=${stale}
          button=${texts.tryAgain}
          .press=${again}
        ></cm-banner>`
  }
  ${problemBanner(problem, dismiss)}
  ${loading ? html`<cm-progress label=${texts.reading}></cm-progress>` : nothing}`;

/** A box for names, and a chip a state with its count. */
export const filterTemplate = (
  all: readonly CycleReport[],
  shown: number,
  view: CyclesView,
  change: { readonly name: (name: string) => void; readonly toggle: (state: CycleState) => void },
): unknown =>
  html`<div class="filter">
    <input
      type="search"
      aria-label=${texts.filterLabel}
      placeholder=${texts.filterLabel}
      .value=${view.name}
      @input=${(event: Event) => change.name((event.target as HTMLInputElement).value)}
    />
    ${Array.from(
      countStates(all),
      ([state, count]) =>
        html`<button
          class="chip tone-${toneOfState[state]}"
          aria-pressed=${String(view.states.includes(state))}
          @click=${() => change.toggle(state)}
        >
          <cm-icon name=${toneIcons[toneOfState[state]]}></cm-icon>
          <span><strong>${countText(count)}</strong> ${texts.states[state]}</span>
        </button>`,
    )}
    <span class="matches dim number" role="status">${texts.matches(shown)}</span>
  </div>`;
