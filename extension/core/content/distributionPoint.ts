import type { DpKey } from './nalPath';

/** A distribution point as the site knows it. `undefined` is "not read", never "no". */
export interface DistributionPoint {
  readonly key: DpKey;
  /** DPID, as v_DistributionPointInfo.ID. */
  readonly id: number;
  /** The current row's exact NAL path: the only form that is ever written back. */
  readonly nalPath: string;
  readonly serverName: string;
  readonly siteCode: string;
  readonly resourceType: string;
  readonly description: string;
  readonly isPullDp: boolean | undefined;
  readonly isCloud: boolean;
  /** The DP role stands on a site server, whose library is the site's own. */
  readonly isSiteServer: boolean | undefined;
  /** HealthCheckEnabled: content validation is on. */
  readonly validates: boolean | undefined;
  /** HealthCheckSchedule, a schedule token (16 hex digits), when there is one. */
  readonly validationSchedule: string | undefined;
  /** HealthCheckPriority; that 4, the default, is the lowest is inferred. */
  readonly validationPriority?: number | undefined;
}
