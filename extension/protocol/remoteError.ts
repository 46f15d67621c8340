/** An error as it crosses to the other side: `detail` is the error's own data (a SiteReadFailure, say). */
export interface EncodedError {
  readonly name: string;
  readonly kind: string;
  readonly message: string;
  readonly detail: unknown;
}

/** An error of the other side, or of the way there (`timeout`, `cancelled`, `closed`, `parameters`, `unknown`). */
export class RemoteError extends Error {
  override readonly name = 'RemoteError';

  constructor(
    readonly kind: string,
    message: string,
    /** Name of the error's class on the other side. */
    readonly origin = 'RemoteError',
    readonly detail?: unknown,
  ) {
    super(message);
  }

  static from(encoded: EncodedError): RemoteError {
    return new RemoteError(encoded.kind, encoded.message, encoded.name, encoded.detail);
  }
}

export const encodeError = (error: unknown): EncodedError => {
  if (!(error instanceof Error))
    return { name: 'Error', kind: 'failed', message: String(error), detail: undefined };
  const { kind, failure, detail } = error as { kind?: unknown; failure?: unknown; detail?: unknown };
  return {
    name: error.name,
    kind: typeof kind === 'string' ? kind : 'failed',
    message: error.message,
    detail: failure ?? detail,
  };
};
