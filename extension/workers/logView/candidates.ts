import type { LogPart } from './logPart';

/**
 * The four characters beyond ASCII that fold into it, in UTF-8: the Kelvin sign, a Turkish capital I, and a grave accent
 * and a question mark of Greek. The code page of ANSI logs (Windows-1252) has none of them.
 */
const foldedIntoAscii = ['\u212a', '\u0130', '\u1fef', '\u037e'].map((character) =>
  Buffer.from(character).toString('latin1'),
);

/**
 * The records of a piece that can have a text, because it stands in their bytes, or a character does that folds into
 * ASCII; undefined when nothing can be told by bytes. Most records of a log are so left out without being decoded.
 * @param literal folded, ASCII only
 */
export const candidatesOf = (
  part: LogPart,
  piece: number,
  bytes: Uint8Array,
  literal: string | undefined,
): ReadonlySet<number> | undefined => {
  const start = part.pieces[piece];
  if (literal === undefined || start?.place.width !== 'single') return undefined;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if (text.includes('\0')) return undefined;
  const end = part.pieces[piece + 1]?.record ?? part.length;
  const found = new Set<number>();
  const look = (where: string, what: string): void => {
    let record = start.record;
    for (let at = where.indexOf(what); at >= 0 && record < end; at = where.indexOf(what, at)) {
      const offset = start.place.offset + at;
      while (record < end && endOf(part, record) <= offset) record++;
      if (record < end) found.add(record);
      at = Math.max(at + 1, endOf(part, record) - start.place.offset);
    }
  };
  look(text.toLowerCase(), literal);
  for (const character of foldedIntoAscii) look(text, character);
  return found;
};

const endOf = (part: LogPart, record: number): number => {
  const { offset = 0, length = 0 } = part.at(record) ?? {};
  return offset + length;
};
