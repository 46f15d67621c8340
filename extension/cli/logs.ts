import { readLogFile } from '../adapters/files/logFile';
import { nodeLogBytes } from '../adapters/files/nodeLogBytes';
import { mergeRecords, type FileRecord } from '../core/logs/mergeRecords';
import type { LogArguments } from './logArguments';
import { logWriters, type LogWriter } from './logWriters';
import type { CommandLine } from './missing';

/** Prints records of logs; false when one of the files could not be read: what it has is then missing. */
export const printLogs = async (
  { verb, files, format, bias, codePage }: LogArguments,
  { write, say, signal }: CommandLine,
): Promise<boolean> => {
  const platform = nodeLogBytes(codePage);
  const writer = verb === 'errors' ? await errorWriter(format) : logWriters[format];
  let allRead = true;
  async function* recordsOf(file: string): AsyncGenerator<readonly FileRecord[], void> {
    try {
      for await (const records of readLogFile(file, platform, bias, signal))
        yield records.map((record) => ({ file, ...record }));
    } catch (error) {
      signal.throwIfAborted();
      allRead = false;
      say(`${file} could not be read: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  const pieces = verb === 'merge' ? inPieces(mergeRecords(files.map(recordsOf))) : oneByOne(files, recordsOf);
  await write(writer.head);
  for await (const records of pieces) {
    const shown = verb === 'errors' ? records.filter(({ severity }) => severity === 'error') : records;
    if (shown.length > 0) await write(shown.map((record) => writer.line(record)).join(''));
  }
  return allRead;
};

/** Loaded when it is needed: the tables of error codes are large. */
const errorWriter = async (format: LogArguments['format']): Promise<LogWriter<FileRecord>> =>
  (await import('./errorWriters.js')).errorWriters[format];

async function* oneByOne(
  files: readonly string[],
  recordsOf: (file: string) => AsyncGenerator<readonly FileRecord[], void>,
): AsyncGenerator<readonly FileRecord[], void> {
  for (const file of files) yield* recordsOf(file);
}

const pieceRecords = 500;

async function* inPieces(
  records: AsyncGenerator<FileRecord, void>,
): AsyncGenerator<readonly FileRecord[], void> {
  let piece: FileRecord[] = [];
  for await (const record of records) {
    piece.push(record);
    if (piece.length < pieceRecords) continue;
    yield piece;
    piece = [];
  }
  yield piece;
}
