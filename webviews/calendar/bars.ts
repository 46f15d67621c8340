import type { CalendarRow, CalendarRun } from '../../extension/core/validate/calendar/calendar';
import type { SuggestedDp, WeekendPart } from '../../extension/core/validate/calendar/weekend';
import { spanText } from './week';
import { texts } from './texts';

/** Something drawn in a row. Times are UTC epoch milliseconds. */
export interface Bar {
  readonly kind: CalendarRun['kind'] | WeekendPart;
  readonly isSuggested: boolean;
  readonly from: number;
  readonly to: number;
  readonly isLengthKnown: boolean;
  readonly overlaps: readonly string[];
}

/** What a row shows: what is expected, or what is suggested instead; in the order of time. */
export const barsOf = (row: CalendarRow, suggested: SuggestedDp | undefined): readonly Bar[] =>
  [
    ...row.runs.map((run) => ({ ...run, isSuggested: false })),
    ...(suggested?.parts ?? []).map(({ part, from, to }) => ({
      kind: part,
      isSuggested: true,
      from,
      to,
      isLengthKnown: row.length !== undefined,
      overlaps: [],
    })),
  ].sort((a, b) => a.from - b.from);

/** What a bar says, in a sentence. */
export const barWords = ({ kind, from, to, isLengthKnown, overlaps }: Bar): string =>
  [
    `${texts.kinds[kind]}: ${spanText(from, to)}`,
    ...(isLengthKnown || kind === 'past' ? [] : [texts.lengthAssumed]),
    ...(overlaps.length === 0 ? [] : [texts.overlaps(overlaps)]),
  ].join('. ');
