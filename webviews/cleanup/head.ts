import { html, nothing } from 'lit';
import { formatBytes } from '../../extension/core/filter/bytes';
import type { CleanupState, ShownCleanupLog } from '../../extension/protocol/cleanupPage';
import type { CleanupStanding, JudgedItem } from '../../extension/core/library/cleanup/judgeItem';
import { ageText, utcText } from '../shared/age';
import '../shared/banner';
import { countText } from '../shared/count';
import '../shared/icon';
import '../shared/progressBar';
import { toneIcons, type Tone } from '../shared/verdictChip';
import { countStandings, type CleanupView } from './cleanupRows';
import { toneOfStanding } from './columns';
import { texts } from './texts';

/** What the head of the page starts. */
export interface HeadActions {
  readonly refresh: () => void;
  readonly openLog: () => void;
  readonly dismiss: () => void;
  readonly type: (text: string) => void;
  readonly toggle: (standing: CleanupStanding) => void;
}

/** Which DP and which log, how old, and what is wrong with it. */
export const headTemplate = (
  state: CleanupState,
  problem: string | undefined,
  { refresh, openLog, dismiss }: HeadActions,
): unknown =>
  html`<div class="title">
      <h1>${texts.title(state.dp)}</h1>
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
    </div>
    ${state.log === undefined ? nothing : logTemplate(state.log, state.now, openLog)}
    ${
      state.log?.isForeign === true
        ? html`<cm-banner
            tone="error"
            icon="error"
            headline=${texts.foreign}
            text=${texts.foreignHint}
            button=${texts.openLog}
            .press=${openLog}
          ></cm-banner>`
        : nothing
    }
    ${
      problem === undefined && state.problem === undefined
        ? nothing
        : html`<cm-banner
            tone="error"
            icon="error"
            headline=${texts.problem}
            text=${problem ?? state.problem}
            button=${problem === undefined ? texts.tryAgain : texts.dismiss}
            .press=${problem === undefined ? refresh : dismiss}
          ></cm-banner>`
    }
    ${state.loading ? html`<cm-progress label=${texts.reading}></cm-progress>` : nothing}`;

const logTemplate = (
  { mode, end, name, place }: ShownCleanupLog,
  now: number,
  openLog: () => void,
): unknown => {
  const isWhole = end.kind === 'finished';
  const tone: Tone = isWhole ? 'validated' : end.kind === 'stopped' ? 'problems' : 'ask';
  const modeTone: Tone = mode === 'whatIf' ? 'validated' : mode === 'delete' ? 'problems' : 'ask';
  return html`<div class="log">
    <span class="tone-${modeTone}"
      ><cm-icon name=${toneIcons[modeTone]}></cm-icon> ${texts.mode[mode ?? 'unknown']}</span
    >
    <span class="tone-${tone}" title=${isWhole ? utcText(end.at) : end.why}
      ><cm-icon name=${toneIcons[tone]}></cm-icon> ${texts.ends[end.kind]}${
        isWhole ? html`<span class="dim">, ${texts.ended(ageText(end.at, now))}</span>` : nothing
      }</span
    >
    <button class="plain name" title=${place} @click=${openLog}>
      <cm-icon name="go-to-file"></cm-icon><span>${name}</span>
    </button>
  </div>`;
};

/** A box for names, a chip a standing with its number and size, and the total. */
export const filterTemplate = (
  rows: readonly JudgedItem[],
  state: CleanupState,
  view: CleanupView,
  { type, toggle }: HeadActions,
): unknown =>
  html`<div class="filter">
    ${countStandings(rows).map(
      ([standing, count]) =>
        html`<button
          class="chip tone-${toneOfStanding[standing]}"
          aria-pressed=${String(view.standings.includes(standing))}
          @click=${() => toggle(standing)}
        >
          <cm-icon name=${toneIcons[toneOfStanding[standing]]}></cm-icon>
          <span
            ><strong>${countText(count)}</strong> ${texts.standings[standing]}<span class="dim size">
              ${formatBytes(state.totals?.[standing].bytes ?? 0)}</span
            ></span
          >
        </button>`,
    )}
    <input
      type="search"
      aria-label=${texts.filterLabel}
      placeholder=${texts.filterLabel}
      .value=${view.text}
      @input=${(event: Event) => type((event.target as HTMLInputElement).value)}
    />
    <span class="matches dim number" role="status">${totalText(rows, state)}</span>
  </div>`;

const totalText = (rows: readonly JudgedItem[], { log }: CleanupState): string => {
  const bytes = rows.reduce((sum, row) => sum + (row.bytes ?? 0), 0);
  const unknown = rows.filter((row) => row.bytes === undefined).length;
  const { lines, bytes: otherBytes } = log?.otherPaths ?? { lines: 0, bytes: 0 };
  return [
    texts.total(formatBytes(bytes), unknown),
    ...(lines === 0 ? [] : [texts.otherPaths(lines, formatBytes(otherBytes))]),
  ].join(' · ');
};
