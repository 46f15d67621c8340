import type { DpKey } from '../content/nalPath';
import type { DpCycles } from '../reconcile/cycle';
import { longestCycle } from './validationSigns';

/** DPs whose content validation has begun and, as far as their messages tell, goes on at `now` (UTC epoch ms). */
export const validatingDps = (cycles: ReadonlyMap<DpKey, DpCycles>, now: number): ReadonlySet<DpKey> =>
  new Set([...cycles].filter(([, marks]) => isValidating(marks, now)).map(([dp]) => dp));

/** A cycle goes on, as far as its marks tell. */
export const isValidating = ({ newestStart, lastEnd, newestBroken }: DpCycles, now: number): boolean =>
  newestStart !== undefined &&
  newestStart > Math.max(lastEnd ?? 0, newestBroken ?? 0) &&
  now - newestStart < longestCycle;
