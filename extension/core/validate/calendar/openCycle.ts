import type { DpCycles } from '../../reconcile/cycle';
import { isValidating } from '../validatingDps';

/** When the cycle began that goes on now, as far as marks tell; undefined: none does. */
export const openCycle = (marks: DpCycles | undefined, now: number): number | undefined =>
  marks !== undefined && isValidating(marks, now) ? marks.newestStart : undefined;
