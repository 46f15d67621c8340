import { html, nothing } from 'lit';
import type { CalendarState } from '../../extension/protocol/calendarPage';
import { texts } from './texts';

/** What the looks of bars mean, of those that are shown. */
export const legendTemplate = ({ rows, suggestion }: CalendarState): unknown => {
  const kinds = new Set(rows.flatMap(({ runs }) => runs.map(({ kind }) => kind)));
  const part = (look: string, label: string): unknown =>
    html`<span><i class="bar ${look}"></i>${label}</span>`;
  return html`<div class="legend dim" aria-hidden="true">
    ${(['expected', 'underWay', 'past'] as const).map((kind) =>
      kinds.has(kind) ? part(`${kind} due`, texts.kinds[kind]) : nothing,
    )}
    ${
      suggestion === undefined
        ? nothing
        : (['cleanup', 'validation', 'reconciliation'] as const).map((kind) =>
            part(`${kind} suggested`, texts.kinds[kind]),
          )
    }
    ${rows.some(({ windows }) => windows.length > 0) ? html`<span><i class="window"></i>${texts.window}</span>` : nothing}
  </div>`;
};
