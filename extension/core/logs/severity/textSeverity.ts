import { ascii, equals, isWord, lower, startsWith, startsWithAnyCase } from '../scan/ascii';
import { severityNumber } from '../scan/recordFields';
import { nextHead } from './troubleHeads';

const [error, fail, warn, over, stated] = ['error', 'fail', 'warn', 'over', 'SEV='].map(ascii) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
];

/**
 * The viewer's rule, in any letter case and with no word boundary: a message with `error` or `fail` is an error, one
 * with `warn` a warning; less its known false alarms (`0 errors`, `ErrorCode = 0`, `failover`). The grammar of the
 * colours has the same rule (syntaxes/source/severity.ts). Returns `quiet` for a message without trouble.
 */
export const textSeverity = (bytes: Uint8Array, from: number, to: number, quiet: number): number => {
  let found = quiet;
  for (let head = nextHead(bytes, from, to); head < to; head = nextHead(bytes, head + 1, to)) {
    const severity = troubleAt(bytes, from, head, to);
    if (severity === severityNumber.error) return severity;
    if (severity === severityNumber.warning) found = severity;
  }
  return found;
};

const troubleAt = (bytes: Uint8Array, from: number, head: number, to: number): number => {
  if (startsWithAnyCase(bytes, head, fail))
    return startsWithAnyCase(bytes, head + fail.length, over) || isCancelled(bytes, from, head, fail, to)
      ? 0
      : severityNumber.error;
  if (startsWithAnyCase(bytes, head, warn))
    return isCancelled(bytes, from, head, warn, to) ? 0 : severityNumber.warning;
  const start = head - 1;
  if (start < from) return 0;
  if (startsWithAnyCase(bytes, start, error))
    return isCancelled(bytes, from, start, error, to) ? 0 : severityNumber.error;
  return startsWith(bytes, start, stated) ? statedAt(bytes, start + stated.length, to) : 0;
};

const statedAt = (bytes: Uint8Array, at: number, to: number): number => {
  if (at + 1 < to && isWord(bytes[at + 1] ?? 0)) return 0;
  const letter = bytes[at];
  return letter === 69 ? severityNumber.error : letter === 87 ? severityNumber.warning : 0;
};

const isCancelled = (bytes: Uint8Array, from: number, at: number, word: Uint8Array, to: number): boolean =>
  isCancelledBefore(bytes, from, at) || isCancelledAfter(bytes, at + word.length, to);

const cancellations = ['0 ', 'no ', 'no_', 'not ', 'without '].map(ascii);

const isCancelledBefore = (bytes: Uint8Array, from: number, at: number): boolean => {
  const before = bytes[at - 1];
  if (before !== 32 && before !== 95) return false;
  return cancellations.some((words) => {
    const start = at - words.length;
    return (
      start >= from &&
      startsWithAnyCase(bytes, start, words) &&
      !(start > from && isWord(bytes[start - 1] ?? 0))
    );
  });
};

const code = ascii(' code');
const success = ['success', 'succeed'].map(ascii);

/** How far a cancellation may be: without a limit, a text of nothing but `error` would take the square of its length. */
const reach = 64;

/** `error = 0`, `ErrorCode: 0x0`, `errors: 0`, `Error=SUCCESS` are results, not trouble. */
const isCancelledAfter = (bytes: Uint8Array, from: number, to: number): boolean => {
  const limit = Math.min(to, from + reach);
  return isZeroAfter(bytes, from, limit) || isSuccessAfter(bytes, from, limit);
};

const isZeroAfter = (bytes: Uint8Array, from: number, to: number): boolean => {
  let at = from;
  while (at < to && isWord(bytes[at] ?? 0)) at++;
  if (startsWithAnyCase(bytes, at, code)) at += code.length;
  const gap = at;
  at = skipSpace(bytes, at, to);
  if (at < to && (bytes[at] === 58 || bytes[at] === equals)) at = skipSpace(bytes, at + 1, to);
  if (at === gap) return false;
  if (at < to && isOneOf(bytes[at], '"\'([')) at++;
  if (bytes[at] !== 48 || at >= to) return false;
  let end = at + 1;
  if (lower(bytes[end] ?? 0) === 120 && bytes[end + 1] === 48) {
    end += 2;
    while (end < to && bytes[end] === 48) end++;
  }
  return end >= to || !isWord(bytes[end] ?? 0);
};

const isSuccessAfter = (bytes: Uint8Array, from: number, to: number): boolean => {
  let at = from;
  while (at < to && (isSpace(bytes[at] ?? 0) || isOneOf(bytes[at], '_:=("\''))) at++;
  return success.some((word) => at + word.length <= to && startsWithAnyCase(bytes, at, word));
};

const isOneOf = (byte: number | undefined, characters: string): boolean =>
  byte !== undefined && characters.includes(String.fromCharCode(byte));

const isSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);

const skipSpace = (bytes: Uint8Array, from: number, to: number): number => {
  let at = from;
  while (at < to && isSpace(bytes[at] ?? 0)) at++;
  return at;
};
