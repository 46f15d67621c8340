import { randomBytes } from 'node:crypto';
import { mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const prefix = 'configmgr-content-';

/**
 * A folder of the owner's own for answers that are too long for a pipe. They hold a site's data: each file is
 * deleted after its call, the folder at the end, and what a crash left when the next one is made.
 */
export class AnswerFolder {
  private made: Promise<string> | undefined;

  constructor(private readonly parent: string = tmpdir()) {}

  /** A new, empty file that only the owner can read. */
  async newFile(): Promise<string> {
    this.made ??= this.make();
    const file = path.join(await this.made, `${randomBytes(12).toString('hex')}.ndjson`);
    const handle = await open(file, 'wx', 0o600);
    await handle.close();
    return file;
  }

  /** Deletes the folder with all that is in it. */
  async delete(): Promise<void> {
    const folder = await this.made?.catch(() => undefined);
    this.made = undefined;
    if (folder !== undefined) await deleteFile(folder);
  }

  private async make(): Promise<string> {
    await this.sweep();
    return mkdtemp(path.join(this.parent, `${prefix}${process.pid}-`)); // made with mode 0700
  }

  private async sweep(): Promise<void> {
    const names = await readdir(this.parent).catch(() => []);
    for (const name of names) {
      const pid = new RegExp(`^${prefix}(\\d+)-\\w{6}$`).exec(name)?.[1];
      if (pid !== undefined && !isRunning(Number(pid))) await deleteFile(path.join(this.parent, name));
    }
  }
}

/** Windows keeps a file that another process holds open: it is tried again, and else left to the next sweep. */
export const deleteFile = (file: string): Promise<void> =>
  rm(file, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined);

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
};
