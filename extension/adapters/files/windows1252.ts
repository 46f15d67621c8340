/**
 * 0x80 to 0x9F; every other byte is the character of its number. The five bytes that Windows leaves undefined stand
 * for their control characters, as in the WHATWG encoding standard. A table of our own, because Node has versions
 * whose TextDecoder reads these bytes as ISO 8859-1 (nodejs/node issue 56542).
 */
const special =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const byteOf = new Map(Array.from(special, (character, index) => [character, 0x80 + index]));

export const decodeWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) => special.charAt(character.charCodeAt(0) - 0x80));

/** undefined when a character is not in Windows-1252. */
export const encodeWindows1252 = (text: string): Uint8Array | undefined => {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const byte = code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : byteOf.get(text.charAt(at));
    if (byte === undefined) return undefined;
    bytes[at] = byte;
  }
  return bytes;
};
