import { SiteConnectError, type SiteConnectFailureKind } from '../../ports/siteConnectError';
import type { DriverFailure } from './driverFailure';
import { addressText, type ServerAddress } from './serverAddress';

type Kind = Exclude<SiteConnectFailureKind, 'noPowerShell'>;

/** SQL Server's error numbers at login. */
const numbers: Readonly<Record<number, Kind>> = {
  4060: 'database',
  4064: 'database',
  911: 'database',
  916: 'database',
  18452: 'login',
  18456: 'login',
  18470: 'login',
  18486: 'locked',
  18487: 'passwordExpired',
  18488: 'passwordExpired',
};

/** Codes of Node, of the driver and of guardedConnection.ts; the first that an error carries decides. */
const codes: Readonly<Record<string, Kind>> = {
  ETIMEOUT: 'timeout',
  ETIMEDOUT: 'timeout',
  ENOTLS: 'tlsRefused',
  EENCRYPT: 'tlsRequired',
  EPROTO: 'tlsRefused',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'tlsRefused',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'tlsRefused',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate',
  CERT_HAS_EXPIRED: 'certificate',
  CERT_NOT_YET_VALID: 'certificate',
  CERT_UNTRUSTED: 'certificate',
  CERT_REVOKED: 'certificate',
  CERT_REJECTED: 'certificate',
  CERT_SIGNATURE_FAILURE: 'certificate',
  CERT_CHAIN_TOO_LONG: 'certificate',
  PATH_LENGTH_EXCEEDED: 'certificate',
  INVALID_CA: 'certificate',
  INVALID_PURPOSE: 'certificate',
  HOSTNAME_MISMATCH: 'certificate',
  UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY: 'certificate',
  EPROTOCOL: 'protocol',
  ERR_OUT_OF_RANGE: 'protocol',
  ERR_BUFFER_OUT_OF_BOUNDS: 'protocol',
  ETDS: 'protocol',
  EINTERFACENOTSUPP: 'protocol',
  ENOTFOUND: 'unknownHost',
  EAI_AGAIN: 'unknownHost',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  EACCES: 'refused',
  EINSTLOOKUP: 'unknownInstance',
};

/** For servers that have not SQL Server's numbers, and for errors without a code. */
const words: readonly (readonly [RegExp, Kind])[] = [
  [/cannot open database|(database .*|unknown database)( does not exist| not found|$)/i, 'database'],
  [/(account|login) .*locked|locked out/i, 'locked'],
  [/password .*(has expired|is expired|must be changed)/i, 'passwordExpired'],
  [/login failed|authentication failed|password authentication|access denied for/i, 'login'],
  [/incoming packet|unknown type|unexpected token|unexpected end/i, 'protocol'],
  [/hang up|connection (was )?(closed|reset|ended)|ended without/i, 'lost'],
];

/** A lost socket and a failed login are said of many failures: looked at when nothing tells more. */
const general: Readonly<Record<string, Kind>> = {
  ELOGIN: 'login',
  ECONNRESET: 'lost',
  EPIPE: 'lost',
  ECLOSE: 'lost',
  ESOCKET: 'lost',
};

const kindOf = ({ codes: told, number, message }: DriverFailure): Kind =>
  (number === undefined ? undefined : numbers[number]) ??
  [...told].map((code) => codes[code]).find(Boolean) ??
  words.find(([text]) => text.test(message))?.[1] ??
  [...told].map((code) => general[code]).find(Boolean) ??
  'failed';

const certificateReasons: Readonly<Record<string, string>> = {
  ERR_TLS_CERT_ALTNAME_INVALID: 'it is for another name; connect by the name that it carries',
  CERT_HAS_EXPIRED: 'it has expired',
  CERT_NOT_YET_VALID: 'it is not valid yet, or the clock of this computer is wrong',
  CERT_REVOKED: 'it was revoked',
  CERT_SIGNATURE_FAILURE:
    'its signature is not of the authority that it names, as when an authority got a new key under its old name',
  HOSTNAME_MISMATCH: 'it is for another name; connect by the name that it carries',
  INVALID_CA: 'the certificate that issued it is none of an authority',
  INVALID_PURPOSE: 'it is not meant for servers',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed, as SQL Server makes one when it is given none',
};

/** Who wanted to connect to what. */
export interface ConnectTarget {
  readonly address: ServerAddress;
  readonly database: string;
  /** As in a sentence: `"reader"`, or `your Windows account`. */
  readonly who: string;
  /** Milliseconds. */
  readonly connectTimeout: number;
}

/** Says why a connection could not be made, and what to do. */
export const connectErrorOf = (failure: DriverFailure, target: ConnectTarget): SiteConnectError => {
  const kind = kindOf(failure);
  return new SiteConnectError(kind, describe(kind, failure, target));
};

const describe = (kind: Kind, failure: DriverFailure, target: ConnectTarget): string => {
  const { address, database, who, connectTimeout } = target;
  const server = addressText(address);
  const told = `The server says: ${failure.message}`;
  switch (kind) {
    case 'login':
      return `${server} refused the login of ${who}: its name or password is wrong, or it may not connect here. Check both; SQL Server's error log tells the state. ${told}`;
    case 'locked':
      return `The login of ${who} is locked on ${server} after wrong passwords. Wait until it opens, or let it be unlocked. ${told}`;
    case 'passwordExpired':
      return `The password of ${who} has expired on ${server} or has to be changed. Change it with SQL Server's own tools, then connect again. ${told}`;
    case 'database':
      return `${server} has no database "${database}", or ${who} may not open it. The database of site XYZ is usually CM_XYZ; ask for the database role db_datareader in it. ${told}`;
    case 'unknownHost':
      return `No computer is known by the name "${address.host}". Check the spelling, the full name with its domain, and the VPN.`;
    case 'refused':
      return `Nothing answers at ${server}: SQL Server does not run there, listens on another port, or a firewall is between. Check port and instance.`;
    case 'unknownInstance':
      return `The port of instance "${address.instance ?? ''}" on ${address.host} was not found: SQL Server Browser (UDP 1434) does not answer or does not know it. Give the port instead. (${failure.message})`;
    case 'timeout':
      return `${server} did not answer within ${connectTimeout / 1000} s. Check that it runs and that no firewall drops ${address.instance === undefined ? 'the connection' : 'UDP 1434 (SQL Server Browser); or give the port'}. A longer time can be set for the connection.`;
    case 'tlsRequired':
      return `${server} takes encrypted connections only. Turn encryption on for this connection.`;
    case 'tlsRefused':
      return `${server} cannot encrypt in a way that this computer accepts, so nothing was sent to it. Let TLS 1.2 be enabled on the server; turn encryption off only on a network where passwords and data may be read along. (${failure.message})`;
    case 'certificate':
      return `The certificate of ${server} is not trusted: ${certificateReason(failure)}. Give the server a certificate that this computer trusts, or trust the authority that issued it: for a login, name its certificate file as "certificateAuthority" of the connection; for the Windows account, import it into Windows. Or choose to trust any certificate for this connection: it stays encrypted, but nobody checks that the server is the one it says it is.`;
    case 'protocol':
      return `What ${server} answers is not understood: it may not be a SQL Server, or something changes the packets on the way. Check the port. (${failure.message})`;
    case 'lost':
      return `${server} ended the connection while it was being made: it may be starting or out of connections, or take strict encryption only. Try again; SQL Server's error log tells more. (${failure.message})`;
    case 'cancelled':
      return `Connecting to ${server} was cancelled.`;
    case 'failed':
      return `${server} could not be connected to: ${failure.message} Check the connection's settings and try again.`;
  }
};

const certificateReason = ({ codes: told, message }: DriverFailure): string =>
  [...told].map((code) => certificateReasons[code]).find(Boolean) ??
  `this computer does not know who issued it (${message.replace(/\.$/, '')})`;

export const connectCancelled = (target: ConnectTarget): SiteConnectError =>
  new SiteConnectError('cancelled', describe('cancelled', noFailure, target));

const noFailure: DriverFailure = { codes: new Set(), number: undefined, severity: undefined, message: '' };
