import type { Cim, CimTarget } from './cim';
import type { Clock } from './clock';
import type { FindingsScope } from './findings';
import type { SiteDatabase } from './siteDatabase';

/** A connected site: what it is, and the ways to it. */
export interface SiteConnection {
  readonly info: SiteInfo;
  readonly database: SiteDatabase;
  readonly cim: Cim;
  readonly clock: Clock;
  /** Tells when status messages or jobs changed what a scope holds; the result unregisters. */
  onDidChange(listener: (changed: readonly FindingsScope[]) => void): () => void;
  close(): Promise<void>;
}

export interface SiteInfo {
  readonly siteCode: string;
  readonly siteName: string;
  /** Of ConfigMgr, as v_Site tells it. */
  readonly version?: string;
  /** The SMS Provider's computer and namespace. */
  readonly provider: CimTarget;
}
