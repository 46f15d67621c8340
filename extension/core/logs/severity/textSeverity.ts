import { ascii, equals, isWord, lower, startsWith, startsWithAnyCase } from '../scan/ascii';
import { severityNumber } from '../scan/recordFields';

/** `error`, `fail` and `warn` by their first four letters, and the severity that a status message states. */
const heads = ['erro', 'fail', 'warn', 'SEV='];

/**
 * At which place of a head two bytes stand, counted from 1. Letters of either case have the same five low bits; so have
 * other bytes, which is found out when the word is looked at.
 */
const places = new Uint8Array(1024);
for (const head of heads)
  for (let place = 0; place < 3; place++)
    places[((head.charCodeAt(place) & 31) << 5) | (head.charCodeAt(place + 1) & 31)] = place + 1;

const words = { erro: ascii('error'), fail: ascii('fail'), warn: ascii('warn') };
const over = ascii('over');
const stated = ascii('SEV=');
const [lastOfErro, lastOfFail, lastOfWarn] = [111, 108, 110];

/**
 * The viewer's rule, in any letter case and with no word boundary: a message with `error` or `fail` is an error, one
 * with `warn` a warning; less its known false alarms (`0 errors`, `ErrorCode = 0`, `failover`). The grammar of the
 * colours has the same rule (syntaxes/source/severity.ts). Returns `quiet` for a message without trouble.
 */
export const textSeverity = (bytes: Uint8Array, from: number, to: number, quiet: number): number => {
  let found = quiet;
  // A head has three pairs, so one of them stands at a third place.
  for (let at = from; at + 1 < to; at += 3) {
    const place = places[(((bytes[at] ?? 0) & 31) << 5) | ((bytes[at + 1] ?? 0) & 31)] ?? 0;
    if (place === 0) continue;
    const start = at - place + 1;
    if (start < from || start + 4 > to) continue;
    const severity = troubleAt(bytes, from, start, to);
    if (severity === severityNumber.error) return severity;
    if (severity === severityNumber.warning) found = severity;
  }
  return found;
};

const troubleAt = (bytes: Uint8Array, from: number, at: number, to: number): number => {
  const last = bytes[at + 3] ?? 0;
  if (last === equals) return statedAt(bytes, at, to);
  const letter = lower(last);
  const word =
    letter === lastOfErro
      ? words.erro
      : letter === lastOfFail
        ? words.fail
        : letter === lastOfWarn
          ? words.warn
          : undefined;
  if (word === undefined || at + word.length > to || !startsWithAnyCase(bytes, at, word)) return 0;
  const end = at + word.length;
  if (word === words.fail && startsWithAnyCase(bytes, end, over)) return 0;
  if (isCancelledBefore(bytes, from, at) || isCancelledAfter(bytes, end, to)) return 0;
  return word === words.warn ? severityNumber.warning : severityNumber.error;
};

const statedAt = (bytes: Uint8Array, at: number, to: number): number => {
  if (at + 4 >= to || !startsWith(bytes, at, stated)) return 0;
  if (at + 5 < to && isWord(bytes[at + 5] ?? 0)) return 0;
  const letter = bytes[at + 4];
  return letter === 69 ? severityNumber.error : letter === 87 ? severityNumber.warning : 0;
};

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
