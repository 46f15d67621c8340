import type { DpKey } from '../../content/nalPath';
import { assumedLength, type CalendarRow } from './calendar';
import type { WindowOnDate } from './quietWindow';

/** What is suggested for a DP, one after the other. */
export const weekendParts = ['cleanup', 'validation', 'reconciliation'] as const;
export type WeekendPart = (typeof weekendParts)[number];

/** UTC epoch milliseconds. */
export interface SuggestedPart {
  readonly part: WeekendPart;
  readonly from: number;
  readonly to: number;
}

export interface SuggestedDp {
  readonly dp: DpKey;
  readonly dpName: string;
  readonly parts: readonly SuggestedPart[];
}

export interface SuggestedWeekend {
  readonly dps: readonly SuggestedDp[];
  /** Names of DPs that do not fit. */
  readonly left: readonly string[];
}

export interface WeekendFrame {
  /** UTC epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  /** DPs of one site at a time. */
  readonly atOnce: number;
  /** Milliseconds between two starts at one site. */
  readonly spread: number;
}

const minute = 60_000;

/** What cleanup takes is not known before; reconciliation reads the site anew, and plans. */
const cleanupLength = 60 * minute;
const reconciliationLength = 30 * minute;

/** Validation takes longer than the last time as content grows. */
const growth = 1.2;

/**
 * For each DP cleanup, then validation, then reconciliation in one weekend: what takes longest first, so many DPs of
 * a site at once, and nothing while a window of the DP is open. Cleanup windows are what is wanted here.
 */
export const suggestWeekend = (rows: readonly CalendarRow[], frame: WeekendFrame): SuggestedWeekend => {
  const dps: SuggestedDp[] = [];
  const left: string[] = [];
  for (const ofSite of sitesOf(rows)) {
    const lanes = Array.from({ length: Math.max(1, frame.atOnce) }, () => frame.from);
    let next = frame.from;
    for (const row of ofSite) {
      const lane = lanes.indexOf(Math.min(...lanes));
      const begin = afterWindows(Math.max(lanes[lane] ?? frame.from, next), lengthOf(row), row.windows);
      const parts = partsOf(row, begin);
      const end = parts.at(-1)?.to ?? begin;
      if (end > frame.to) {
        left.push(row.dpName);
        continue;
      }
      lanes[lane] = end;
      next = begin + frame.spread;
      dps.push({ dp: row.dp, dpName: row.dpName, parts });
    }
  }
  return { dps, left };
};

const sitesOf = (rows: readonly CalendarRow[]): Iterable<readonly CalendarRow[]> => {
  const bySite = new Map<string, CalendarRow[]>();
  for (const row of [...rows].sort((a, b) => lengthOf(b) - lengthOf(a)))
    bySite.set(row.siteCode, [...(bySite.get(row.siteCode) ?? []), row]);
  return bySite.values();
};

const validationOf = ({ length = assumedLength }: CalendarRow): number =>
  Math.ceil((length * growth) / minute) * minute;

const lengthOf = (row: CalendarRow): number => cleanupLength + validationOf(row) + reconciliationLength;

const partsOf = (row: CalendarRow, begin: number): readonly SuggestedPart[] => {
  const validation = begin + cleanupLength;
  const reconciliation = validation + validationOf(row);
  return [
    { part: 'cleanup', from: begin, to: validation },
    { part: 'validation', from: validation, to: reconciliation },
    { part: 'reconciliation', from: reconciliation, to: reconciliation + reconciliationLength },
  ];
};

/** The first time from `at` on at which so long nothing else goes on. */
const afterWindows = (at: number, length: number, windows: readonly WindowOnDate[]): number => {
  let begin = at;
  for (const { kind, from, to } of windows)
    if (kind !== 'cleanup' && begin < to && begin + length > from) begin = to;
  return begin;
};
