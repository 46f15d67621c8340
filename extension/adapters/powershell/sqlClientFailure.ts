import { SiteConnectError } from '../../ports/siteConnectError';
import { SiteReadError } from '../../ports/siteReadError';
import { connectErrorOf, type ConnectTarget } from '../sql/connectFailure';
import { driverFailureOf, type DriverFailure } from '../sql/driverFailure';
import { readFailureOf } from '../sql/readFailure';
import { ShellError, type AgentFailure } from './shellError';

/** SqlException.Number when no server answered: Windows' numbers of sockets, TLS and of SqlClient's own network layer. */
const codes: Readonly<Record<number, string>> = {
  [-2]: 'ETIMEOUT',
  258: 'ETIMEOUT',
  10060: 'ETIMEOUT',
  110: 'ETIMEDOUT',
  20: 'ENOTLS',
  [-2146893007]: 'ERR_SSL_UNSUPPORTED_PROTOCOL', // SEC_E_ALGORITHM_MISMATCH
  [-2146893019]: 'SELF_SIGNED_CERT_IN_CHAIN', // SEC_E_UNTRUSTED_ROOT
  [-2146762487]: 'SELF_SIGNED_CERT_IN_CHAIN', // CERT_E_UNTRUSTEDROOT
  [-2146893022]: 'ERR_TLS_CERT_ALTNAME_INVALID', // SEC_E_WRONG_PRINCIPAL
  [-2146762481]: 'ERR_TLS_CERT_ALTNAME_INVALID', // CERT_E_CN_NO_MATCH
  [-2146893016]: 'CERT_HAS_EXPIRED', // SEC_E_CERT_EXPIRED
  [-2146762495]: 'CERT_HAS_EXPIRED', // CERT_E_EXPIRED
  11001: 'ENOTFOUND',
  11002: 'EAI_AGAIN',
  11004: 'ENOTFOUND',
  53: 'ECONNREFUSED',
  111: 'ECONNREFUSED',
  1225: 'ECONNREFUSED',
  10061: 'ECONNREFUSED',
  113: 'EHOSTUNREACH',
  10065: 'EHOSTUNREACH',
  10051: 'ENETUNREACH',
  26: 'EINSTLOOKUP',
  64: 'ECONNRESET',
  121: 'ECONNRESET',
  233: 'ECONNRESET',
  10053: 'ECONNRESET',
  10054: 'ECONNRESET',
};

/** Kerberos or NTLM did not give an identity; the number is that of a wrong certificate, or 0. */
const noIdentity = /SSPI/;

const driverFailure = ({ number, class: severity, message }: AgentFailure): DriverFailure => {
  const code = noIdentity.test(message) ? 'ELOGIN' : codes[number];
  return driverFailureOf({ message, number, class: severity, ...(code === undefined ? {} : { code }) }, '');
};

/** What SqlClient tells, as the same failures are told through mssql. */
const sqlFailureOf = (error: unknown): AgentFailure | undefined =>
  error instanceof ShellError && error.failure?.kind === 'sql' ? error.failure : undefined;

/** Why a connection could not be made. */
export const connectFailureOf = (error: unknown, target: ConnectTarget): SiteConnectError => {
  if (error instanceof SiteConnectError) return error;
  if (error instanceof ShellError && error.failure?.kind === 'noSqlClient')
    return new SiteConnectError(
      'noPowerShell',
      'This PowerShell has neither System.Data.SqlClient nor Microsoft.Data.SqlClient. Use Windows PowerShell, or a login of SQL Server.',
    );
  const failure = sqlFailureOf(error);
  if (failure !== undefined) return connectErrorOf(driverFailure(failure), target);
  const code = error instanceof ShellError ? shellCodes[error.kind] : undefined;
  if (code === 'cancelled') return new SiteConnectError('cancelled', `${messageOf(error)} Nothing was read.`);
  return connectErrorOf(driverFailureOf({ message: messageOf(error), ...(code && { code }) }, ''), target);
};

const shellCodes: Readonly<Partial<Record<ShellError['kind'], string>>> = {
  timeout: 'ETIMEOUT',
  cancelled: 'cancelled',
};

/**
 * Why a read gave nothing.
 * @param timeout milliseconds in which a query has to give something
 */
export const readErrorOf = (error: unknown, query: string, timeout: number): SiteReadError => {
  if (error instanceof SiteReadError) return error;
  const failure = sqlFailureOf(error);
  if (failure !== undefined) return readFailureOf(query, driverFailure(failure), timeout);
  const cause = messageOf(error);
  if (!(error instanceof ShellError)) return new SiteReadError({ kind: 'failed', query, cause });
  switch (error.kind) {
    case 'cancelled':
      return new SiteReadError({ kind: 'cancelled', query });
    case 'timeout':
      return new SiteReadError({ kind: 'timeout', query, seconds: timeout / 1000 });
    case 'exited':
      return new SiteReadError({ kind: 'lost', query, cause });
    case 'garbled':
    case 'tooLong':
    case 'closed':
    case 'refused':
      return new SiteReadError({ kind: 'failed', query, cause });
  }
};

const messageOf = (error: unknown): string => {
  const text = error instanceof Error ? error.message : String(error);
  return /[.!?]$/.test(text) ? text : `${text}.`;
};
