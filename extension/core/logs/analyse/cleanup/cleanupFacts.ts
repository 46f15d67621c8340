import type { LogLine } from '../logLine';

export const libraryParts = ['FileLib', 'DataLib', 'PkgLib'] as const;
export type LibraryPart = (typeof libraryParts)[number];

/** Lines that name a path in one part of a content library. */
export interface PartCount {
  readonly part: LibraryPart;
  readonly lines: number;
  /** Of sizes in those lines. */
  readonly bytes: number;
  readonly first: LogLine;
}

/** What a log of the content library cleanup tool says; its lines are documented nowhere, so little is concluded. */
export interface CleanupFacts {
  /** By the name of the log, or words in it; undefined when neither tells it. */
  readonly mode: 'whatIf' | 'delete' | undefined;
  readonly parts: readonly PartCount[];
  /** Packages in lines of the log, each once. */
  readonly packages: readonly string[];
  readonly troubles: readonly {
    readonly text: string;
    readonly tone: 'error' | 'warning';
    readonly at: LogLine;
  }[];
  readonly moreTroubles: number;
  /** It stopped because of this package, or went on in spite of it. */
  readonly notInstalled: { readonly packageId: string; readonly at: LogLine } | undefined;
  readonly last: LogLine | undefined;
}
