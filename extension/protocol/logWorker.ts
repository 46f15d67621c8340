import type { BiasPolicy } from '../core/logs/time/utcOf';
import { isSelection, type LogSelection } from './logPage';
import { defineNotification, defineRequest, trusted } from './requestType';
import { isCount, isOneOf, isRecordOf, isText } from './shape';

// What the host says to the thread that reads logs, beside what it passes on from the page (`logPage.ts`).

/** How bytes become records where they do not tell: for writers that do it in their own way. */
export interface LogReading {
  readonly bias: BiasPolicy;
  /** Of text that is neither UTF-8 nor UTF-16; a label of the WHATWG encoding standard. */
  readonly codePage: string;
}

/** A record that was marked, as it is found again: where it stood in its file, and a print of its text. */
export interface KeptBookmark {
  readonly offset: number;
  readonly print: string;
}

/** A log to show, by its path, and the bookmarks that it had. */
export interface LogToOpen {
  readonly file: string;
  readonly bookmarks: readonly KeptBookmark[];
}

/** What the thread is told first. */
export const logOpen = defineRequest<undefined>()(
  'log/open',
  trusted<{ readonly logs: readonly LogToOpen[]; readonly reading: LogReading }>(),
);

/** Reads the logs anew, in another way. */
export const logReadAs = defineRequest<undefined>()('log/readAs', trusted<LogReading>());

/** Said by the thread: a log has other bookmarks. */
export const logMarked = defineNotification('log/marked', trusted<LogToOpen>());

/** Where a record stands as text; lines begin with 1. */
export const logPlaceInFile = defineRequest<{ readonly file: string; readonly line: number } | undefined>()(
  'log/placeInFile',
  isRecordOf<{ generation: number; row: number }>({ generation: isCount, row: isCount }),
);

export const logTextFormats = ['table', 'csv', 'ndjson', 'log'] as const;
export type LogTextFormat = (typeof logTextFormats)[number];

/** Rows as text. @returns how many records */
export const logText = defineRequest<{ readonly records: number; readonly text: string }>()(
  'log/text',
  isRecordOf<{ generation: number; selection: LogSelection; format: LogTextFormat }>({
    generation: isCount,
    selection: isSelection,
    format: isOneOf(logTextFormats),
  }),
);

/** Writes rows to a file of this machine. @returns how many records */
export const logWrite = defineRequest<number>()(
  'log/write',
  isRecordOf<{ generation: number; selection: LogSelection; format: LogTextFormat; file: string }>({
    generation: isCount,
    selection: isSelection,
    format: isOneOf(logTextFormats),
    file: isText,
  }),
);
