import { cleanupReader } from '../../../core/library/cleanup/cleanupReading';
import type { CleanupLog } from '../../../core/library/cleanup/cleanupLog';
import { parseRunRecord } from '../../../core/library/cleanup/runRecord';
import { LogAnalysis } from '../../../core/logs/analyse/logAnalysis';
import type { LogBytes } from '../../../core/logs/logBytes';

/** A log of the cleanup tool, wherever it lies. */
export interface CleanupLogFile {
  readonly name: string;
  /** For people: its path. */
  readonly place: string;
  /** UTC epoch milliseconds. */
  readonly modified: number;
  /** All bytes, in pieces. */
  pieces(signal: AbortSignal): AsyncIterable<Uint8Array>;
  /** Text of the record beside it; undefined: there is none. */
  record(signal: AbortSignal): Promise<string | undefined>;
}

/** What reading takes of the platform. */
export interface CleanupPlatform {
  readonly bytes: LogBytes;
  /** SHA-256 of what it is given, piece by piece. */
  readonly digest: () => Digest;
}

export interface Digest {
  update(bytes: Uint8Array): unknown;
  /** 64 hex digits in upper case. */
  hex(): string;
}

/** Reads a log of any size. Throws what the file throws. */
export const readCleanupLog = async (
  file: CleanupLogFile,
  { bytes, digest }: CleanupPlatform,
  signal: AbortSignal,
): Promise<CleanupLog> => {
  const analysis = new LogAnalysis(bytes, [cleanupReader]);
  const input = analysis.file(file.name);
  const hash = digest();
  let last: readonly number[] = [];
  for await (const piece of file.pieces(signal)) {
    signal.throwIfAborted();
    hash.update(piece);
    input.push(piece);
    last = [...last, ...piece.subarray(-2)].slice(-2);
  }
  input.end();
  const text = await file.record(signal);
  const [read] = analysis.results();
  return {
    name: file.name,
    place: file.place,
    modified: file.modified,
    sha256: hash.hex(),
    isWhole: endsLine(last),
    reading: read?.facts ?? cleanupReader.begin().end(),
    record: text === undefined ? undefined : parseRunRecord(text),
  };
};

const lineFeed = 10;

/** In UTF-16 a byte of zero stands beside the line feed. */
const endsLine = ([before, last]: readonly number[]): boolean =>
  last === lineFeed || (before === lineFeed && last === 0) || (last === undefined && before === lineFeed);
