import { html, nothing } from 'lit';
import type { CalendarRow } from '../../extension/core/validate/calendar/calendar';
import '../shared/icon';
import { barWords, type Bar } from './bars';
import { texts } from './texts';
import { placeIn, spanText, type Week } from './week';

/** A row of the calendar as it is drawn. */
export interface DrawnRow {
  readonly row: CalendarRow;
  readonly bars: readonly Bar[];
}

interface RowLook {
  readonly week: Week;
  readonly isActive: boolean;
  /** Which bar the keyboard is at; -1 for the row itself. */
  readonly activeBar: number;
  /** The present, where it is in the week. */
  readonly now: number | undefined;
  readonly press: (bar: number) => void;
}

export const rowId = (row: CalendarRow): string => `row-${row.dp}`;
export const barId = (row: CalendarRow, bar: number): string => `bar-${row.dp}-${bar}`;

/** A style attribute would be blocked; the property is not. */
const span = (week: Week, from: number, to: number): string => {
  const left = placeIn(week, from);
  return `left: ${left}%; width: ${Math.max(0.35, placeIn(week, to) - left)}%`;
};

export const rowTemplate = ({ row, bars }: DrawnRow, look: RowLook): unknown => {
  const { week, isActive, activeBar, now, press } = look;
  return html`<div
    class="row ${isActive ? 'active' : ''}"
    role="row"
    id=${rowId(row)}
    aria-selected=${String(isActive)}
  >
    <div class="name" role="rowheader" title=${row.dpName} @click=${() => press(-1)}>
      <span class="text">${row.dpName}</span>
      ${
        row.zone.source === 'assumed'
          ? html`<cm-icon name="question" title=${texts.zoneUnknown}></cm-icon>`
          : nothing
      }
    </div>
    <div class="track" @click=${() => press(-1)}>
      ${week.midnights.slice(1, -1).map((at) => html`<i class="line" .style=${`left: ${placeIn(week, at)}%`}></i>`)}
      ${now === undefined ? nothing : html`<i class="now" .style=${`left: ${placeIn(week, now)}%`}></i>`}
      ${row.windows.map(
        (one) =>
          html`<span
            class="window ${one.kind}"
            title=${`${one.name}: ${spanText(one.from, one.to)}`}
            .style=${span(week, one.from, one.to)}
          ></span>`,
      )}
      ${bars.map((bar, index) => {
        const words = barWords(bar);
        return html`<span
          role="gridcell"
          id=${barId(row, index)}
          aria-label=${words}
          title=${words}
          class="bar ${bar.kind} ${bar.isSuggested ? 'suggested' : 'due'} ${bar.isLengthKnown ? '' : 'open'} ${
            bar.overlaps.length > 0 ? 'overlap' : ''
          } ${isActive && activeBar === index ? 'active' : ''}"
          .style=${span(week, bar.from, bar.to)}
          @click=${(event: Event) => {
            event.stopPropagation();
            press(index);
          }}
          >${bar.overlaps.length > 0 ? html`<cm-icon name="warning"></cm-icon>` : nothing}</span
        >`;
      })}
    </div>
  </div>`;
};
