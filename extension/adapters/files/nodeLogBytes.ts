import { isUtf8 } from 'node:buffer';
import type { LogBytes } from '../../core/logs/logBytes';
import type { Width } from '../../core/logs/scan/stretch';
import { decodeWindows1252 } from './windows1252';

/**
 * Memory and text for the reader of logs. `codePage` is that of ANSI text, a label of the WHATWG encoding standard.
 * @throws RangeError for a code page that Node does not know
 */
export const nodeLogBytes = (codePage = 'windows-1252'): LogBytes => {
  const decodeAnsi = ansiDecoder(codePage);
  return {
    allocate: (length) => Buffer.allocUnsafeSlow(length),
    text: (bytes, width) => textOf(asBuffer(bytes), width, decodeAnsi),
  };
};

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

const ansiDecoder = (codePage: string): ((bytes: Uint8Array) => string) => {
  const decoder = new TextDecoder(codePage);
  return decoder.encoding === 'windows-1252' ? decodeWindows1252 : (bytes) => decoder.decode(bytes);
};

const textOf = (bytes: Buffer, width: Width, decodeAnsi: (bytes: Uint8Array) => string): string => {
  switch (width) {
    case 'single':
      return isUtf8(bytes) ? bytes.toString('utf8') : decodeAnsi(bytes);
    case 'utf16le':
      return bytes.toString('utf16le');
    case 'utf16be':
      return Buffer.from(bytes.subarray(0, bytes.length & ~1))
        .swap16()
        .toString('utf16le');
  }
};
