import { mkdir, readdir, readFile, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { JournalRecord } from '../../core/run/journalRecord';
import {
  JournalError,
  type AlreadyBegun,
  type Held,
  type Journals,
  type KeptJournal,
  type Lock,
  type OwnedJournal,
} from '../../ports/journal';
import { heartbeat, HeartbeatLock, livingOwner, type HeartbeatOptions } from './heartbeatLock';
import { JournalFile } from './journalFile';
import { codeOf, fileProblem } from './placeFile';

const extension = '.ndjson';

/**
 * Journals as files of a folder, `runs/<id>.ndjson`, readable with any editor. Locks of DPs are in a folder of
 * their own, which windows and command lines share even where they keep their journals apart.
 */
export class JournalFolder implements Journals {
  private readonly runs: string;
  private readonly locks: string;

  /** @param shared folder of the DPs' locks */
  constructor(
    readonly place: string,
    shared: string = place,
    private readonly options: HeartbeatOptions = heartbeat,
  ) {
    this.runs = path.join(place, 'runs');
    this.locks = path.join(shared, 'locks');
  }

  async list(): Promise<readonly KeptJournal[]> {
    return this.told(this.runs, async () => {
      const names = await readdir(this.runs).catch((error: unknown) => {
        if (codeOf(error) === 'ENOENT') return [];
        throw error;
      });
      const journals = names.filter((name) => name.endsWith(extension));
      const kept = await Promise.all(
        journals.map(async (name) => ({
          id: name.slice(0, -extension.length),
          modified: (await stat(path.join(this.runs, name))).mtimeMs,
        })),
      );
      return kept.sort((a, b) => b.modified - a.modified);
    });
  }

  async read(id: string): Promise<string> {
    const file = this.fileOf(id);
    return this.told(file, () => readFile(file, 'utf8'));
  }

  async begin(id: string, first: JournalRecord): Promise<OwnedJournal | AlreadyBegun | Held> {
    const journal = await this.open(id, 'ax');
    if (journal.kind !== 'owned') return journal;
    try {
      await journal.append(first, true);
      return journal;
    } catch (error) {
      // Nothing was begun: the plan can be tried again.
      await unlink(this.fileOf(id)).catch(() => undefined);
      await journal.release();
      throw error;
    }
  }

  async take(id: string): Promise<OwnedJournal | Held> {
    // A journal is not made by taking it.
    await this.told(this.fileOf(id), () => stat(this.fileOf(id)));
    const journal = await this.open(id, 'a');
    return journal.kind === 'begun' ? { kind: 'held', by: 'somebody else' } : journal;
  }

  async ownerOf(id: string): Promise<string | undefined> {
    const lock = this.lockOf(id);
    return this.told(lock, () => livingOwner(lock, this.options.deadAfter));
  }

  async lockDp(siteCode: string, dp: string): Promise<Lock | Held> {
    const file = path.join(this.locks, `${fileName(`${siteCode} ${dp}`)}.lock`);
    const lock = await this.told(file, async () => {
      await mkdir(this.locks, { recursive: true, mode: 0o700 });
      return HeartbeatLock.take(file, this.options);
    });
    return typeof lock === 'string'
      ? { kind: 'held', by: lock }
      : { kind: 'locked', isMine: () => lock.isMine(), release: () => lock.release() };
  }

  private async open(id: string, flags: 'a' | 'ax'): Promise<JournalFile | AlreadyBegun | Held> {
    const file = this.fileOf(id);
    return this.told(file, async () => {
      await mkdir(this.runs, { recursive: true, mode: 0o700 });
      const lock = await HeartbeatLock.take(this.lockOf(id), this.options);
      if (typeof lock === 'string') return { kind: 'held', by: lock };
      try {
        if (flags === 'ax') await clearTorn(file);
        return await JournalFile.open(id, file, flags, lock);
      } catch (error) {
        await lock.release();
        if (flags === 'ax' && codeOf(error) === 'EEXIST') return { kind: 'begun' };
        throw error;
      }
    });
  }

  private fileOf(id: string): string {
    return path.join(this.runs, `${checkedId(id)}${extension}`);
  }

  private lockOf(id: string): string {
    return path.join(this.runs, `${checkedId(id)}.lock`);
  }

  private async told<T>(file: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof JournalError) throw error;
      throw new JournalError(`${file}: ${fileProblem(error)}`, { cause: error });
    }
  }
}

/** A journal that a crash tore before its plan was whole: nothing was begun, and it can be begun anew. */
const clearTorn = async (file: string): Promise<void> => {
  const text = await readFile(file, 'utf8').catch(() => '\n');
  if (!text.includes('\n')) await unlink(file);
};

/** Ids come from command lines, too: they never leave the folder. */
const checkedId = (id: string): string => {
  if (/^\w[\w.-]*$/.test(id)) return id;
  throw new JournalError(`"${id}" is not the name of a run: letters, digits, ".", "_" and "-" only.`);
};

/** A file name on Windows, too. */
const fileName = (text: string): string =>
  text.replaceAll(/[^\w .-]/gu, (character) => encodeURIComponent(character).replaceAll('*', '%2A'));
