import { SiteReadError, type SiteReadFailure } from '../../ports/siteReadError';
import type { DriverFailure } from './driverFailure';

type Kind = 'denied' | 'busy' | 'lost' | 'timeout';

/** SQL Server's error numbers, and those that SqlClient adds (below 0 and of Windows sockets). */
const numbers: Readonly<Record<Kind, readonly number[]>> = {
  /** On an object or column, of a server state, of a database that the login may not enter. */
  denied: [229, 230, 297, 300, 916],
  /** Deadlock victim; lock time-out; changed under a snapshot. */
  busy: [1205, 1222, 3960],
  /** Killed session; shutdown; broken connections. */
  lost: [596, 6005, 64, 121, 233, 10053, 10054, 10060],
  timeout: [-2],
};

const codes: Readonly<Record<string, Kind>> = {
  ETIMEOUT: 'timeout',
  ESOCKET: 'lost',
  ECLOSE: 'lost',
  ENOTOPEN: 'lost',
  ECONNCLOSED: 'lost',
  ECONNRESET: 'lost',
  ECONNREFUSED: 'lost',
  EPIPE: 'lost',
};

/** For servers that have not SQL Server's numbers. */
const words: readonly (readonly [RegExp, Kind])[] = [
  [/permission (was )?denied|access (is |was )?denied|not authori[sz]ed/i, 'denied'],
  [/deadlock|lock (request )?time-?d? ?out|could not obtain lock/i, 'busy'],
  [
    /connection (is |was |has been |had been )?(lost|closed|reset|terminated|aborted|broken)|socket hang up|kill state|terminating connection|shutting down/i,
    'lost',
  ],
  [/timed? ?out|timeout/i, 'timeout'],
];

/** Severities from 20 on end the connection. */
const fatal = 20;

/** Malformed packets come wrapped as lost connections, but nothing is won by asking again. */
const malformed = 'EPROTOCOL';

const kindOf = ({ codes: told, number, severity, message }: DriverFailure): Kind | undefined => {
  if (told.has(malformed)) return undefined;
  for (const kind of ['denied', 'busy', 'lost', 'timeout'] as const)
    if (number !== undefined && numbers[kind].includes(number)) return kind;
  if (severity !== undefined && severity >= fatal) return 'lost';
  // A time-out shows as a lost connection, too.
  if (told.has('ETIMEOUT')) return 'timeout';
  const unquoted = message.replace(/'[^']*'|"[^"]*"/g, '');
  return (
    [...told].map((code) => codes[code]).find(Boolean) ?? words.find(([text]) => text.test(unquoted))?.[1]
  );
};

/**
 * What a failure means for a read. `lost` and `busy` are worth another try.
 * @param timeout milliseconds that were waited, for a time-out
 */
export const readFailureOf = (query: string, failure: DriverFailure, timeout: number): SiteReadError => {
  const kind = kindOf(failure);
  const cause = failure.message;
  const told: SiteReadFailure =
    kind === 'timeout' ? { kind, query, seconds: timeout / 1000 } : { kind: kind ?? 'failed', query, cause };
  return new SiteReadError(told);
};
