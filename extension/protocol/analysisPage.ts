import type { Column, Finding, Row } from '../core/logs/analyse/report';
import type { UnknownShape } from '../core/logs/analyse/unknownLines';
import { defineNotification, defineRequest } from './requestType';
import { isCount, isFlag, isNothing, isRecordOf, isText } from './shape';

/** A table of an analysed log; its rows are asked for by the page. */
export interface ShownSection {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: number;
  /** Rows that were before those and are not kept. */
  readonly earlier: number;
}

/** What one analyser found in one log. */
export interface ShownLog {
  readonly analyser: string;
  readonly title: string;
  readonly log: string;
  readonly files: readonly string[];
  readonly known: number;
  readonly notKnown: number;
  readonly torn: number;
  readonly samples: readonly UnknownShape[];
  /** The worst ones; there may be more. */
  readonly findings: readonly Finding[];
  readonly moreFindings: number;
  readonly sections: readonly ShownSection[];
}

export interface AnalysisState {
  /** To show again after a reload of the window: the URIs of the logs. */
  readonly uris: readonly string[];
  readonly reading: boolean;
  readonly logs: readonly ShownLog[];
  /** Files that could not be read, and what no analyser takes. */
  readonly notes: readonly string[];
}

/** Rows of a section whose cells hold a text, in an order. */
export interface AskedRows {
  readonly log: number;
  readonly section: string;
  readonly text: string;
  /** Key of a column; '' for the order of the log. */
  readonly sort: string;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

export const analysisState = defineRequest<AnalysisState>()('analysis/state', isNothing);

export const analysisRows = defineRequest<{ readonly total: number; readonly rows: readonly Row[] }>()(
  'analysis/rows',
  isRecordOf<AskedRows>({
    log: isCount,
    section: isText,
    text: isText,
    sort: isText,
    descending: isFlag,
    offset: isCount,
    limit: isCount,
  }),
);

/** Opens a log at a line; only one of those that were analysed. */
export const analysisOpen = defineRequest<undefined>()(
  'analysis/open',
  isRecordOf<{ file: string; line: number }>({ file: isText, line: isCount }),
);

/** Reads the logs again. */
export const analysisAgain = defineRequest<undefined>()('analysis/again', isNothing);

export const analysisChanged = defineNotification('analysis/changed', isNothing);
