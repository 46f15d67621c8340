import { randomBytes } from 'node:crypto';
import { open, readFile, stat, unlink, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { codeOf } from './placeFile';

export interface HeartbeatOptions {
  /** Milliseconds between two signs of life. */
  readonly beatEvery: number;
  /** Milliseconds after which an owner that gave none counts as dead. */
  readonly deadAfter: number;
}

export const heartbeat: HeartbeatOptions = { beatEvery: 5_000, deadAfter: 30_000 };

/** How often a lock that was let go of in the meantime is tried for. */
const attempts = 3;

/**
 * A file that its owner touches as long as it lives. One that is not touched any more is taken over, which the old
 * owner finds out before it acts: it asks `isMine`.
 */
export class HeartbeatLock {
  private readonly timer: NodeJS.Timeout;

  private constructor(
    private readonly file: string,
    private readonly content: string,
    beatEvery: number,
  ) {
    this.timer = setInterval(() => void this.beat(), beatEvery);
    this.timer.unref();
  }

  /** The lock, or who has it. Rejects with Node's errors. */
  static async take(
    file: string,
    { beatEvery, deadAfter }: HeartbeatOptions = heartbeat,
  ): Promise<HeartbeatLock | string> {
    const content = `${hostname()}, process ${process.pid}\n${randomBytes(12).toString('hex')}\n`;
    for (let attempt = 1; ; attempt++) {
      if (await created(file, content)) return new HeartbeatLock(file, content, beatEvery);
      const owner = await livingOwner(file, deadAfter);
      if (owner !== undefined) return owner;
      const isFree = await clearDead(file, deadAfter);
      if (!isFree || attempt >= attempts) return 'somebody who has just taken it';
    }
  }

  async isMine(): Promise<boolean> {
    return (await readFile(this.file, 'utf8').catch(() => '')) === this.content;
  }

  async release(): Promise<void> {
    clearInterval(this.timer);
    if (await this.isMine()) await unlink(this.file).catch(() => undefined);
  }

  private async beat(): Promise<void> {
    if (!(await this.isMine())) return;
    const now = new Date();
    await utimes(this.file, now, now).catch(() => undefined);
  }
}

/** Who has the lock and lives; undefined when nobody does. */
export const livingOwner = async (
  file: string,
  deadAfter = heartbeat.deadAfter,
): Promise<string | undefined> => {
  try {
    const { mtimeMs } = await stat(file);
    if (Date.now() - mtimeMs > deadAfter) return undefined;
    const [owner = ''] = (await readFile(file, 'utf8')).split('\n');
    return owner === '' ? 'somebody who has just taken it' : owner;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};

/**
 * Removes the lock of a dead owner. A second file keeps others from doing the same, who would remove the lock
 * of the one that came first.
 * @returns false while another one is at it
 */
const clearDead = async (file: string, deadAfter: number): Promise<boolean> => {
  const turn = `${file}.turn`;
  if (!(await created(turn, ''))) {
    if ((await livingOwner(turn, deadAfter)) === undefined) await unlink(turn).catch(() => undefined);
    return false;
  }
  try {
    if ((await livingOwner(file, deadAfter)) === undefined) await unlink(file).catch(() => undefined);
    return true;
  } finally {
    await unlink(turn).catch(() => undefined);
  }
};

/** false when it is there already. */
const created = async (file: string, content: string): Promise<boolean> => {
  try {
    const handle = await open(file, 'wx');
    try {
      await handle.writeFile(content);
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
};
