import { open } from 'node:fs/promises';
import type { LogBytes } from '../../core/logs/logBytes';
import { LogReader } from '../../core/logs/logReader';
import type { LogRecord } from '../../core/logs/logRecord';
import type { BiasPolicy } from '../../core/logs/time/utcOf';

const pieceBytes = 256 * 1024;

/**
 * The records of a file, some hundreds at a time. A file that is still written to is read as far as it goes.
 * @throws Error with Node's code when the file cannot be opened or read
 */
export async function* readLogFile(
  file: string,
  platform: LogBytes,
  policy: BiasPolicy,
  signal: AbortSignal,
): AsyncGenerator<readonly LogRecord[], void> {
  const handle = await open(file, 'r');
  try {
    const reader = new LogReader(platform, policy);
    const piece = platform.allocate(pieceBytes);
    for (;;) {
      signal.throwIfAborted();
      const { bytesRead } = await handle.read(piece, 0, piece.length);
      if (bytesRead === 0) break;
      yield reader.push(piece.subarray(0, bytesRead));
    }
    yield reader.end();
  } finally {
    await handle.close();
  }
}
