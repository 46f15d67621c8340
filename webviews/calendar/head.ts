import { html, nothing } from 'lit';
import {
  calendarFormats,
  type CalendarAction,
  type CalendarFormat,
  type CalendarState,
} from '../../extension/protocol/calendarPage';
import { ageText, utcText } from '../shared/age';
import '../shared/banner';
import '../shared/icon';
import type { IconName } from '../shared/icon';
import { problemBanner } from '../shared/problemBanner';
import '../shared/progressBar';
import { texts } from './texts';
import { weekText, type Week } from './week';

export interface HeadActions {
  readonly turn: (weeks: number) => void;
  readonly act: (action: CalendarAction) => void;
  readonly save: (format: CalendarFormat) => void;
}

/** Which site and week, and how to come to another one. */
export const titleTemplate = (state: CalendarState, week: Week, later: number, on: HeadActions): unknown => {
  const button = (icon: IconName, label: string, press: () => void): unknown =>
    html`<button class="plain" title=${label} aria-label=${label} @click=${press}>
      <cm-icon name=${icon}></cm-icon>
    </button>`;
  return html`<div class="title">
    <h1>${texts.title}</h1>
    <span class="dim">${state.site?.code} · ${state.site?.name}</span>
    <span class="week">
      ${button('chevron-left', texts.previous, () => on.turn(-1))}
      <strong aria-live="polite">${weekText(week)}</strong>
      ${button('chevron-right', texts.next, () => on.turn(1))}
      <button ?disabled=${later === 0} @click=${() => on.turn(-later)}>${texts.today}</button>
    </span>
    <span class="read">
      ${
        state.readAt === undefined
          ? nothing
          : html`<span class="dim" title=${utcText(state.readAt)}>${ageText(state.readAt, state.now)}</span>`
      }
      ${button(state.loading ? 'loading' : 'refresh', texts.refresh, () => on.act('refresh'))}
    </span>
  </div>`;
};

/** What is wrong at the moment. */
export const bannersTemplate = (
  { stale, loading, problems, suggestion }: CalendarState,
  problem: string | undefined,
  on: HeadActions,
  dismiss: () => void,
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
          .press=${() => on.act('refresh')}
        ></cm-banner>`
  }
  ${
    problems.length === 0
      ? nothing
      : html`<p class="note"><cm-icon name="warning"></cm-icon>${texts.problems} ${shortList(problems)}</p>`
  }
  ${
    suggestion === undefined || suggestion.left.length === 0
      ? nothing
      : html`<p class="note"><cm-icon name="warning"></cm-icon>${texts.left(suggestion.left)}</p>`
  }
  ${problemBanner(problem, dismiss)}
  ${loading ? html`<cm-progress label=${texts.reading}></cm-progress>` : nothing}`;

const mostShown = 3;

const shortList = (problems: readonly string[]): string =>
  `${problems.slice(0, mostShown).join(' ')}${problems.length > mostShown ? ` (+${problems.length - mostShown})` : ''}`;

export interface Choice {
  readonly name: string;
  readonly onlyOverlaps: boolean;
  readonly suggests: boolean;
}

/** What of it is shown, and what else can be done. */
export const barTemplate = (
  choice: Choice,
  shown: number,
  change: (choice: Choice) => void,
  on: HeadActions,
): unknown => {
  const toggle = (name: 'onlyOverlaps' | 'suggests', label: string, icon: IconName, hint = ''): unknown =>
    html`<button
      class="chip"
      title=${hint}
      aria-pressed=${String(choice[name])}
      @click=${() => change({ ...choice, [name]: !choice[name] })}
    >
      <cm-icon name=${icon}></cm-icon>${label}
    </button>`;
  const button = (icon: IconName, label: string, hint: string, press: () => void): unknown =>
    html`<button title=${hint} aria-label=${label} @click=${press}>
      <cm-icon name=${icon}></cm-icon><span class=${icon === 'save' ? '' : 'label'}>${label}</span>
    </button>`;
  return html`<div class="filter">
    <input
      type="search"
      aria-label=${texts.filterLabel}
      placeholder=${texts.filterLabel}
      .value=${choice.name}
      @input=${(event: Event) => change({ ...choice, name: (event.target as HTMLInputElement).value })}
    />
    ${toggle('onlyOverlaps', texts.onlyOverlaps, 'warning')}
    ${toggle('suggests', texts.suggest, 'lightbulb', texts.suggestHint)}
    <span class="dim number" role="status">${texts.shown(shown)}</span>
    <span class="more">
      ${button('globe', texts.readZones, texts.readZonesHint, () => on.act('readTimeZones'))}
      ${button('settings', texts.settings, texts.settings, () => on.act('settings'))}
      ${calendarFormats.map((format) =>
        button('save', texts[format], `${texts.save} ${texts[format]}`, () => on.save(format)),
      )}
    </span>
  </div>`;
};
