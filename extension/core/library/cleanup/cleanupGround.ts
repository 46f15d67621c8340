import type { Package } from '../../content/package';
import type { NeedIndex } from '../../impact/needIndex';
import type { NeedSource } from '../../impact/needSource';
import type { Reading, SiteList } from '../libraryLook';

/** What the site says, by which the items of a log are judged. */
export interface CleanupGround {
  readonly dpName: string;
  /** What is targeted to the DP, and what is on its way there. */
  readonly site: Reading<SiteList>;
  /** Names of the groups through which the DP should have a package; undefined: not all of them were read. */
  readonly groupsOf: ((packageId: string) => readonly string[]) | undefined;
  /** The site's packages by ID in upper case; undefined: not all of them were read. */
  readonly packages: ReadonlyMap<string, Package> | undefined;
  /** Package IDs by content ID, in lower case and without version. */
  readonly contents: Reading<ReadonlyMap<string, string>>;
  readonly needs: NeedIndex;
  readonly needsNotRead: readonly NeedSource[];
  /** A pair that was refreshed from then on is on its way; UTC epoch milliseconds. */
  readonly freshSince: number;
}
