import type { SiteNeeds } from '../impact/siteNeeds';
import type { FactSource } from '../reconcile/siteFacts';
import type { DistributionPoint } from './distributionPoint';
import type { DpGroup } from './dpGroup';
import type { Package } from './package';

/** What the tree shows of a site, read as one. */
export interface SiteInventory {
  readonly siteCode: string;
  readonly siteName: string;
  readonly siteServer: string;
  readonly distributionPoints: readonly DistributionPoint[];
  readonly groups: readonly DpGroup[];
  readonly packages: readonly Package[];
  /** The site's time of the read, UTC epoch milliseconds. */
  readonly readAt: number;
  /** What of it could not be read, because the site lacks views or columns: then it is unknown, not absent. */
  readonly notRead?: readonly FactSource[];
  /** What of it is read by role: more may be there than is shown. */
  readonly scoped?: readonly FactSource[];
  /** Who needs the content; without it nothing of that was read. */
  readonly needs?: SiteNeeds;
}
