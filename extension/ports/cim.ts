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

/** A property as its class declares it. */
export interface CimDeclaration {
  readonly name: string;
  /** CIM type as PowerShell names it: `String`, `UInt32`, `StringArray`, `Instance`. */
  readonly type: string;
  readonly isKey: boolean;
}

/** All instances of a class, or those whose properties equal all of `where` (texts without regard to case). */
export interface CimQuery {
  readonly className: string;
  /** Names of the properties to read, each `[A-Za-z_][A-Za-z0-9_]*`; others are refused. */
  readonly properties: readonly string[];
  readonly where?: CimProperties;
}

/**
 * What else WMI can do, for a computer that is looked into. As with `get`, embedded objects are left out, 64-bit
 * integers are text and times are `YYYY-MM-DDTHH:mm:ss.fffZ`.
 */
export interface CimBrowser extends Cim {
  /** Pages of at most 200 instances, as they come. Throws CimError. */
  query(target: CimTarget, query: CimQuery, signal: AbortSignal): AsyncIterable<readonly CimProperties[]>;
  /** Calls a method of an instance. Throws CimError (`notFound` when there is none). */
  invokeOn(
    target: CimTarget,
    path: CimInstancePath,
    method: string,
    parameters: CimProperties,
    signal: AbortSignal,
  ): Promise<CimMethodResult>;
  /** Deletes one instance. Throws CimError (`notFound` when there is none). */
  delete(target: CimTarget, path: CimInstancePath, signal: AbortSignal): Promise<void>;
  /** What a class declares. Throws CimError (`notFound` when there is no such class). */
  describe(target: CimTarget, className: string, signal: AbortSignal): Promise<readonly CimDeclaration[]>;
  /** Makes an instance of these properties, none of which is null. Throws CimError (`failed` when there is one). */
  create(target: CimTarget, className: string, properties: CimProperties, signal: AbortSignal): Promise<void>;
}

/** Everything that a site is asked to do in a run. */
export type CimWriter = Cim & Pick<CimBrowser, 'invokeOn' | 'delete'>;

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
