/** Who asks the site database: the user's own Windows token, a named Windows account, or a SQL Server login. */
export const authentications = ['windows', 'ntlm', 'sql'] as const;

export type Authentication = (typeof authentications)[number];

/**
 * A site as an entry of the setting `configmgrContent.sites` describes it. Secrets are not in it: they are kept in
 * the secret storage under `id`.
 */
export interface ConnectionProfile {
  readonly id: string;
  /** What the tree shows; the server when none was given. */
  readonly name: string;
  /** Host name, FQDN or IP address of the SQL Server. */
  readonly server: string;
  readonly port?: number;
  readonly instance?: string;
  /** The site database, such as `CM_P01`. */
  readonly database?: string;
  /** Told by the database when it is not given. */
  readonly siteCode?: string;
  readonly authentication: Authentication;
  /** Of NTLM and SQL Server logins. */
  readonly user?: string;
  /** Of NTLM. */
  readonly domain?: string;
  /** True when it is not given. */
  readonly encrypt: boolean;
  /** False when it is not given. */
  readonly trustServerCertificate: boolean;
  /** Full path of a file with the certificate of an authority that this computer does not know. Of logins. */
  readonly certificateAuthority?: string;
  /** Host name or FQDN of the SMS Provider that is asked first. */
  readonly provider?: string;
  /**
   * What the site's functions by role (`fn_rbac_*`) are given as `@UserSIDs`, for an account that may read these and
   * not the views.
   */
  readonly userSids?: string;
  /** Seconds. */
  readonly connectTimeout?: number;
  /** Seconds without an answer. */
  readonly requestTimeout?: number;
}
