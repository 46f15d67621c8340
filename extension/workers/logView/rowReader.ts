import path from 'node:path';
import { readRecord, type LogRecord } from '../../core/logs/logRecord';
import { RemoteFileError } from '../../ports/remoteFiles';
import type { LogFiles } from './logFiles';
import type { LogPart } from './logPart';
import { PartReader } from './partReader';
import type { OrderedLog } from './recordOrder';

/** A record of a log, by number. */
export interface RecordPlace {
  readonly log: number;
  readonly record: number;
}

/** A record as it was read again; undefined where its file could not be read. */
export interface ReadRecord {
  readonly record: LogRecord;
  /** All of it, as it is written. */
  readonly text: string;
  readonly file: string;
}

/** Reads records of several logs again, in any order. */
export class RowReader {
  private readonly readers = new WeakMap<LogPart, PartReader>();

  constructor(
    private readonly logs: readonly OrderedLog[],
    private readonly files: LogFiles,
  ) {}

  /** In the order of the places. @throws only when the signal aborts */
  async read(
    places: readonly RecordPlace[],
    signal: AbortSignal,
  ): Promise<readonly (ReadRecord | undefined)[]> {
    const found: (ReadRecord | undefined)[] = places.map(() => undefined);
    for (const [part, wanted] of this.byPart(places)) {
      try {
        await this.readPart(part, wanted, signal, (place, read) => (found[place] = read));
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof RemoteFileError)) throw error;
      }
    }
    return found;
  }

  /** Of each part, which record belongs to which place. */
  private byPart(places: readonly RecordPlace[]): ReadonlyMap<LogPart, ReadonlyMap<number, number>> {
    const parts = new Map<LogPart, Map<number, number>>();
    places.forEach(({ log, record }, place) => {
      const found = this.logs[log]?.records.locate(record);
      if (found === undefined) return;
      const wanted = parts.get(found.part) ?? new Map<number, number>();
      parts.set(found.part, wanted.set(found.record, place));
    });
    return parts;
  }

  private async readPart(
    part: LogPart,
    wanted: ReadonlyMap<number, number>,
    signal: AbortSignal,
    take: (place: number, read: ReadRecord) => void,
  ): Promise<void> {
    const reader = this.readers.get(part) ?? new PartReader(part, this.files);
    this.readers.set(part, reader);
    const pieces = new Set([...wanted.keys()].map((record) => reader.pieceOf(record)));
    for (const piece of pieces)
      reader.scan(piece, await reader.bytesOf(piece, signal), (number, fields, scanned) => {
        const place = wanted.get(number);
        if (place === undefined) return;
        const record = readRecord(fields, scanned, part.reading.bias);
        take(place, { record, text: scanned.text(fields.whole), file: path.basename(part.path) });
      });
  }
}
