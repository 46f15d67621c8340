import type { LogPart } from './logPart';
import type { PieceText } from './pieceText';

/**
 * The four characters beyond ASCII that fold into it, in UTF-8: the Kelvin sign, a Turkish capital I, and a grave accent
 * and a question mark of Greek. The code page of ANSI logs (Windows-1252) has none of them.
 */
const foldedIntoAscii = ['\u212a', '\u0130', '\u1fef', '\u037e'].map((character) =>
  Buffer.from(character).toString('latin1'),
);

/** Looks for a text in the bytes of pieces. */
export interface LiteralPattern {
  readonly inAscii: RegExp;
  readonly inOthers: RegExp;
}

/** @param literal folded, ASCII only */
export const literalPattern = (literal: string): LiteralPattern => {
  const escaped = literal.replaceAll(/[$()*+./?[\\\]^{|}-]/g, '\\$&');
  return {
    inAscii: new RegExp(escaped, 'gi'),
    inOthers: new RegExp([escaped, ...foldedIntoAscii].join('|'), 'gi'),
  };
};

/**
 * The records of a piece that can have a text, because it stands in their bytes, or a character does that folds into
 * ASCII. Most records of a log are so left out without being decoded.
 */
export const candidatesOf = (
  part: LogPart,
  piece: number,
  { text, offset, isAscii }: PieceText,
  { inAscii, inOthers }: LiteralPattern,
): ReadonlySet<number> => {
  const end = part.pieces[piece + 1]?.record ?? part.length;
  const found = new Set<number>();
  let record = part.pieces[piece]?.record ?? end;
  const pattern = isAscii ? inAscii : inOthers;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    while (record < end && part.endOf(record) <= offset + match.index) record++;
    if (record === end) break;
    found.add(record);
    pattern.lastIndex = Math.max(pattern.lastIndex, part.endOf(record) - offset);
  }
  return found;
};
