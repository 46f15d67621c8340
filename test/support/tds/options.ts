import type { SiteOptions } from '../../../extension/adapters/demo/site/siteModel';
import type { Encryption, Faults } from './faults';
import { allRights, type Rights } from './rights';

/** What a server is started with. */
export interface TdsServerOptions {
  /** The demo site that it serves. */
  readonly site: SiteOptions;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** Of the Windows account of the same name and password, which may log in by NTLM. */
  readonly domain: string;
  readonly encryption: Encryption;
  /** Its certificate is not self-signed, but of an authority that nobody knows. */
  readonly ownAuthority: boolean;
  /** Rows of the table `generated_rows`. */
  readonly generatedRows: number;
  /** Of the login in the demo site's database. */
  readonly rights: Rights;
  /** Whether CREATE DATABASE is granted. */
  readonly mayCreateDatabase: boolean;
  readonly faults: Faults;
}

export const defaultOptions: TdsServerOptions = {
  site: { size: 'small', seed: 1, release: '1806', now: Date.UTC(2026, 5, 1, 12) },
  database: 'CM_P01',
  user: 'reader',
  password: 'pa55wørd {"} 😀',
  domain: 'CONTOSO',
  encryption: 'offered',
  ownAuthority: false,
  generatedRows: 100_000,
  rights: allRights,
  mayCreateDatabase: true,
  faults: {},
};

/** What a client did at its login. */
export interface SeenLogin {
  readonly user: string;
  readonly application: string;
  readonly database: string;
  readonly readOnlyIntent: boolean;
  readonly encrypted: boolean;
  readonly accepted: boolean;
}

/** What a server has seen, and what it holds. */
export interface TdsStatistics {
  readonly connections: number;
  readonly running: number;
  readonly temporaryTables: number;
  readonly databases: readonly string[];
  readonly attentions: number;
  readonly resets: number;
  readonly logins: readonly SeenLogin[];
  /** Texts of batches and statements, the last hundred. */
  readonly batches: readonly string[];
  /** Of the server's process, in bytes. */
  readonly peakMemory: number;
}
