import type { DistributionPoint } from '../../content/distributionPoint';
import type { DpKey } from '../../content/nalPath';
import type { PlaceNow } from '../planFacts';

/** Bytes per second that finished jobs reached: the slowest and fastest quarter are left out. */
export interface Speed {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  /** How many jobs tell it. */
  readonly jobs: number;
  /** Jobs of other DPs tell it: this one has none. */
  readonly isOfOthers: boolean;
}

/** How content gets to one DP. undefined was not read. */
export interface PlanLine {
  readonly dp: DpKey;
  readonly dpName: string;
  /** A pull DP fetches the content itself, and heeds neither rate limits nor schedules. */
  readonly isPull: boolean | undefined;
  readonly limitsRate: boolean | undefined;
  readonly hasSchedule: boolean | undefined;
  /** Percent of the line by hour of the day, 24 numbers. */
  readonly rates: readonly number[] | undefined;
  /** 7 x 24 characters from Sunday on, in the sending site's time: 1 open, 0 closed. */
  readonly openHours: string | undefined;
  readonly speed: Speed | undefined;
}

/**
 * @param own speeds of the DP
 * @param others speeds of all DPs, for one that has none
 */
export const planLine = (
  { key, serverName, isPullDp }: DistributionPoint,
  place: PlaceNow | undefined,
  own: readonly number[],
  others: readonly number[],
): PlanLine => ({
  dp: key,
  dpName: serverName,
  isPull: isPullDp,
  limitsRate: place?.limitsRate,
  hasSchedule: place?.hasSchedule,
  rates: place?.rates,
  openHours: place?.openHours?.map((open) => (open ? '1' : '0')).join(''),
  speed: own.length > 0 ? speedOf(own, false) : others.length > 0 ? speedOf(others, true) : undefined,
});

const speedOf = (speeds: readonly number[], isOfOthers: boolean): Speed => {
  const sorted = [...speeds].sort((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
  return { low: at(0.25), middle: at(0.5), high: at(0.75), jobs: sorted.length, isOfOthers };
};
