import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { FileSystem } from '../../files/fileSystem';
import { codeOf, fileProblem, placeFile, readFileIfAny } from '../placeFile';

/** What a process that ended half-way left beside is cleared after this many milliseconds. */
const abandonedAfter = 10 * 60_000;

/** Small records of a folder, a file each; each is there whole or not at all. Rejects with Errors that name the file. */
export class RecordFolder {
  /** @param extension such as `.json` */
  constructor(
    private readonly folder: string,
    private readonly extension: string,
    private readonly fileSystem: FileSystem,
  ) {}

  /** Names of the records, without the extension. */
  async names(): Promise<readonly string[]> {
    const names = await this.fileSystem.names(this.folder).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return [];
      throw this.told(error, this.folder);
    });
    return names
      .filter((name) => name.endsWith(this.extension))
      .map((name) => name.slice(0, -this.extension.length));
  }

  async read(name: string): Promise<string | undefined> {
    const file = this.fileOf(name);
    const bytes = await this.asked(file, () => readFileIfAny(this.fileSystem, file));
    return bytes?.toString('utf8');
  }

  /** When it was last written, UTC epoch milliseconds; undefined when it is gone. */
  async modified(name: string): Promise<number | undefined> {
    const state = await this.fileSystem.state(this.fileOf(name)).catch(() => undefined);
    return state?.modified;
  }

  /** Replaces what is there. */
  async write(name: string, text: string): Promise<void> {
    const file = this.fileOf(name);
    await this.asked(file, async () => {
      await mkdir(this.folder, { recursive: true });
      const beside = `${file}.${randomBytes(6).toString('hex')}.part`;
      await placeFile(this.fileSystem, beside, file, () => Promise.resolve(Buffer.from(text)));
    });
  }

  /** Moves a record of another folder here, over what is here. */
  async takeFrom(other: RecordFolder, name: string): Promise<void> {
    const file = this.fileOf(name);
    await this.asked(file, async () => {
      await mkdir(this.folder, { recursive: true });
      await this.fileSystem.rename(other.fileOf(name), file);
    });
  }

  async remove(name: string): Promise<void> {
    const file = this.fileOf(name);
    await this.asked(file, () =>
      this.fileSystem.remove(file).catch((error: unknown) => {
        if (codeOf(error) !== 'ENOENT') throw error;
      }),
    );
  }

  /** Takes away what processes left that ended while they wrote. */
  async clearAbandoned(): Promise<void> {
    for (const name of await this.fileSystem.names(this.folder).catch(() => [])) {
      if (!name.endsWith('.part')) continue;
      const file = path.join(this.folder, name);
      const { modified } = await this.fileSystem.state(file).catch(() => ({ modified: Infinity }));
      if (Date.now() - modified > abandonedAfter) await this.fileSystem.remove(file).catch(() => undefined);
    }
  }

  fileOf(name: string): string {
    return path.join(this.folder, `${name}${this.extension}`);
  }

  private async asked<T>(file: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.told(error, file);
    }
  }

  private told(error: unknown, file: string): Error {
    return new Error(`${file}: ${fileProblem(error)}`, { cause: error });
  }
}
