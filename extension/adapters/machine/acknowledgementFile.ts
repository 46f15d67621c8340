import { mkdir } from 'node:fs/promises';
import { unwatchFile, watchFile } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Acknowledgement } from '../../core/acknowledge/acknowledgement';
import { withAcknowledgements, withoutAcknowledgements } from '../../core/acknowledge/changeAcknowledgements';
import {
  parseAcknowledgements,
  type AcknowledgementFile as Content,
} from '../../core/acknowledge/parseAcknowledgements';
import { printAcknowledgements } from '../../core/acknowledge/printAcknowledgements';
import type { Acknowledgements, AcknowledgementsRead } from '../../ports/acknowledgements';
import { nodeFileSystem, type FileSystem } from '../files/fileSystem';
import { codeOf, fileProblem, placeFile, readFileIfAny } from './placeFile';

export interface AcknowledgementFileOptions {
  readonly fileSystem?: FileSystem;
  /** Milliseconds between two looks at the file: shares do not tell of changes by themselves. */
  readonly watchEvery?: number;
  /** Milliseconds for which to wait for another writer. */
  readonly patience?: number;
}

/** A writer needs a moment; what it left that ended half-way is cleared after this many milliseconds. */
const abandonedAfter = 10 * 60_000;
const retryAfter = 50;

/**
 * A JSON file of acknowledgements, on this machine or a share. The file that is written beside it has always the
 * same name and is made before the old one is read: so writers of all machines take turns, and none loses what
 * another wrote.
 */
export class AcknowledgementFile implements Acknowledgements {
  private readonly fileSystem: FileSystem;
  private readonly watchEvery: number;
  private readonly patience: number;
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly place: string,
    { fileSystem = nodeFileSystem, watchEvery = 3_000, patience = 5_000 }: AcknowledgementFileOptions = {},
  ) {
    this.fileSystem = fileSystem;
    this.watchEvery = watchEvery;
    this.patience = patience;
  }

  async read(): Promise<AcknowledgementsRead> {
    try {
      const { acknowledgements } = await this.content();
      return { kind: 'read', acknowledgements };
    } catch (error) {
      const problems =
        error instanceof BrokenFile ? error.problems : [`${this.place}: ${fileProblem(error)}`];
      return { kind: 'broken', problems };
    }
  }

  add(acknowledgements: readonly Acknowledgement[]): Promise<void> {
    return this.change((file) => withAcknowledgements(file, acknowledgements));
  }

  remove(acknowledgements: readonly Acknowledgement[]): Promise<void> {
    return this.change((file) => withoutAcknowledgements(file, acknowledgements));
  }

  onDidChange(listener: () => void): () => void {
    if (this.listeners.size === 0)
      watchFile(this.place, { interval: this.watchEvery, persistent: false }, this.tell);
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) unwatchFile(this.place, this.tell);
    };
  }

  private readonly tell = (): void => {
    for (const listener of this.listeners) listener();
  };

  private async change(step: (file: Content) => Content): Promise<void> {
    const beside = `${this.place}.configmgr-content.tmp`;
    try {
      await mkdir(path.dirname(this.place), { recursive: true });
      await this.inTurn(beside, () =>
        placeFile(this.fileSystem, beside, this.place, async () =>
          Buffer.from(printAcknowledgements(step(await this.content()))),
        ),
      );
    } catch (error) {
      if (error instanceof BrokenFile)
        throw new Error(`Nothing was changed. Mend the file first. ${error.problems.join(' ')}`, {
          cause: error,
        });
      throw new Error(`${this.place} was not written: ${fileProblem(error)}`, { cause: error });
    }
    this.tell();
  }

  /** Waits while the file beside is another writer's. */
  private async inTurn(beside: string, write: () => Promise<void>): Promise<void> {
    for (let waited = 0; ; waited += retryAfter)
      try {
        await this.clearAbandoned(beside);
        await write();
        return;
      } catch (error) {
        if (codeOf(error) !== 'EEXIST' || waited >= this.patience) throw error;
        await pause(retryAfter);
      }
  }

  private async clearAbandoned(beside: string): Promise<void> {
    const { modified } = await this.fileSystem.state(beside).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return { modified: Infinity };
      throw error;
    });
    if (Date.now() - modified > abandonedAfter) await this.fileSystem.remove(beside);
  }

  /** @throws BrokenFile, and Node's errors */
  private async content(): Promise<Content> {
    const bytes = await readFileIfAny(this.fileSystem, this.place);
    const parsed = parseAcknowledgements(bytes?.toString('utf8') ?? '');
    if (parsed.kind === 'broken')
      throw new BrokenFile(parsed.problems.map((problem) => `${this.place}, ${problem}`));
    return parsed;
  }
}

class BrokenFile extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}
