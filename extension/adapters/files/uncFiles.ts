import { setTimeout as sleep } from 'node:timers/promises';
import {
  RemoteFileError,
  type RemoteBytes,
  type RemoteEntry,
  type RemoteFiles,
  type RemoteText,
  type RemoteWhole,
  type TextEncoding,
} from '../../ports/remoteFiles';
import { explainFailure, type Task } from './explainFailure';
import { nodeFileSystem, type FileSystem } from './fileSystem';
import { beginning, lookFurther, type Place } from './followFile';
import { Lanes } from './lanes';
import { listFolder } from './listFolder';
import { makeFolders } from './makeFolders';
import { operate, type Ask, type Bounds } from './operation';
import { readRange } from './readRange';
import { readWhole } from './readWhole';
import { pathBelow } from './remotePath';
import { renameBelow } from './renameBelow';
import { replaceFile } from './replaceFile';
import { decodeText, encodeText } from './textEncoding';

export interface UncFilesOptions extends Partial<Bounds> {
  /** Milliseconds between two looks at a followed file: a UNC path tells nothing of itself. */
  readonly lookEvery?: number;
  readonly fileSystem?: FileSystem;
}

const maxTextBytes = 64 * 1024 * 1024;

/** Files below a UNC root, or any folder, through Node. */
export class UncFiles implements RemoteFiles {
  private readonly bounds: Bounds;
  private readonly lookEvery: number;
  private readonly fileSystem: FileSystem;

  constructor(
    readonly root: string,
    options: UncFilesOptions = {},
  ) {
    const { answerWithin = 15_000, retryAfter = [50, 150, 400, 1000], lanes = new Lanes() } = options;
    this.bounds = { answerWithin, retryAfter, lanes };
    this.lookEvery = options.lookEvery ?? 1000;
    this.fileSystem = options.fileSystem ?? nodeFileSystem;
  }

  list(folder: string, signal: AbortSignal): Promise<readonly RemoteEntry[]> {
    return this.operate('listed', folder, signal, (path, ask) => listFolder(this.fileSystem, ask, path));
  }

  read(file: string, from: number, length: number, signal: AbortSignal): Promise<RemoteBytes> {
    return this.operate('read', file, signal, (path, ask) => this.readBytes(ask, path, from, length));
  }

  readWhole(file: string, most: number, signal: AbortSignal): Promise<RemoteWhole> {
    return this.operate('read', file, signal, (path, ask) => readWhole(this.fileSystem, ask, path, most));
  }

  readText(file: string, signal: AbortSignal): Promise<RemoteText> {
    return this.operate('read', file, signal, async (path, ask) => {
      const { bytes, size } = await this.readBytes(ask, path, 0, maxTextBytes);
      if (size <= maxTextBytes) return decodeText(bytes);
      throw new RemoteFileError(
        'failed',
        `${path} could not be read as text: it has ${size} bytes, and 64 MB is the limit. Read it in pieces.`,
      );
    });
  }

  async *follow(file: string, from: number, signal: AbortSignal): AsyncIterable<RemoteBytes> {
    let place: Place = { ...beginning, from };
    while (!signal.aborted) {
      const look = await this.look(file, place, signal);
      place = look.place;
      if (look.piece !== undefined && look.piece.bytes.length > 0) yield look.piece;
      const more = look.piece !== undefined && look.piece.to < look.piece.size;
      if (!more) await sleep(this.lookEvery, undefined, { signal }).catch(() => undefined);
    }
  }

  async writeText(file: string, text: string, encoding: TextEncoding, signal: AbortSignal): Promise<void> {
    const bytes = encodeText(text, encoding);
    await this.operate('written', file, signal, (path, ask) => {
      if (bytes !== undefined) return replaceFile(this.fileSystem, ask, path, bytes, Date.now());
      throw new RemoteFileError(
        'failed',
        `${path} was not written: its text has a character that ${encoding} does not have. Write it as utf8bom or utf16lebom, or without that character.`,
      );
    });
  }

  async makeFolder(folder: string, signal: AbortSignal): Promise<void> {
    await this.operate('made', folder, signal, (path, ask) =>
      makeFolders(this.fileSystem, ask, this.root, path),
    );
  }

  async rename(from: string, to: string, signal: AbortSignal): Promise<void> {
    await this.operate('renamed', from, signal, (path, ask) =>
      renameBelow(this.fileSystem, ask, path, pathBelow(this.root, to)),
    );
  }

  private async readBytes(ask: Ask, path: string, from: number, length: number): Promise<RemoteBytes> {
    const handle = await ask(() => this.fileSystem.openToRead(path));
    try {
      const { size } = await ask(() => handle.state());
      return await readRange(ask, handle, from, length, size);
    } finally {
      await handle.close();
    }
  }

  private async look(
    file: string,
    place: Place,
    signal: AbortSignal,
  ): Promise<{ readonly piece?: RemoteBytes; readonly place: Place }> {
    try {
      return await this.operate('read', file, signal, (path, ask) =>
        lookFurther(this.fileSystem, ask, path, place),
      );
    } catch (error) {
      if (!(error instanceof RemoteFileError)) throw error;
      if (error.kind === 'notFound') return { place: beginning };
      if (error.kind === 'inUse' || error.kind === 'cancelled') return { place };
      throw error;
    }
  }

  private async operate<T>(
    verb: Task['verb'],
    relative: string,
    signal: AbortSignal,
    work: (path: string, ask: Ask) => Promise<T>,
  ): Promise<T> {
    const path = pathBelow(this.root, relative);
    const { answerWithin } = this.bounds;
    try {
      return await operate(this.bounds, signal, (ask) => work(path, ask));
    } catch (error) {
      const told = explainFailure(error, { path, verb, answerWithin });
      if (told.kind === 'notFound' && path !== this.root) await this.proveRoot(signal);
      throw told;
    }
  }

  /** What is below a root that is not there is unknown, not absent: a share may be gone for a while. */
  private async proveRoot(signal: AbortSignal): Promise<void> {
    const { answerWithin } = this.bounds;
    try {
      await operate(this.bounds, signal, (ask) => ask(() => this.fileSystem.state(this.root)));
    } catch (error) {
      const told = explainFailure(error, { path: this.root, verb: 'read', answerWithin });
      if (told.kind !== 'notFound') throw told;
      throw new RemoteFileError('unreachable', `${told.message} Nothing is known of what is below it.`);
    }
  }
}
