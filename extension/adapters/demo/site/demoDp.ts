import type { DpKey } from '../../../core/content/nalPath';
import type { Cycle } from './cycle';
import type { ProfileId } from './dpProfile';

/** How a DP's monitoring component words its status messages. Real sites mix all of these. */
export interface MessageStyle {
  /** The DP in insertion strings: NAL path as in the rows, NAL path without its display part, or bare server name. */
  readonly dpString: string;
  /** False: its 2384 come without insertion strings. */
  readonly passStrings: boolean;
  /** False: attribute 404 (DP) is missing. */
  readonly dpAttribute: boolean;
  /** True: attribute 410 (package version) is there. */
  readonly versionAttribute: boolean;
  /** MachineName as this DP spells it. */
  readonly machineName: string;
}

export interface DemoDp {
  readonly index: number;
  readonly key: DpKey;
  /** DPID. */
  readonly id: number;
  readonly server: string;
  readonly description: string;
  readonly siteCode: string;
  readonly resourceType: string;
  /** The current row's NAL path. */
  readonly nalPath: string;
  readonly isPullDp: boolean;
  readonly isSiteServer: boolean;
  readonly isCloud: boolean;
  /** Content waits to be prestaged by hand here. */
  readonly isPrestaged: boolean;
  readonly validates: boolean;
  /** HealthCheckSchedule. */
  readonly schedule: string;
  /** Drive of the content library, for example `D`. */
  readonly drive: string;
  readonly profile: ProfileId;
  /** Newest first. */
  readonly cycles: readonly Cycle[];
  readonly style: MessageStyle;
  /** v_ContentDistributionVersions has rows for its pairs. */
  readonly versionsKnown: boolean;
}

/** The newest cycle that ended with 2386. */
export const lastFinished = (dp: Pick<DemoDp, 'cycles'>): Cycle | undefined =>
  dp.cycles.find((cycle) => cycle.mark?.id === 2386);

/** A cycle that is running now, after a finished one. */
export const runningCycle = (dp: DemoDp): Cycle | undefined => {
  const newest = dp.cycles[0];
  return newest !== undefined && newest.mark === undefined && lastFinished(dp) !== undefined
    ? newest
    : undefined;
};
