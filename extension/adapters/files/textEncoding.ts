import type { RemoteText, TextEncoding } from '../../ports/remoteFiles';
import { hasLoneSurrogate } from './loneSurrogate';
import { looksLikeUtf16 } from './looksLikeUtf16';
import { decodeWindows1252, encodeWindows1252 } from './windows1252';

const marks: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['utf8bom', [0xef, 0xbb, 0xbf]],
  ['utf16lebom', [0xff, 0xfe]],
  ['utf16bebom', [0xfe, 0xff]],
];

/**
 * Text and encoding of a whole file. A byte order mark decides; broken characters behind one become U+FFFD.
 * Without a mark nothing is lost: encoding the text again gives the same bytes.
 */
export const decodeText = (bytes: Uint8Array): RemoteText => {
  for (const [encoding, mark] of marks)
    if (mark.every((byte, index) => bytes[index] === byte))
      return { encoding, text: decode(bytes.subarray(mark.length), encoding) };
  const encoding = looksLikeUtf16(bytes) ?? (isUtf8(bytes) ? 'utf8' : 'ansi');
  return { encoding, text: decode(bytes, encoding) };
};

/** The bytes of a file with this text; undefined when the encoding does not have one of its characters. */
export const encodeText = (text: string, encoding: TextEncoding): Uint8Array | undefined => {
  const body = encode(text, encoding);
  const mark = marks.find(([marked]) => marked === encoding)?.[1];
  return body === undefined || mark === undefined ? body : Buffer.concat([Uint8Array.from(mark), body]);
};

const decode = (bytes: Uint8Array, encoding: TextEncoding): string => {
  switch (encoding) {
    case 'ansi':
      return decodeWindows1252(bytes);
    case 'utf8':
    case 'utf8bom':
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    case 'utf16le':
    case 'utf16lebom':
      return Buffer.from(bytes).toString('utf16le') + broken(bytes);
    case 'utf16be':
    case 'utf16bebom':
      return (
        Buffer.from(bytes.subarray(0, bytes.length & ~1))
          .swap16()
          .toString('utf16le') + broken(bytes)
      );
  }
};

/** Half of a UTF-16 unit stands at the end. */
const broken = ({ length }: Uint8Array): string => (length % 2 === 0 ? '' : '\ufffd');

const encode = (text: string, encoding: TextEncoding): Uint8Array | undefined => {
  switch (encoding) {
    case 'ansi':
      return encodeWindows1252(text);
    case 'utf8':
    case 'utf8bom':
      return hasLoneSurrogate(text) ? undefined : Buffer.from(text, 'utf8');
    case 'utf16le':
    case 'utf16lebom':
      return Buffer.from(text, 'utf16le');
    case 'utf16be':
    case 'utf16bebom':
      return Buffer.from(text, 'utf16le').swap16();
  }
};

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};
