import { hasLoneSurrogate } from './loneSurrogate';

/**
 * Whether bytes without a byte order mark are UTF-16. Said only of whole units of two bytes that hold no U+0000 and
 * no broken surrogate pair, when at least one unit in sixteen is ASCII in one byte order (spaces, line ends and
 * digits are, in any language) and at most a quarter as many are in the other. Text in ANSI or UTF-8 has no NUL, so
 * it has no such unit.
 */
export const looksLikeUtf16 = (bytes: Uint8Array): 'utf16le' | 'utf16be' | undefined => {
  const units = bytes.length / 2;
  if (units === 0 || !Number.isInteger(units)) return undefined;
  let little = 0;
  let big = 0;
  for (let at = 0; at < bytes.length; at += 2) {
    const [first = 0, second = 0] = bytes.subarray(at, at + 2);
    if (first === 0 && second === 0) return undefined;
    if (second === 0 && first < 0x80) little += 1;
    if (first === 0 && second < 0x80) big += 1;
  }
  const enough = units / 16;
  if (little >= enough && little >= big * 4 && isWellFormed(bytes, 'utf-16le')) return 'utf16le';
  if (big >= enough && big >= little * 4 && isWellFormed(bytes, 'utf-16be')) return 'utf16be';
  return undefined;
};

const isWellFormed = (bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): boolean => {
  const copy = Buffer.from(bytes);
  return !hasLoneSurrogate((encoding === 'utf-16le' ? copy : copy.swap16()).toString('utf16le'));
};
