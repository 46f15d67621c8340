export type ShellFailureKind =
  /** Nothing came for as long as it was given; the shell was ended. */
  | 'timeout'
  | 'cancelled'
  /** The shell ended by itself. */
  | 'exited'
  /** What came was no answer. */
  | 'garbled'
  | 'tooLong'
  /** The session was closed. */
  | 'closed'
  /** The agent could not do what it was asked. */
  | 'refused';

/** A call that PowerShell did not answer, or not with a value. */
export class ShellError extends Error {
  override readonly name = 'ShellError';

  /** @param failure what the agent tells, for `refused` */
  constructor(
    readonly kind: ShellFailureKind,
    message: string,
    readonly failure?: AgentFailure,
  ) {
    super(message);
  }
}

/** An exception inside PowerShell, as the agent tells it. */
export interface AgentFailure {
  readonly kind: 'cim' | 'sql' | 'noCim' | 'noSqlClient' | 'notFound' | 'request' | 'other';
  readonly message: string;
  /** Names of cmdlet errors; CIM errors have an `HRESULT 0x...` in it. */
  readonly errorId: string;
  /** `0x80041002` */
  readonly hresult: string;
  /** NativeErrorCode of a CIM error: `NotFound`, `AccessDenied` ... */
  readonly native: string;
  /** SQL Server's error number, or Windows' when no server was reached. */
  readonly number: number;
  /** SQL Server's severity. */
  readonly class: number;
  readonly state: number;
  readonly phase: '' | 'connect' | 'read';
}
