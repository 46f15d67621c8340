/** The bytes that the shapes of records are made of. */
export const tab = 9;
export const lineFeed = 10;
export const carriageReturn = 13;
export const space = 32;
export const quote = 34;
export const hash = 35;
export const dollar = 36;
export const openParenthesis = 40;
export const closeParenthesis = 41;
export const plus = 43;
export const comma = 44;
export const minus = 45;
export const dot = 46;
export const slash = 47;
export const zero = 48;
export const colon = 58;
export const less = 60;
export const equals = 61;
export const greater = 62;
export const openBracket = 91;
export const closeBracket = 93;
export const tilde = 126;
/** The first byte of the mark of byte order in UTF-8. */
export const byteOrderMark = 0xef;

/** The bytes of an ASCII text. */
export const ascii = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));

export const startsWith = (bytes: Uint8Array, at: number, wanted: Uint8Array): boolean => {
  if (at + wanted.length > bytes.length) return false;
  for (let index = 0; index < wanted.length; index++) if (bytes[at + index] !== wanted[index]) return false;
  return true;
};

/** As `startsWith`; `wanted` is in lower case. */
export const startsWithAnyCase = (bytes: Uint8Array, at: number, wanted: Uint8Array): boolean => {
  if (at + wanted.length > bytes.length) return false;
  for (let index = 0; index < wanted.length; index++)
    if (lower(bytes[at + index] ?? 0) !== wanted[index]) return false;
  return true;
};

export const lower = (byte: number): number => (byte >= 65 && byte <= 90 ? byte + 32 : byte);

export const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

export const isLetter = (byte: number): boolean => {
  const small = byte | 32;
  return small >= 97 && small <= 122;
};

export const isSign = (byte: number): boolean => byte === plus || byte === minus;

/** Space or tab. */
export const isBlank = (byte: number): boolean => byte === space || byte === tab;

export const isBreak = (byte: number): boolean => byte === lineFeed || byte === carriageReturn;

/** Letters, digits, `_`, and all that is not ASCII: most of that is letters. */
export const isWord = (byte: number): boolean =>
  isDigit(byte) || isLetter(byte) || byte === 95 || byte >= 128;

/** Where the blanks before `to` begin. */
export const trimmedEnd = (bytes: Uint8Array, from: number, to: number): number => {
  let end = to;
  while (end > from && (bytes[end - 1] ?? 0) <= space) end--;
  return end;
};

export const skipBlanks = (bytes: Uint8Array, from: number, to: number): number => {
  let at = from;
  while (at < to && isBlank(bytes[at] ?? 0)) at++;
  return at;
};

/** The last place of a byte in a half-open range; -1 when it is not there. */
export const lastIndexIn = (bytes: Uint8Array, byte: number, from: number, to: number): number => {
  let at = to - 1;
  while (at >= from && bytes[at] !== byte) at--;
  return at >= from ? at : -1;
};

/** The first place of a byte in a half-open range of a line; `to` when it is not there. */
export const indexIn = (bytes: Uint8Array, byte: number, from: number, to: number): number => {
  let at = from;
  while (at < to && bytes[at] !== byte) at++;
  return at;
};
