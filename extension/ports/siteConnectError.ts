/** What stood in the way of a connection. */
export type SiteConnectFailureKind =
  /** Wrong name or password, or no login at all (SQL Server 18456). */
  | 'login'
  | 'locked'
  | 'passwordExpired'
  /** The database does not exist, or the login may not open it (4060). */
  | 'database'
  | 'unknownHost'
  | 'refused'
  | 'unknownInstance'
  | 'timeout'
  | 'tlsRequired'
  | 'tlsRefused'
  | 'certificate'
  | 'protocol'
  /** The server ended the connection while it was being made. */
  | 'lost'
  | 'noPowerShell'
  | 'cancelled'
  | 'failed';

/** A site could not be connected to. The message names the cause and the next step, and never holds a secret. */
export class SiteConnectError extends Error {
  override readonly name = 'SiteConnectError';

  constructor(
    readonly kind: SiteConnectFailureKind,
    message: string,
  ) {
    super(message);
  }
}
