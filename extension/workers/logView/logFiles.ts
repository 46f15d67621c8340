import type { FileState, FileSystem, OpenFile } from '../../adapters/files/fileSystem';
import { explainFailure } from '../../adapters/files/explainFailure';
import { Lanes } from '../../adapters/files/lanes';
import { operate, type Ask, type Bounds } from '../../adapters/files/operation';
import { RemoteFileError } from '../../ports/remoteFiles';

/**
 * Opens logs of one view for a moment each. None stays open: a writer must be able to rename its log, and on Windows
 * a name whose file is still open somewhere cannot be used again.
 */
export class LogFiles {
  private readonly bounds: Bounds;

  constructor(
    readonly fileSystem: FileSystem,
    bounds: Partial<Bounds> = {},
  ) {
    // Two at a time: a share that answers nothing must not take all threads that Node makes file calls on.
    this.bounds = { answerWithin: 15_000, retryAfter: [50, 150, 400], lanes: new Lanes(2), ...bounds };
  }

  /** @throws RemoteFileError that names path, cause and next step */
  async open<T>(
    path: string,
    signal: AbortSignal,
    task: (file: OpenFile, state: FileState, ask: Ask) => Promise<T>,
  ): Promise<T> {
    return this.run(path, 'read', signal, async (ask) => {
      const file = await ask(() => this.fileSystem.openToRead(path));
      try {
        const state = await ask(() => file.state());
        if (state.kind !== 'file') throw new RemoteFileError('failed', `${path} is no file.`);
        return await task(file, state, ask);
      } finally {
        await file.close();
      }
    });
  }

  /** @throws RemoteFileError */
  names(folder: string, signal: AbortSignal): Promise<readonly string[]> {
    return this.run(folder, 'listed', signal, (ask) => ask(() => this.fileSystem.names(folder)));
  }

  private async run<T>(
    path: string,
    verb: 'read' | 'listed',
    signal: AbortSignal,
    task: (ask: Ask) => Promise<T>,
  ): Promise<T> {
    try {
      return await operate(this.bounds, signal, task);
    } catch (error) {
      throw explainFailure(error, { path, verb, answerWithin: this.bounds.answerWithin });
    }
  }
}
