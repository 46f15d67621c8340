/** What a driver threw, made flat: drivers wrap errors in errors. */
export interface DriverFailure {
  /** The codes of the error and of those that it wraps: `ESOCKET`, `ECONNREFUSED`. */
  readonly codes: ReadonlySet<string>;
  /** SQL Server's error number; other servers may have none, or their own. */
  readonly number: number | undefined;
  /** SQL Server's severity; from 20 on it ends the connection. */
  readonly severity: number | undefined;
  /** The server's own words, or the driver's: one line that ends as a sentence. */
  readonly message: string;
}

/** @param secret taken out of the message, should anyone have put it there */
export const driverFailureOf = (thrown: unknown, secret: string): DriverFailure => {
  const errors = wrappedIn(thrown);
  const codes = new Set(errors.flatMap(({ code }) => (typeof code === 'string' ? [code] : [])));
  const told = errors.find((error) => typeof error['number'] === 'number');
  const number = told?.['number'];
  const severity = told?.['class'];
  const { message } = told ?? errors.at(-1) ?? {};
  return {
    codes,
    number: typeof number === 'number' ? number : undefined,
    severity: typeof severity === 'number' ? severity : undefined,
    message: sentence(typeof message === 'string' ? message : String(thrown), secret),
  };
};

type ErrorFields = Readonly<Record<string, unknown>>;

/** The error and what it wraps, outermost first; of several at once the first, which the others follow from. */
const wrappedIn = (thrown: unknown): readonly ErrorFields[] => {
  const found: ErrorFields[] = [];
  for (let next = thrown; typeof next === 'object' && next !== null && found.length < 8;) {
    const fields = next as ErrorFields;
    found.push(fields);
    const several: unknown = fields['errors'];
    next =
      (Array.isArray(several) ? (several[0] as unknown) : undefined) ??
      fields['originalError'] ??
      fields['cause'];
  }
  return found;
};

const sentence = (message: string, secret: string): string => {
  // Before anything is cut off: a secret may begin or end with what is cut.
  const told = secret === '' ? message : message.replaceAll(secret, '***');
  const [text = ''] = told.trim().split(/\r?\n/);
  if (text === '') return 'no cause was given.';
  return /[.!?]$/.test(text) ? text : `${text}.`;
};
