import { isAscii } from 'node:buffer';
import type { LogPart } from './logPart';

/** The bytes of a piece as one text, a character a byte. */
export interface PieceText {
  readonly text: string;
  /** Of its first character, in the file. */
  readonly offset: number;
  /** Then its slices are the texts of records. */
  readonly isAscii: boolean;
}

/** undefined for a piece that is, or may turn to, UTF-16. */
export const pieceText = (part: LogPart, piece: number, bytes: Uint8Array): PieceText | undefined => {
  const place = part.pieces[piece]?.place;
  if (place?.width !== 'single' || bytes.includes(0)) return undefined;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return { text, offset: place.offset, isAscii: isAscii(bytes) };
};
