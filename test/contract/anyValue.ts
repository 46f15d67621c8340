import fc from 'fast-check';

/** What breaks out of quotes, scripts, LIKE patterns, lines and files, and what is hard to encode. */
const hostile = [
  "'; DROP TABLE v_Package; --",
  "'' OR ''1''=''1",
  '`$(whoami)`',
  '$(Remove-Item x)',
  '"@ | iex',
  '%PATH%',
  '[a-z]_%',
  '{step} @other #table',
  'one\r\ntwo\tthree\nGO\n',
  '\u202Eright to left\u200F',
  'ﷺ ß İ ı e\u0301',
  '😀👩‍👩‍👧‍👦',
  ' leading and trailing ',
  '',
];

/** Text without NUL, which SQL Server's tools do not carry, and without half characters. */
export const anyText = fc.oneof(
  fc.constantFrom(...hostile),
  fc
    .array(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' })), { maxLength: 4 })
    .map((parts) => parts.join('').replaceAll('\0', '')),
);

/** bigint, as its digits. */
export const anyBigint = fc
  .oneof(
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.constantFrom(2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n), 0n),
  )
  .map(String);

/** UTC epoch milliseconds that a datetime holds exactly: it counts in three-hundredths of a second. */
export const anyTime = fc
  .integer({ min: Date.UTC(1900, 0, 1) / 10, max: Date.UTC(2100, 0, 1) / 10 })
  .map((hundredths) => hundredths * 10);
