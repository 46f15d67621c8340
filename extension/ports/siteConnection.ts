import type { CimBrowser, CimTarget, CimWriter } from './cim';
import type { Clock } from './clock';
import type { FindingsScope } from './findings';
import type { RemoteFiles } from './remoteFiles';
import type { SiteDatabase } from './siteDatabase';

/** A connected site: what it is, and the ways to it. */
export interface SiteConnection {
  readonly info: SiteInfo;
  readonly database: SiteDatabase;
  readonly cim: CimWriter;
  readonly clock: Clock;
  /** Ways to look into the site's computers; without them nothing is known of what lies there. */
  readonly computers?: Computers;
  /** Tells when status messages or jobs changed what a scope holds; the result unregisters. */
  onDidChange(listener: (changed: readonly FindingsScope[]) => void): () => void;
  close(): Promise<void>;
}

/** Looks into computers of a site and changes nothing there. */
export interface Computers {
  readonly wmi: Pick<CimBrowser, 'query' | 'get'>;
  /** Folders below a UNC root, for example a share of a DP. */
  files(root: string): Pick<RemoteFiles, 'root' | 'list' | 'read' | 'readText'>;
}

/** No computer: the site does not tell where its SMS Provider is. WMI would take it for this machine. */
export const unknownProvider = '';

export interface SiteInfo {
  readonly siteCode: string;
  readonly siteName: string;
  /** Of ConfigMgr, as v_Site tells it. */
  readonly version?: string;
  /** The SMS Provider's computer and namespace; the computer may be `unknownProvider`. */
  readonly provider: CimTarget;
}
