import { randomBytes } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';

/** A file that is there whole or not at all: written beside its place, then renamed. */
export class AtomicFile {
  private constructor(
    private readonly file: string,
    private readonly beside: string,
    private readonly handle: FileHandle,
  ) {}

  /** @throws Error of node:fs when nothing can be written beside it */
  static async create(file: string): Promise<AtomicFile> {
    const beside = `${file}.${randomBytes(6).toString('hex')}.part`;
    return new AtomicFile(file, beside, await open(beside, 'wx'));
  }

  async write(text: string): Promise<void> {
    await this.handle.writeFile(text);
  }

  /** Puts it in its place; what was there is replaced. */
  async commit(): Promise<void> {
    await this.handle.sync();
    await this.handle.close();
    await rename(this.beside, this.file);
  }

  /** Leaves no trace of it. */
  async discard(): Promise<void> {
    await this.handle.close().catch(() => undefined);
    await rm(this.beside, { force: true });
  }
}

/** Lends a file to write; it takes its place once the task is done, and is gone when that fails. */
export const writeAtomically = async <T>(
  file: string,
  task: (write: (text: string) => Promise<void>) => Promise<T>,
): Promise<T> => {
  const written = await AtomicFile.create(file);
  try {
    const result = await task((text) => written.write(text));
    await written.commit();
    return result;
  } catch (error) {
    await written.discard();
    throw error;
  }
};
