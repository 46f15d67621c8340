import type { CalendarView } from '../../extension/protocol/calendarPage';

/** A week by the clocks of who looks: midnights from Monday on, and the one after Sunday. */
export interface Week {
  /** Eight times, UTC epoch milliseconds. */
  readonly midnights: readonly number[];
  readonly from: number;
  readonly to: number;
}

const daysInWeek = 7;

/** The week in which a time is, or one that many weeks later. */
export const weekOf = (time: number, later = 0): Week => {
  const date = new Date(time);
  const monday = date.getDate() - ((date.getDay() + 6) % daysInWeek) + later * daysInWeek;
  // Not a multiple of 24 hours where clocks turn.
  const midnights = Array.from({ length: daysInWeek + 1 }, (_, day) =>
    new Date(date.getFullYear(), date.getMonth(), monday + day).getTime(),
  );
  return { midnights, from: midnights[0] ?? time, to: midnights[daysInWeek] ?? time };
};

export const viewOf = ({ from, to, midnights }: Week, suggests: boolean): CalendarView => ({
  from,
  to,
  weekendFrom: midnights[5] ?? from,
  weekendTo: to,
  suggests,
});

/** Where a time is in the week, 0 to 100; what is outside is at its ends. */
export const placeIn = ({ from, to }: Week, time: number): number =>
  (Math.min(1, Math.max(0, (time - from) / (to - from))) * 10_000) / 100;

const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const date = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const whole = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

export const weekdayText = (at: number): string => weekday.format(at);
export const dateText = (at: number): string => date.format(at);

/** `Sat 21 Nov, 22:00 – 04:30`, by the clocks of who looks. */
export const spanText = (from: number, to: number): string =>
  new Date(from).toDateString() === new Date(to).toDateString()
    ? `${whole.format(from)} – ${time.format(to)}`
    : `${whole.format(from)} – ${whole.format(to)}`;

export const weekText = ({ from, midnights }: Week): string =>
  `${date.format(from)} – ${new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' }).format(midnights[6])}`;
