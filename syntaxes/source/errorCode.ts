import { anyCase } from './anyCase';
import { scoped } from './rule';

const raw = String.raw;

/** Words after which a number is an error code: `error code = 12`, `Win32 = 2`, `Code=12029`, `HTTP status 404`. */
const tellingEnd = [
  ...['error', 'code', 'win32', 'exit', 'hresult', 'http status', 'return value'].map(anyCase),
  ...['rc', 'hr'].map((word) => raw`\b${anyCase(word)}`),
].join('|');

/** Asked behind a word. Alone, `status 3` is a package's state, and only with a sign a result. */
const telling = raw`(?:(?<=${tellingEnd})|(?<=${anyCase('status')})(?= ?[:=]))`;

const gap = raw`[ :=;,(#'"]{1,3}`;

/** Asked behind any word, so what is cheap and rare comes first: a number close by. */
export const announcesNothing = raw`(?!${gap}[0-9C])|(?!${telling})`;

/** HRESULTs and NTSTATUS without `0x` start with 8 or C: `(80041002)`, `failed 80070005`. */
const bareHex = raw`[8C][0-9A-Fa-f]{7}(?![A-Za-z0-9_])`;

/** Every notation of a failure: hexadecimal, bare, signed or unsigned decimal, symbolic. */
export const errorCode = scoped(
  'keyword.control.error-code',
  [
    raw`0x(?:[89A-Fa-f][0-9A-Fa-f]{7}|[Ff]{8}[0-9A-Fa-f]{8})(?![A-Za-z0-9_])`,
    raw`(?:-[12][0-9]{9}|(?:214[789][0-9]|2278[56]|32212)[0-9]{5})(?![A-Za-z0-9_]| ?(?:[KMG]?B|bytes))`,
    raw`${bareHex}(?:(?<=\([0-9A-Fa-f]{8})(?=\))|(?<=[Ff]ailed[ :=(]{1,3}[0-9A-Fa-f]{8}))`,
    raw`(?:ERROR_(?!SUCCESS\b)|(?:[A-Z]{2,8}_)?E_)[A-Z][A-Z0-9_]+`,
  ].join('|'),
);

/** A short code needs its announcement: `error = 12`, `0x2efd` after `code`; 0 is success. */
export const announcedErrorCode =
  raw`[A-Za-z0-9_]++${telling}${gap}(?!0x0+\b|0\b)` +
  scoped(
    'keyword.control.error-code',
    raw`(?:0x[0-9A-Fa-f]{1,16}|${bareHex}|[0-9]{1,10})(?![A-Za-z0-9_]|[.:/\-][0-9])`,
  );

/** Capital words that may be a symbolic code, for the scanner's fast path. */
export const symbolicCodeStart = raw`(?:ERROR|(?:[A-Z]{2,8}_)?E)_`;
