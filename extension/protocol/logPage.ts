import type { DecodedError } from '../core/logs/errors/decode';
import type { Severity } from '../core/logs/scan/recordFields';
import type { TimeBars } from '../core/logs/view/timeline';
import { defineNotification, defineRequest } from './requestType';
import { isCount, isFlag, isListOf, isNothing, isOneOf, isRecordOf, isText } from './shape';

export type LogProblem = 'notFound' | 'denied' | 'inUse' | 'unreachable' | 'failed';

/** How a log is doing; sizes in bytes. */
export type LogStanding =
  | { readonly kind: 'reading'; readonly read: number; readonly size: number }
  | { readonly kind: 'following' }
  /** What was read before is still shown. */
  | { readonly kind: 'problem'; readonly problem: LogProblem; readonly message: string };

export interface ShownLog {
  readonly name: string;
  readonly path: string;
  readonly standing: LogStanding;
  /** Of the log as it is joined with its rollovers. */
  readonly files: number;
  /** How many rollovers there are, joined or not. */
  readonly rollovers: number;
  readonly records: number;
}

/** What stands around the rows. */
export interface LogState {
  readonly logs: readonly ShownLog[];
  readonly joined: boolean;
  /** A row number means another record when this has changed. */
  readonly generation: number;
  readonly rows: number;
  /** Rows before this one are what they were when the page asked last. */
  readonly changedFrom: number;
  readonly records: number;
  /** Only the newest records are there: the log is still being read. */
  readonly isPreview: boolean;
  /** How many records the filter has looked at, and what it has found. */
  readonly passed: number;
  readonly matched: number;
  readonly warnings: number;
  readonly errors: number;
  /** Milliseconds from the clock of the first log to UTC. */
  readonly distance: number;
  /** Why the filter does not get on. */
  readonly filterProblem: string | undefined;
  /** Records that were marked and are still there. */
  readonly bookmarks: readonly LogPlace[];
}

/** A record as a row of the table. */
export interface LogRow {
  readonly row: number;
  /** Number of its log. */
  readonly log: number;
  /** Number of its file, counted from the one that is written to backwards. */
  readonly part: number;
  /** In bytes, in its file. */
  readonly offset: number;
  /** 0 is not known. */
  readonly line: number;
  readonly lines: number;
  readonly severity: Severity;
  /** As written: `2023-05-09T15:30:09.905`. */
  readonly time: string | null;
  readonly utc: string | null;
  readonly component: string | null;
  readonly thread: number | string | null;
  readonly source: string | null;
  /** The first of it, in one line. */
  readonly message: string;
  readonly torn: boolean;
  /** Records that it stands for. */
  readonly count: number;
  /** Whether the filter asks for it, as far as that is known; else it is faded. */
  readonly fits: boolean;
  /** Its text could not be read now. */
  readonly unread: boolean;
}

/** A record with all of its text. */
export interface LogDetails {
  readonly row: LogRow;
  readonly message: string;
  readonly file: string;
  readonly format: string;
  /** What the error codes in the message mean, each once. */
  readonly errors: readonly DecodedError[];
}

export interface LogPlace {
  readonly log: number;
  readonly part: number;
  readonly offset: number;
}

export interface LogView {
  readonly filter: string;
  /** What the filter does not ask for is left out; else it is faded. */
  readonly hides: boolean;
  /** Records that follow each other and say the same, but for numbers and names, are one row. */
  readonly collapses: boolean;
}

/** Rows by number: these, or all but these. */
export interface LogSelection {
  readonly allBut: boolean;
  readonly rows: readonly number[];
}

export interface LogMeasure {
  readonly records: number;
  readonly warnings: number;
  readonly errors: number;
  /** Of the earliest and the latest, milliseconds since 1970; undefined when none has a time. */
  readonly first: number | undefined;
  readonly last: number | undefined;
}

export const isSelection = isRecordOf<LogSelection>({ allBut: isFlag, rows: isListOf(isCount, 1_000_000) });
/** A row, or the place ahead of the first one. */
const isFrom = (value: unknown): value is number => value === -1 || isCount(value);
const isSigned = (value: unknown): value is number => Number.isFinite(value);

export const logState = defineRequest<LogState>()('log/state', isNothing);

export const logShow = defineRequest<undefined>()(
  'log/show',
  isRecordOf<LogView>({ filter: isText, hides: isFlag, collapses: isFlag }),
);

export const logJoin = defineRequest<undefined>()(
  'log/join',
  isRecordOf<{ joined: boolean }>({ joined: isFlag }),
);

/** undefined: row numbers mean something else by now. */
export const logRows = defineRequest<readonly LogRow[] | undefined>()(
  'log/rows',
  isRecordOf<{ generation: number; offset: number; limit: number }>({
    generation: isCount,
    offset: isCount,
    limit: isCount,
  }),
);

export const logDetails = defineRequest<LogDetails | undefined>()(
  'log/details',
  isRecordOf<{ generation: number; row: number }>({ generation: isCount, row: isCount }),
);

/** The next row that fits a filter, behind this one or before it; undefined when there is none. */
export const logSeek = defineRequest<number | undefined>()(
  'log/seek',
  isRecordOf<{ generation: number; row: number; forward: boolean; filter: string }>({
    generation: isCount,
    row: isFrom,
    forward: isFlag,
    filter: isText,
  }),
);

/** The first row of this time or later, by the clock of the log; milliseconds. */
export const logSeekTime = defineRequest<number | undefined>()(
  'log/seekTime',
  isRecordOf<{ generation: number; time: number }>({ generation: isCount, time: isSigned }),
);

export const isLogPlace = isRecordOf<LogPlace>({ log: isCount, part: isCount, offset: isCount });

/** The row of a record, or the next one that is shown. */
export const logLocate = defineRequest<{ readonly generation: number; readonly row: number }>()(
  'log/locate',
  isLogPlace,
);

/** Marks a record, or takes its mark back. */
export const logBookmark = defineRequest<undefined>()(
  'log/bookmark',
  isRecordOf<{ generation: number; row: number }>({ generation: isCount, row: isCount }),
);

/** At most so many bars, and lanes of components. */
export const logBars = defineRequest<TimeBars>()(
  'log/bars',
  isRecordOf<{ most: number; lanes: number }>({ most: isCount, lanes: isCount }),
);

/** Values of fields, for suggestions. */
export const logNames = defineRequest<{ readonly components: readonly string[] }>()('log/names', isNothing);

export const logMeasure = defineRequest<LogMeasure | undefined>()(
  'log/measure',
  isRecordOf<{ generation: number; selection: LogSelection }>({
    generation: isCount,
    selection: isSelection,
  }),
);

/** Puts the rows on the clipboard, as a table; answers how many. */
export const logCopy = defineRequest<number>()(
  'log/copy',
  isRecordOf<{ generation: number; selection: LogSelection }>({
    generation: isCount,
    selection: isSelection,
  }),
);

/** Asks the user in which format and where to. */
export const logExport = defineRequest<undefined>()(
  'log/export',
  isRecordOf<{ generation: number; selection: LogSelection }>({
    generation: isCount,
    selection: isSelection,
  }),
);

/** Offers the saved filters, and to save this one. */
export const logFilters = defineRequest<undefined>()(
  'log/filters',
  isRecordOf<{ filter: string }>({ filter: isText }),
);

/** Asks the user for a time; undefined: none was given. */
export const logAskTime = defineRequest<string | undefined>()(
  'log/askTime',
  isRecordOf<{ shown: string }>({ shown: isText }),
);

/** Opens a record as text: the file, at its line. */
export const logOpenText = defineRequest<undefined>()(
  'log/openText',
  isRecordOf<{ generation: number; row: number }>({ generation: isCount, row: isCount }),
);

/** Ask for the state again. */
export const logChanged = defineNotification('log/changed', isNothing);

/** Puts a filter into the box: a saved one, say. */
export const logFilter = defineNotification('log/filter', isRecordOf<{ filter: string }>({ filter: isText }));

export const logActions = [
  'find',
  'findNext',
  'findPrevious',
  'nextError',
  'previousError',
  'toggleBookmark',
  'nextBookmark',
  'previousBookmark',
  'goToTime',
  'follow',
  'fade',
  'collapse',
  'lanes',
  'copy',
  'export',
  'filters',
] as const;
export type LogAction = (typeof logActions)[number];

/** A command that the user gave outside of the page. */
export const logAct = defineNotification(
  'log/act',
  isRecordOf<{ action: LogAction }>({ action: isOneOf(logActions) }),
);
