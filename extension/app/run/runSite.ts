import type { CimTarget, CimWriter } from '../../ports/cim';
import type { Clock } from '../../ports/clock';
import type { Computers, DpWriter } from '../../ports/siteConnection';
import type { SiteDatabase } from '../../ports/siteDatabase';

/** What a run needs of a site. */
export interface RunSite {
  readonly siteCode: string;
  readonly siteName: string;
  /** The SMS Provider's computer and namespace. */
  readonly provider: CimTarget;
  readonly cim: CimWriter;
  readonly database: SiteDatabase;
  readonly clock: Clock;
  /** Ways to the lists of its DPs; undefined: this connection has none. */
  readonly dps?: DpWriter;
  /** Ways to look into its DPs; without them no DP is validated as a whole. */
  readonly computers?: Computers;
}
