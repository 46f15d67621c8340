import type { CalendarRow } from '../core/validate/calendar/calendar';
import type { SuggestedWeekend } from '../core/validate/calendar/weekend';
import { defineNotification, defineRequest } from './requestType';
import { isCount, isFlag, isListOf, isNothing, isOneOf, isRecordOf, isText } from './shape';

/** What is shown: a span of time, and the weekend in it to suggest something for. UTC epoch milliseconds. */
export interface CalendarView {
  readonly from: number;
  readonly to: number;
  readonly weekendFrom: number;
  readonly weekendTo: number;
  /** Whether cleanup, validation and reconciliation are to be suggested for the weekend. */
  readonly suggests: boolean;
}

/** When the DPs of a site validate. */
export interface CalendarState {
  /** undefined: no site is connected. */
  readonly site: { readonly code: string; readonly name: string } | undefined;
  /** The site's time of the last whole read, UTC epoch milliseconds; undefined before the first. */
  readonly readAt: number | undefined;
  /** The site's time. */
  readonly now: number;
  readonly loading: boolean;
  /** Why what is shown is not fresh. */
  readonly stale: string | undefined;
  readonly rows: readonly CalendarRow[];
  readonly suggestion: SuggestedWeekend | undefined;
  /** Settings that were not understood, and DPs that did not tell their time zone. */
  readonly problems: readonly string[];
}

const isView = isRecordOf<CalendarView>({
  from: isCount,
  to: isCount,
  weekendFrom: isCount,
  weekendTo: isCount,
  suggests: isFlag,
});

export const calendarWeek = defineRequest<CalendarState>()('calendar/week', isView);

/** `readTimeZones` asks the DPs themselves; `settings` opens those for time zones and windows. */
export const calendarActions = ['refresh', 'readTimeZones', 'settings'] as const;
export type CalendarAction = (typeof calendarActions)[number];

export const calendarAct = defineRequest<undefined>()(
  'calendar/act',
  isRecordOf<{ action: CalendarAction }>({ action: isOneOf(calendarActions) }),
);

export const calendarDpActions = ['reveal', 'validate'] as const;
export type CalendarDpAction = (typeof calendarDpActions)[number];

/** @param dps keys */
export const calendarDp = defineRequest<undefined>()(
  'calendar/dp',
  isRecordOf<{ action: CalendarDpAction; dps: readonly string[] }>({
    action: isOneOf(calendarDpActions),
    dps: isListOf(isText, 5_000),
  }),
);

export const calendarFormats = ['csv', 'ics'] as const;
export type CalendarFormat = (typeof calendarFormats)[number];

/** Asks where to save what is shown, and saves it. */
export const calendarSave = defineRequest<undefined>()(
  'calendar/save',
  isRecordOf<{ format: CalendarFormat; view: CalendarView }>({
    format: isOneOf(calendarFormats),
    view: isView,
  }),
);

export const calendarChanged = defineNotification('calendar/changed', isNothing);
