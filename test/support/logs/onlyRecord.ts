import assert from 'node:assert/strict';
import type { LogRecord } from '../../../extension/core/logs/logRecord';
import { readLog } from './readLog';

export type Expected = Partial<LogRecord>;

/** The one record of a line. */
export const only = (line: string): LogRecord => {
  const [record, ...more] = readLog(line);
  assert.ok(record !== undefined && more.length === 0, JSON.stringify(more));
  return record;
};

export const shows = (line: string, expected: Expected): void => {
  const record = only(line);
  const shown = Object.fromEntries(Object.keys(expected).map((key) => [key, record[key as keyof LogRecord]]));
  assert.deepEqual(shown, expected);
};
