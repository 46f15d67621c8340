import type { RemoteBytes } from '../../ports/remoteFiles';
import type { FileSystem, OpenFile } from './fileSystem';
import { isBusyOrRefused, type Ask } from './operation';
import { readRange } from './readRange';

const pieceBytes = 256 * 1024;
const markBytes = 64;

/** How far a file was followed. */
export interface Place {
  /** Where the next piece begins; Infinity is the end at the first look. */
  readonly from: number;
  readonly identity?: string | undefined;
  /** The last bytes before `from`: a file that does not have them there is another one. */
  readonly mark: Uint8Array;
}

/** Where a file is followed from that is not there, or not any more: its successor's beginning. */
export const beginning: Place = { from: 0, mark: new Uint8Array() };

/** Looks once for what stands behind the place; the piece is empty when nothing does. */
export const lookFurther = async (
  fileSystem: FileSystem,
  ask: Ask,
  file: string,
  place: Place,
): Promise<{ readonly piece: RemoteBytes; readonly place: Place }> => {
  const handle = await ask(() => fileSystem.openToRead(file), isBusyOrRefused);
  try {
    const { size, identity } = await ask(() => handle.state());
    const from = place.from === Infinity ? size : place.from;
    const same = from <= size && (place.identity === undefined || place.identity === identity);
    const piece =
      (same ? await readOn(ask, handle, from, place.mark, size) : undefined) ??
      (await readRange(ask, handle, 0, pieceBytes, size));
    const before = piece.from === from ? place.mark : beginning.mark;
    const mark = Buffer.concat([before, piece.bytes.subarray(-markBytes)]).subarray(-markBytes);
    return { piece, place: { from: piece.to, identity, mark } };
  } finally {
    await handle.close();
  }
};

/** undefined when the mark does not stand before `from`. */
const readOn = async (
  ask: Ask,
  handle: OpenFile,
  from: number,
  mark: Uint8Array,
  size: number,
): Promise<RemoteBytes | undefined> => {
  if (from === size) return { from, to: from, size, bytes: new Uint8Array() };
  const { bytes, to } = await readRange(ask, handle, from - mark.length, pieceBytes, size);
  if (!Buffer.from(mark).equals(bytes.subarray(0, mark.length))) return undefined;
  return { from, to, size, bytes: bytes.subarray(mark.length) };
};
