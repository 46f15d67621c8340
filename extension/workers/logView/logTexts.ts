import { writeAtomically } from '../../adapters/machine/atomicFile';
import {
  csvRecordWriter,
  ndjsonWriter,
  originalWriter,
  tableWriter,
  type RecordWriter,
} from '../../core/logs/view/recordText';
import type { LogSelection } from '../../protocol/logPage';
import type { LogTextFormat } from '../../protocol/logWorker';
import { placeOf, selectedRows } from './logQuestions';
import type { LogView } from './logView';

const writers: Readonly<Record<LogTextFormat, RecordWriter>> = {
  table: tableWriter,
  csv: csvRecordWriter,
  ndjson: ndjsonWriter,
  log: originalWriter,
};

/** Records that are read at a time. */
const batch = 500;
/** Records that a clipboard takes. */
const mostCopied = 50_000;

export interface TextOf {
  readonly generation: number;
  readonly selection: LogSelection;
  readonly format: LogTextFormat;
}

/** Rows as one text. @throws Error when there are too many for that */
export const textOfRows = async (
  view: LogView,
  asked: TextOf,
  signal: AbortSignal,
): Promise<{ readonly records: number; readonly text: string }> => {
  const pieces: string[] = [];
  const records = await writeRows(view, asked, signal, (text, count) => {
    if (count > mostCopied)
      throw new Error(`More than ${mostCopied} rows are too many for the clipboard. Export them to a file.`);
    pieces.push(text);
    return Promise.resolve();
  });
  return { records, text: pieces.join('') };
};

/** Rows to a file, which is there whole or not at all. @returns how many */
export const rowsToFile = (
  view: LogView,
  file: string,
  asked: TextOf,
  signal: AbortSignal,
): Promise<number> => writeAtomically(file, (write) => writeRows(view, asked, signal, write));

const writeRows = async (
  view: LogView,
  { generation, selection, format }: TextOf,
  signal: AbortSignal,
  write: (text: string, records: number) => Promise<void>,
): Promise<number> => {
  const writer = writers[format];
  let records = 0;
  let rows: number[] = [];
  const flush = async (): Promise<void> => {
    signal.throwIfAborted();
    if (generation !== view.generation)
      throw new Error('The log has changed meanwhile. Select the rows again, and try again.');
    const read = await view.reader.read(
      rows.map((row) => placeOf(view, row)),
      signal,
    );
    const whole = read.filter((one) => one !== undefined);
    if (whole.length < rows.length)
      throw new Error('Some records cannot be read now: the log is not there, or has become another file.');
    records += whole.length;
    rows = [];
    await write(whole.map((one) => writer.line(one)).join(''), records);
  };
  await write(writer.head, 0);
  for (const row of selectedRows(view, selection)) if (rows.push(row) === batch) await flush();
  await flush();
  return records;
};
