import type { DpKey } from '../content/nalPath';
import { isFailure } from './fate';
import type { RunState } from './runState';

/** How many failures in a row are enough. */
export interface BreakerLimits {
  readonly perDp: number;
  readonly total: number;
}

export const breakerLimits: BreakerLimits = { perDp: 3, total: 10 };

/** Failures in a row: on each DP, and in the whole run. */
export interface Failures {
  readonly ofDp: ReadonlyMap<DpKey | '', number>;
  readonly inARow: number;
}

/** Skipped steps break no row: nothing was tried. */
export const failuresOf = ({ ended }: Pick<RunState, 'ended'>): Failures => {
  const ofDp = new Map<DpKey | '', number>();
  let inARow = 0;
  for (const { step, fate } of ended) {
    if (fate.kind === 'skipped') continue;
    const failed = isFailure(fate);
    inARow = failed ? inARow + 1 : 0;
    ofDp.set(step.dp, failed ? (ofDp.get(step.dp) ?? 0) + 1 : 0);
  }
  return { ofDp, inARow };
};

/** Why nothing more is written to the DP; undefined while something may be. */
export const dpBreak = (failures: Failures, dp: DpKey | '', { perDp }: BreakerLimits): string | undefined =>
  dp !== '' && (failures.ofDp.get(dp) ?? 0) >= perDp
    ? `Nothing more was written to this DP: ${perDp} steps in a row had failed there. Find their cause first.`
    : undefined;

/** Why nothing more is written at all. */
export const runBreak = ({ inARow }: Failures, { total }: BreakerLimits): string | undefined =>
  inARow >= total
    ? `The run was stopped: ${total} steps in a row had failed. Find their cause, then plan again.`
    : undefined;
