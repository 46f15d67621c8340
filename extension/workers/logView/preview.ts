import { looksLikeUtf16 } from '../../adapters/files/looksLikeUtf16';
import { beginning, type Place } from '../../core/logs/scan/logScanner';
import type { LogFiles } from './logFiles';
import { LogPart, pieceBytes } from './logPart';
import type { Records } from './recordOrder';
import type { RecordReading } from './recordReading';

/** Smaller logs are read before anyone could look at a part of them. */
const smallest = 4 * 1024 * 1024;

const opener = Buffer.from('<![LOG[');
const lineFeed = 10;

/** The newest records of a large log, to look at while all of it is read; undefined for a small one. */
export const readPreview = (
  file: string,
  reading: RecordReading,
  files: LogFiles,
  signal: AbortSignal,
): Promise<Records | undefined> =>
  files.open(file, signal, async (open, state, ask) => {
    if (state.size < smallest) return undefined;
    const from = (state.size - pieceBytes) & ~1;
    const bytes = Buffer.alloc(pieceBytes);
    const length = await ask(() => open.read(bytes, from));
    const part = new LogPart(reading, file, firstPlace(bytes.subarray(0, length), from));
    await part.readOn(open, state, ask, () => undefined);
    return {
      parts: [part],
      get length() {
        return part.length;
      },
      at: (record) => part.at(record),
      locate: (record) => (record < part.length ? { part, record } : undefined),
    };
  });

/** Where the first whole record begins: lines of a message look like records of their own. */
const firstPlace = (bytes: Buffer, from: number): Place => {
  const width = looksLikeUtf16(bytes.subarray(0, 4096)) ?? 'single';
  const step = width === 'single' ? 1 : 2;
  const afterLine = bytes.indexOf(
    width === 'utf16le' ? '\n\0' : width === 'utf16be' ? '\0\n' : '\n',
    0,
    'latin1',
  );
  let at = afterLine < 0 ? 0 : afterLine + step;
  if (width === 'single') {
    let found = bytes.indexOf(opener, at);
    while (found > 0 && bytes[found - 1] !== lineFeed) found = bytes.indexOf(opener, found + 1);
    if (found >= 0) at = found;
  }
  return { ...beginning(), offset: from + at, width };
};
