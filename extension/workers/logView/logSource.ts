import path from 'node:path';
import { rolloversOf } from '../../core/logs/view/rollovers';
import type { IndexedRecord } from '../../core/logs/index/logIndex';
import type { LogProblem, LogStanding } from '../../protocol/logPage';
import { RemoteFileError } from '../../ports/remoteFiles';
import type { LogFiles } from './logFiles';
import { LogPart } from './logPart';
import type { RecordReading } from './recordReading';

/** A record's place: the part of its log, and its number there. */
export interface PartRecord {
  readonly part: LogPart;
  readonly record: number;
}

/** One log: the file that is written to, and where wanted its rollovers before it. */
export class LogSource {
  parts: readonly LogPart[] = [];
  standing: LogStanding = { kind: 'reading', read: 0, size: 0 };
  /** Rollovers that are there, joined or not. */
  rollovers = 0;
  /** Records from here on may have changed since this was last set to Infinity. */
  changedFrom = Infinity;
  private isRead = false;

  /** @param changed something of it did; called often while it is read */
  constructor(
    readonly file: string,
    readonly joined: boolean,
    private readonly reading: RecordReading,
    private readonly files: LogFiles,
    private readonly changed: () => void,
  ) {}

  get name(): string {
    return path.basename(this.file);
  }

  get length(): number {
    return this.parts.reduce((sum, part) => sum + part.length, 0);
  }

  /** It was read to its end once. */
  get isWhole(): boolean {
    return this.isRead;
  }

  locate(record: number): PartRecord | undefined {
    let rest = record;
    for (const part of this.parts) {
      if (rest < part.length) return { part, record: rest };
      rest -= part.length;
    }
    return undefined;
  }

  at(record: number): IndexedRecord | undefined {
    const found = this.locate(record);
    return found?.part.at(found.record);
  }

  /** Number of the first record of a part. */
  firstOf(part: LogPart): number {
    const place = this.parts.indexOf(part);
    return this.parts.slice(0, place).reduce((sum, one) => sum + one.length, 0);
  }

  /** Looks once for what was written since; when the file has become another one, reads that. */
  async look(signal: AbortSignal): Promise<void> {
    try {
      const went = this.isRead && (await this.readOn(signal));
      if (!went) await this.readParts(signal);
      this.isRead = true;
      this.stand({ kind: 'following' });
    } catch (error) {
      if (!(error instanceof RemoteFileError) || error.kind === 'cancelled') throw error;
      this.stand(await this.explained(error, signal));
    }
  }

  /** A log in a folder that is not there either may well be there: a share is lost, or a disk. */
  private async explained(error: RemoteFileError, signal: AbortSignal): Promise<LogStanding> {
    const { message } = error;
    if (error.kind !== 'notFound') return { kind: 'problem', problem: problemOf(error), message };
    const problem = await this.files.names(path.dirname(this.file), signal).then(
      () => 'notFound' as const,
      () => 'unreachable' as const,
    );
    return { kind: 'problem', problem, message };
  }

  /** false when the file is not the one that was read before. */
  private readOn(signal: AbortSignal): Promise<boolean> {
    const last = this.parts.at(-1);
    if (last === undefined) return Promise.resolve(false);
    return this.files.open(this.file, signal, async (file, state, ask) => {
      if (!last.mayBe(state)) return false;
      if (last.isUnchanged(state)) return true;
      if (!(await last.stillIn(file, ask))) return false;
      this.changesFrom(last, last.finished);
      await last.readOn(file, state, ask, () => undefined);
      this.changed();
      return true;
    });
  }

  /** Reads all files of the log; those that were read before, also under another name, only as far as they are new. */
  private async readParts(signal: AbortSignal): Promise<void> {
    const folder = path.dirname(this.file);
    const names = await this.files.names(folder, signal).catch(() => []);
    const older = rolloversOf(this.name, names).map((name) => path.join(folder, name));
    this.rollovers = older.length;
    const known = [...this.parts];
    const parts: LogPart[] = [];
    const wanted = [...(this.joined ? older : []), this.file];
    for (const file of wanted) {
      const isLast = file === this.file;
      try {
        parts.push(await this.readPart(file, known, signal, (part) => this.take([...parts, part])));
      } catch (error) {
        // A rollover may be gone or locked by now; without the log itself nothing is known.
        if (isLast || !(error instanceof RemoteFileError) || error.kind === 'cancelled') throw error;
      }
    }
    this.take(parts);
  }

  private async readPart(
    path: string,
    known: LogPart[],
    signal: AbortSignal,
    begun: (part: LogPart) => void,
  ): Promise<LogPart> {
    return this.files.open(path, signal, async (file, state, ask) => {
      let part: LogPart | undefined;
      for (const one of known)
        if (one.identity !== undefined && one.mayBe(state) && (await one.stillIn(file, ask))) part = one;
      if (part === undefined) part = new LogPart(this.reading, path);
      else known.splice(known.indexOf(part), 1);
      part.path = path;
      const reading = part;
      begun(reading);
      let whole = reading.finished;
      const grown = (): void => {
        this.changesFrom(reading, whole);
        whole = reading.finished;
      };
      await reading.readOn(file, state, ask, () => {
        grown();
        this.stand({ kind: 'reading', read: reading.read, size: state.size });
      });
      grown();
      return reading;
    });
  }

  private take(parts: readonly LogPart[]): void {
    const same = parts.findIndex((part, place) => part !== this.parts[place]);
    const first = same < 0 ? parts.length : same;
    const kept = this.parts.slice(0, first);
    if (parts.length !== this.parts.length || same >= 0)
      this.changedFrom = Math.min(
        this.changedFrom,
        kept.reduce((sum, part) => sum + part.length, 0),
      );
    this.parts = parts;
  }

  private changesFrom(part: LogPart, record: number): void {
    this.changedFrom = Math.min(this.changedFrom, this.firstOf(part) + record);
  }

  private stand(standing: LogStanding): void {
    const before = this.standing;
    this.standing = standing;
    if (standing.kind !== before.kind || standing.kind !== 'following') this.changed();
  }
}

const problemOf = ({ kind }: RemoteFileError): LogProblem => {
  switch (kind) {
    case 'notFound':
    case 'denied':
    case 'inUse':
    case 'unreachable':
      return kind;
    case 'timeout':
      return 'unreachable';
    case 'exists':
    case 'outside':
    case 'cancelled':
    case 'failed':
      return 'failed';
  }
};
