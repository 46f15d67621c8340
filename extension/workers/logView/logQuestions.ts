import { setImmediate } from 'node:timers/promises';
import { parseLogFilter } from '../../core/logs/view/logFilter';
import type * as protocol from '../../protocol/logPage';
import type { LogView } from './logView';
import { RecordTester } from './recordTester';
import type { ReadRecord, RecordPlace } from './rowReader';

/** Characters of a message that a row shows. */
const rowText = 600;
/** Characters of a message that are shown at all. */
const detailsText = 1_000_000;
const turn = 8;

type Asked<T> = Promise<T | undefined>;

/** Rows on screen; undefined when their numbers are those of an earlier view. */
export const readRows = async (
  view: LogView,
  generation: number,
  offset: number,
  limit: number,
  signal: AbortSignal,
): Asked<readonly protocol.LogRow[]> => {
  if (generation !== view.generation) return undefined;
  const rows = Array.from(
    { length: Math.max(0, Math.min(limit, view.length - offset)) },
    (_, at) => offset + at,
  );
  const read = await view.reader.read(
    rows.map((row) => placeOf(view, row)),
    signal,
  );
  if (generation !== view.generation) return undefined;
  return rows.map((row, at) => rowOf(view, row, read[at]));
};

export const readDetails = async (
  view: LogView,
  generation: number,
  row: number,
  signal: AbortSignal,
): Asked<protocol.LogDetails> => {
  if (generation !== view.generation || row >= view.length) return undefined;
  const [read] = await view.reader.read([placeOf(view, row)], signal);
  if (read === undefined || generation !== view.generation) return undefined;
  const { message, format } = read.record;
  // A chunk of its own: the tables of error codes are large.
  const { recordCodes } = await import('../../core/logs/errors/recordCodes.js');
  if (generation !== view.generation) return undefined;
  return {
    row: rowOf(view, row, read),
    message: message.slice(0, detailsText),
    file: read.file,
    format,
    errors: recordCodes(message, format).map(({ error }) => error),
  };
};

/** The next row, from one on in one direction, that fits a filter. */
export const seek = async (
  view: LogView,
  { generation, row, forward, filter }: { generation: number; row: number; forward: boolean; filter: string },
  signal: AbortSignal,
): Asked<number> => {
  const { order } = view;
  const tester = new RecordTester(parseLogFilter(filter), order.logs, view.files);
  const step = forward ? 1 : -1;
  let until = performance.now() + turn;
  for (let at = row + step; at >= 0 && at < view.length; at += step) {
    const { log, record } = placeOf(view, at);
    let fits = tester.fits(log, record);
    if (fits === undefined) {
      await tester.read(log, record, signal);
      fits = tester.fits(log, record);
    }
    if (generation !== view.generation) return undefined;
    if (fits === true) return at;
    if ((at & 63) !== 0 || performance.now() < until) continue;
    await setImmediate();
    signal.throwIfAborted();
    until = performance.now() + turn;
  }
  return undefined;
};

/** @param time by the clock of the log, milliseconds */
export const seekTime = (view: LogView, generation: number, time: number): number | undefined => {
  if (generation !== view.generation) return undefined;
  for (let row = 0; row < view.length; row++) {
    const { log, record } = placeOf(view, row);
    const ordered = view.order.logs[log];
    const indexed = ordered?.records.at(record);
    if (ordered === undefined || indexed === undefined) continue;
    const local = Number.isNaN(indexed.utc) ? indexed.time : indexed.utc - ordered.distance;
    if (local >= time) return row;
  }
  return view.length === 0 ? undefined : view.length - 1;
};

/** The row of a record, or of the next one that is shown. */
export const locate = (
  view: LogView,
  { log, part, offset }: protocol.LogPlace,
): { readonly generation: number; readonly row: number } => {
  const { generation } = view;
  const last = Math.max(0, view.length - 1);
  const parts = view.order.logs[log]?.records.parts ?? [];
  const place = parts.length - 1 - part;
  const found = parts[place];
  if (found === undefined) return { generation, row: last };
  const before = parts.slice(0, place).reduce((sum, one) => sum + one.length, 0);
  const record = before + found.recordFrom(offset);
  return { generation, row: Math.min(last, view.rowOf(view.order.positionOf(log, record))) };
};

export const measure = (
  view: LogView,
  generation: number,
  selection: protocol.LogSelection,
): protocol.LogMeasure | undefined => {
  if (generation !== view.generation) return undefined;
  let [records, warnings, errors, first, last] = [0, 0, 0, Infinity, -Infinity];
  for (const row of selectedRows(view, selection)) {
    const { log, record } = placeOf(view, row);
    const indexed = view.order.logs[log]?.records.at(record);
    if (indexed === undefined) continue;
    records += view.countAt(row);
    if (indexed.severity === 'error') errors++;
    if (indexed.severity === 'warning') warnings++;
    if (indexed.time < first) first = indexed.time;
    if (indexed.time > last) last = indexed.time;
  }
  return {
    records,
    warnings,
    errors,
    first: first === Infinity ? undefined : first,
    last: last === -Infinity ? undefined : last,
  };
};

/** In rising order. */
export function* selectedRows(
  view: LogView,
  { allBut, rows }: protocol.LogSelection,
): Generator<number, void> {
  if (!allBut) {
    yield* rows.filter((row) => row < view.length).toSorted((a, b) => a - b);
    return;
  }
  const left = new Set(rows);
  for (let row = 0; row < view.length; row++) if (!left.has(row)) yield row;
}

export const placeOf = (view: LogView, row: number): RecordPlace => {
  const position = view.positionOf(row);
  return { log: view.order.logAt(position), record: view.order.recordAt(position) };
};

const rowOf = (view: LogView, row: number, read: ReadRecord | undefined): protocol.LogRow => {
  const { log, record } = placeOf(view, row);
  const found = view.order.logs[log]?.records;
  const located = found?.locate(record);
  const indexed = found?.at(record);
  const isPlaced = located?.part.from.offset === 0;
  return {
    row,
    log,
    part:
      located === undefined || found === undefined
        ? 0
        : found.parts.length - 1 - found.parts.indexOf(located.part),
    offset: indexed?.offset ?? 0,
    line: isPlaced ? (indexed?.line ?? 0) : 0,
    lines: (indexed?.endLine ?? 0) - (indexed?.line ?? 0) + 1,
    severity: indexed?.severity ?? 'none',
    time: read?.record.time ?? null,
    utc: read?.record.utc ?? null,
    component: read?.record.component ?? indexed?.component ?? null,
    thread: read?.record.thread ?? indexed?.thread ?? null,
    source: read?.record.source ?? null,
    message:
      read?.record.message
        .slice(0, rowText * 2)
        .replaceAll(/\s+/g, ' ')
        .trim()
        .slice(0, rowText) ?? '',
    torn: indexed?.torn ?? false,
    count: view.countAt(row),
    fits: view.fits(view.positionOf(row)),
    unread: read === undefined,
  };
};

/** Where a record stands as text. */
export const placeInFile = (
  view: LogView,
  generation: number,
  row: number,
): { readonly file: string; readonly line: number } | undefined => {
  if (generation !== view.generation) return undefined;
  const { log, record } = placeOf(view, row);
  const found = view.order.logs[log]?.records.locate(record);
  return found && { file: found.part.path, line: found.part.at(found.record)?.line ?? 1 };
};
