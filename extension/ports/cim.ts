/** A property or argument value. Arrays are of one type. */
export type CimValue = string | number | boolean | null | readonly string[] | readonly number[];

export type CimProperties = Readonly<Record<string, CimValue>>;

/** Where to: `computer` is an FQDN, `namespace` for example `root\SMS\site_ABC`. */
export interface CimTarget {
  readonly computer: string;
  readonly namespace: string;
}

/** One instance, by all its key properties. Never a WQL text built from values. */
export interface CimInstancePath {
  readonly className: string;
  readonly keys: CimProperties;
}

/** What a method gave back: its return value (0 is success in ConfigMgr) and its out parameters. */
export interface CimMethodResult {
  readonly returnValue: number;
  readonly out: CimProperties;
}

/** WMI of the SMS Provider and of the DPs: everything that is asked of a site goes through these verbs. */
export interface Cim {
  /** The instance's properties, or undefined when the provider says that there is none. Throws CimError. */
  get(target: CimTarget, path: CimInstancePath, signal: AbortSignal): Promise<CimProperties | undefined>;
  /** Writes the named properties of an existing instance. Throws CimError (`notFound` when there is none). */
  put(
    target: CimTarget,
    path: CimInstancePath,
    properties: CimProperties,
    signal: AbortSignal,
  ): Promise<void>;
  /** Calls a static method of a class. Throws CimError. */
  invoke(
    target: CimTarget,
    className: string,
    method: string,
    parameters: CimProperties,
    signal: AbortSignal,
  ): Promise<CimMethodResult>;
}

export type CimFailureKind = 'notFound' | 'denied' | 'unreachable' | 'cancelled' | 'failed';

/** Names what was asked of whom, the cause and the next step. */
export class CimError extends Error {
  override readonly name = 'CimError';

  constructor(
    readonly kind: CimFailureKind,
    message: string,
  ) {
    super(message);
  }
}
