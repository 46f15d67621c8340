import { open, type FileHandle } from 'node:fs/promises';
import { printRecord, type JournalRecord } from '../../core/run/journalRecord';
import { JournalError, type OwnedJournal } from '../../ports/journal';
import type { HeartbeatLock } from './heartbeatLock';
import { fileProblem } from './placeFile';

/** The journal of one run, while it is written: appended to, never changed. */
export class JournalFile implements OwnedJournal {
  readonly kind = 'owned';
  private last: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly id: string,
    private readonly file: string,
    private readonly handle: FileHandle,
    private readonly lock: HeartbeatLock,
  ) {}

  /** @param flags `ax` for a new one. Rejects with Node's errors. */
  static async open(id: string, file: string, flags: 'a' | 'ax', lock: HeartbeatLock): Promise<JournalFile> {
    const handle = await open(file, flags, 0o600);
    try {
      // What a crash tore stays a line of its own.
      if (flags === 'a' && (await isTorn(file))) await handle.writeFile('\n');
      return new JournalFile(id, file, handle, lock);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  append(record: JournalRecord, durable: boolean): Promise<void> {
    const line = `${printRecord(record)}\n`;
    const written = this.last.then(() => this.write(line, durable));
    this.last = written.catch(() => undefined);
    return written;
  }

  async release(): Promise<void> {
    await this.last;
    await this.handle.close().catch(() => undefined);
    await this.lock.release();
  }

  private async write(line: string, durable: boolean): Promise<void> {
    if (durable && !(await this.lock.isMine()))
      throw new JournalError(
        `${this.file} was taken over by another window or command line, so nothing more is written here.`,
      );
    try {
      await this.handle.writeFile(line);
      if (durable) await this.handle.datasync();
    } catch (error) {
      throw new JournalError(`${this.file} was not written: ${fileProblem(error)}`, { cause: error });
    }
  }
}

const isTorn = async (file: string): Promise<boolean> => {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await handle.read(last, 0, 1, size - 1);
    return size > 0 && last.toString() !== '\n';
  } finally {
    await handle.close();
  }
};
