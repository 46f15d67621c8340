/** Whether a server can encrypt, or insists on it. */
export type Encryption = 'offered' | 'required' | 'unsupported';

/** How a server misbehaves, from the next message on. Rows are counted within one request. */
export interface Faults {
  /** Instead of what the options say. */
  readonly encryption?: Encryption;
  /** No byte in answer. */
  readonly stallBefore?: 'prelogin' | 'login';
  readonly login?: 'locked' | 'expired';
  /** The connection ends where the answer to the login should come. */
  readonly goneAtLogin?: boolean;
  /** Only requests whose text has this in it are disturbed by what follows. */
  readonly onlyWith?: string;
  readonly stallAfterRows?: number;
  /** The socket ends, without a word. */
  readonly goneAfterRows?: number;
  /** An administrator ends the session: error 596, then the socket. */
  readonly killAfterRows?: number;
  readonly malformedAfterRows?: number;
  /** What is wrong then: a token that there is not, a packet length that cannot be, a row that breaks off. */
  readonly malformed?: 'token' | 'length' | 'row';
  /** One of SQL Server's own errors instead of a row, the first `times` requests. */
  readonly error?: { readonly number: KnownError; readonly times: number; readonly afterRows?: number };
  readonly ignoreAttention?: boolean;
  readonly lowerCaseColumns?: boolean;
  /** Every error has number 50000, as some servers that speak TDS give them. */
  readonly unnumbered?: boolean;
}

/** Deadlock victim, lock time-out, permission denied on an object and on a column, database going away. */
export type KnownError = 1205 | 1222 | 229 | 230 | 9001;

interface Told {
  readonly message: string;
  readonly severity: number;
  readonly state: number;
}

export const knownErrors: Readonly<Record<KnownError, Told>> = {
  1205: {
    message:
      'Transaction (Process ID 51) was deadlocked on lock resources with another process and has been chosen as the deadlock victim. Rerun the transaction.',
    severity: 13,
    state: 51,
  },
  1222: { message: 'Lock request time out period exceeded.', severity: 16, state: 51 },
  229: {
    message: "The SELECT permission was denied on the object 'v_Package', database 'CM_P01', schema 'dbo'.",
    severity: 14,
    state: 5,
  },
  230: {
    message:
      "The SELECT permission was denied on the column 'Name' of the object 'v_Package', database 'CM_P01', schema 'dbo'.",
    severity: 14,
    state: 1,
  },
  9001: { message: "The log for database 'CM_P01' is not available.", severity: 21, state: 1 },
};
