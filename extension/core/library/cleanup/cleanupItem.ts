import type { LibraryPart } from '../../logs/analyse/cleanup/cleanupFacts';

/** A package that the log names, or a content whose package it does not name. */
export interface CleanupItem {
  /** The package's ID, else the content's. */
  readonly id: string;
  /** undefined: the log names a content only. */
  readonly packageId: string | undefined;
  /** Contents that its lines name, in lower case and without version. */
  readonly contentIds: readonly string[];
  readonly parts: readonly LibraryPart[];
  /** Of its lines, summed up; undefined: none of them tells a size. */
  readonly bytes: number | undefined;
  readonly lines: number;
  /** Number of the first line. */
  readonly first: number;
}

/** Lines from which nothing was concluded, as they stand. */
export interface NotRecognised {
  readonly count: number;
  /** Not all of them when there are many. */
  readonly lines: readonly { readonly line: number; readonly text: string }[];
}

/** A log of the cleanup tool as it was read: its lines are documented nowhere, so little is concluded. */
export interface CleanupReading {
  /** By words in the log, or its name; undefined: neither tells it. */
  readonly mode: 'whatIf' | 'delete' | undefined;
  readonly items: readonly CleanupItem[];
  /** Items beyond those. */
  readonly moreItems: number;
  /** Paths of the library in lines that name neither package nor content. */
  readonly otherPaths: { readonly lines: number; readonly bytes: number };
  /** Errors and warnings. */
  readonly troubles: readonly { readonly line: number; readonly text: string }[];
  readonly moreTroubles: number;
  /** The tool says that this package is not fully installed. */
  readonly notInstalled: string | undefined;
  /** The exception that it ended with. */
  readonly exception: string | undefined;
  readonly notRecognised: NotRecognised;
  /** Lines with anything in them. */
  readonly lines: number;
  /** Lines in a form that the tool does not write: of logs of ConfigMgr, or of IIS. */
  readonly foreign: number;
}
