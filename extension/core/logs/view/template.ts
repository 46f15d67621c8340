/**
 * A number for what a message says without its numbers, names and IDs: the same for `Wrote 380731 bytes` and `Wrote
 * 12 bytes`. A word with a digit in it may be anything; only an error code (`0x8007...`) says what happened. Bytes,
 * because all records of a log are numbered, and most are never decoded.
 */
export const templateOf = (bytes: Uint8Array, from: number, to: number): number => {
  let hash = 0;
  for (let at = from; at < to;) {
    const unit = bytes[at] ?? 0;
    if (!isWord(unit)) {
      hash = mixed(hash, unit);
      at++;
      continue;
    }
    const start = at;
    let hasDigit = false;
    for (; at < to && isWord(bytes[at] ?? 0); at++) hasDigit ||= isDigit(bytes[at] ?? 0);
    if (hasDigit && !isErrorCode(bytes, start, at)) hash = mixed(hash, variable);
    else for (let place = start; place < at; place++) hash = mixed(hash, bytes[place] ?? 0);
  }
  return hash >>> 0;
};

/** Beyond all bytes. */
const variable = 256;

const mixed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193) ^ (hash >>> 15);

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Letters, digits, `_`, `-`, `.`, and all beyond ASCII: GUIDs, times, addresses and file names are one word. */
const isWord = (unit: number): boolean =>
  isDigit(unit) ||
  (unit >= 97 && unit <= 122) ||
  (unit >= 65 && unit <= 90) ||
  unit === 95 ||
  unit === 45 ||
  unit === 46 ||
  unit >= 128;

/** `0x8` and seven digits more. */
const isErrorCode = (bytes: Uint8Array, from: number, to: number): boolean => {
  const length = to - from - (bytes[to - 1] === 46 ? 1 : 0);
  return length === 10 && bytes[from] === 48 && bytes[from + 1] === 120 && bytes[from + 2] === 56;
};
