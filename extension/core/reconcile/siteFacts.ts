import type { DpKey } from '../content/nalPath';
import type { SiteInventory } from '../content/siteInventory';
import type { DpCycles } from './cycle';
import type { ReconcileSettings } from './settings';

/**
 * What a verdict can rest on. One that is named in `SiteFacts.notRead` was not read: a query failed, or the
 * site has no such view or column. Then its facts are unknown, never absent.
 */
export type FactSource =
  /** v_DistributionPoint. */
  | 'targets'
  /** v_DistributionPointInfo. */
  | 'distributionPoints'
  /** v_Package, v_SmsPackage, v_Content. */
  | 'packages'
  /** v_SMS_DistributionPointGroup, v_DPGroupMembers, v_DPGroupPackages. */
  | 'groups'
  /** v_Content: how large a package is that v_SmsPackage says nothing of. */
  | 'sizes'
  /** v_SmsPackage: packages that are predefined, or that v_Package does not list. No rule needs to know. */
  | 'predefinedPackages'
  /** vSMS_Content: whether a package that v_Package lacks still has content. */
  | 'contents'
  /** v_PackageStatusDistPointsSumm. */
  | 'summaries'
  /** vSMS_DistributionDPStatus. */
  | 'statuses'
  /** v_ContentDistribution. */
  | 'contentStates'
  /** v_ContentDistributionVersions. */
  | 'validatedVersions'
  /** vSMS_DistributionJob. */
  | 'jobs'
  /** v_StatusMessage with attributes and insertion strings: results, placements and cycles. */
  | 'messages';

/** How many pairs the query found plainly validated, and so sent no facts of. */
export interface Discarded {
  readonly byDp: ReadonlyMap<DpKey, number>;
  readonly byPackage: ReadonlyMap<string, number>;
}

/** What was read of the site as a whole. */
export interface SiteFacts {
  readonly inventory: SiteInventory;
  /** The site's time of this read, UTC epoch milliseconds. */
  readonly readAt: number;
  readonly settings: ReconcileSettings;
  readonly notRead: ReadonlySet<FactSource>;
  /** Read by the roles of an administrative user (`fn_rbac_*`): what is there is true, what is not there is unknown. */
  readonly scoped?: ReadonlySet<FactSource>;
  /** Content validation cycles; a DP without an entry has left no mark as far back as messages are kept. */
  readonly cycles: ReadonlyMap<DpKey, DpCycles>;
  /** Time of the oldest 2384 of any DP that is still kept. Status filter rules age message IDs separately. */
  readonly oldestPass: number | undefined;
  readonly oldestPassRecord?: string | undefined;
  /** Nothing is discarded in a scoped read: that sends the facts of every pair of its scope. */
  readonly discarded: Discarded;
  /**
   * Rows of v_DistributionPoint, of a read that followed changes: those of each DP's own path and site, and those of
   * each package. What has no finding of them was discarded before.
   */
  readonly targets?: Discarded;
}
