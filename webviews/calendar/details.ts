import { html, nothing } from 'lit';
import { calendarDpActions, type CalendarDpAction } from '../../extension/protocol/calendarPage';
import { hoursText } from '../../extension/core/validate/hoursText';
import '../shared/icon';
import { barWords, type Bar } from './bars';
import type { DrawnRow } from './rowTemplate';
import { texts } from './texts';

/** All that is known of when one DP validates, and where to go from here. */
export const detailsTemplate = (
  { row, bars }: DrawnRow,
  bar: Bar | undefined,
  act: (action: CalendarDpAction) => void,
): unknown => {
  const facts: readonly (readonly [string, string])[] = [
    [texts.facts.schedule, row.schedule],
    [texts.facts.zone, texts.zone(row.zone.name, row.zone.source)],
    [texts.facts.length, row.length === undefined ? texts.notKnown : hoursText(row.length)],
    [texts.facts.priority, row.priority === undefined ? texts.notKnown : texts.lowest(row.priority)],
  ];
  const shown = bar ?? bars.find(({ overlaps }) => overlaps.length > 0);
  return html`<section class="details" aria-label=${texts.details}>
    <div class="says">
      <h2>${row.dpName} <span class="dim">${row.siteCode}</span></h2>
      <dl>
        ${facts.map(
          ([name, value]) =>
            html`<div>
              <dt class="dim">${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      ${
        shown === undefined
          ? nothing
          : html`<p class=${shown.overlaps.length > 0 ? 'warn' : ''}>
              ${shown.overlaps.length > 0 ? html`<cm-icon name="warning"></cm-icon>` : nothing}${barWords(shown)}.
            </p>`
      }
      ${
        row.notes.length === 0
          ? nothing
          : html`<ul>
              ${row.notes.map((note) => html`<li><cm-icon name="info"></cm-icon> ${note}</li>`)}
            </ul>`
      }
    </div>
    <div class="do">
      ${calendarDpActions.map(
        (action) => html`<button @click=${() => act(action)}>${texts.actions[action]}</button>`,
      )}
    </div>
  </section>`;
};
