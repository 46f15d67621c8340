import type { SiteInventory } from '../content/siteInventory';

/** What was read of the site as a whole. (Filled in by the owner of reconciliation.) */
export interface SiteFacts {
  readonly inventory: SiteInventory;
}
