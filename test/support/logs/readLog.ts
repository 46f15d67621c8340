import { nodeLogBytes } from '../../../extension/adapters/files/nodeLogBytes';
import type { LogRecord } from '../../../extension/core/logs/logRecord';
import { LogReader } from '../../../extension/core/logs/logReader';
import { LogIndex } from '../../../extension/core/logs/index/logIndex';
import { LogScanner } from '../../../extension/core/logs/scan/logScanner';
import type { BiasPolicy } from '../../../extension/core/logs/time/utcOf';

export const platform = nodeLogBytes();

/** All records of a log, read in pieces that end at these places. */
export const readLog = (
  log: Uint8Array | string,
  cuts: readonly number[] = [],
  policy: BiasPolicy = 'auto',
): readonly LogRecord[] => {
  const reader = new LogReader(platform, policy);
  const records = piecesOf(bytesOf(log), cuts).map((piece) => reader.push(piece));
  return [...records.flat(), ...reader.end()];
};

export const indexLog = (log: Uint8Array): LogIndex => {
  const index = new LogIndex();
  const scanner = new LogScanner(platform, index.add);
  scanner.push(log);
  scanner.end();
  return index;
};

export const bytesOf = (log: Uint8Array | string): Uint8Array =>
  typeof log === 'string' ? Buffer.from(log) : log;

const piecesOf = (bytes: Uint8Array, cuts: readonly number[]): readonly Uint8Array[] => {
  const places = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
  return places.slice(1).map((place, piece) => bytes.subarray(places[piece], place));
};
