import type { NamedServer } from './serverAddress';

export interface SqlServerOptions extends NamedServer {
  readonly database: string;
  readonly authentication: SqlAuthentication;
  readonly encrypt: boolean;
  /** Encrypts, but to whoever answers: nobody checks the certificate. */
  readonly trustServerCertificate: boolean;
  /** PEM; vouch for the server beside the authorities that Node knows. */
  readonly authorities?: readonly string[];
  /** Of an administrative user: views that the login may not read are read by that user's roles. */
  readonly userSids?: string;
  /** Milliseconds until a connection has to stand. */
  readonly connectTimeout: number;
  /** Milliseconds in which a query has to give something. */
  readonly requestTimeout: number;
  /** Milliseconds to wait for others' locks. */
  readonly lockTimeout: number;
}

export type SqlAuthentication =
  | { readonly kind: 'sql'; readonly user: string; readonly password: string }
  | { readonly kind: 'ntlm'; readonly domain: string; readonly user: string; readonly password: string };
