import { open, type FileHandle } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';
import { setTimeout as sleep } from 'node:timers/promises';

const chunkBytes = 64 * 1024;
/** Milliseconds between two looks at a file that has not grown. */
const pause = 25;

/**
 * The lines of a file while it is being written. A failure of the writer is thrown at once, whatever is still
 * unread.
 * @param written settles when nothing more will come
 */
export async function* linesOf(file: string, written: Promise<unknown>): AsyncIterable<string> {
  const reader = new LineReader(await open(file, 'r'));
  let end: 'written' | { readonly error: unknown } | undefined;
  written.then(
    () => (end = 'written'),
    (error: unknown) => (end = { error }),
  );
  const told = (): typeof end => end;
  try {
    for (;;) {
      const before = told();
      const { bytes, lines } = await reader.read();
      const after = told();
      if (typeof after === 'object') throw after.error;
      yield* lines;
      if (bytes > 0) continue;
      if (before === 'written') return;
      await sleep(pause);
    }
  } finally {
    await reader.close();
  }
}

/** Takes a file's lines from where it stopped; a line that has not ended is left for the next time. */
class LineReader {
  private readonly decoder = new StringDecoder('utf8');
  private readonly buffer = Buffer.alloc(chunkBytes);
  private rest = '';

  constructor(private readonly handle: FileHandle) {}

  async read(): Promise<{ readonly bytes: number; readonly lines: readonly string[] }> {
    const { bytesRead } = await this.handle.read(this.buffer, 0, chunkBytes, null);
    const lines = (this.rest + this.decoder.write(this.buffer.subarray(0, bytesRead))).split('\n');
    this.rest = lines.pop() ?? '';
    return { bytes: bytesRead, lines };
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}
