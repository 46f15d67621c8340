/**
 * How a text file is encoded; `ansi` is Windows-1252, and `bom` says that a byte order mark stands first. What
 * was read can so be written as it was.
 */
export type TextEncoding = 'ansi' | 'utf8' | 'utf8bom' | 'utf16le' | 'utf16lebom' | 'utf16be' | 'utf16bebom';

export interface RemoteEntry {
  readonly name: string;
  /** `other` is a link or a device; links are not looked behind. */
  readonly kind: 'file' | 'folder' | 'other';
  /** Bytes; 0 for all but files. */
  readonly size: number;
  /** UTC epoch milliseconds. */
  readonly modified: number;
}

/** Bytes `from` (inclusive) to `to` (exclusive) of a file of `size` bytes at that moment. */
export interface RemoteBytes {
  readonly from: number;
  readonly to: number;
  readonly size: number;
  readonly bytes: Uint8Array;
}

/** A file as it is, of that moment. */
export interface RemoteWhole {
  readonly bytes: Uint8Array;
  /** UTC epoch milliseconds. */
  readonly modified: number;
}

export interface RemoteText {
  /** Without the byte order mark. */
  readonly text: string;
  readonly encoding: TextEncoding;
}

export type RemoteFileFailureKind =
  /** It is not there, and the root is: the only kind that proves absence. */
  | 'notFound'
  | 'denied'
  | 'unreachable'
  | 'inUse'
  /** No answer in time. Whether a write took place is then unknown. */
  | 'timeout'
  | 'cancelled'
  /** The path does not name a thing below the root. */
  | 'outside'
  | 'exists'
  | 'failed';

/** Names the path, the cause and the next step. */
export class RemoteFileError extends Error {
  override readonly name = 'RemoteFileError';

  constructor(
    readonly kind: RemoteFileFailureKind,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Files below one UNC root, such as a DP's content library. Paths are relative to it, with `\` or `/`; '' is the
 * root itself. Every promise rejects with RemoteFileError, at once when the signal aborts.
 */
export interface RemoteFiles {
  readonly root: string;
  /** Everything in the folder, in no order; all of it or an error. */
  list(folder: string, signal: AbortSignal): Promise<readonly RemoteEntry[]>;
  /** At most `length` bytes; fewer at the end of the file. */
  read(file: string, from: number, length: number, signal: AbortSignal): Promise<RemoteBytes>;
  /** All bytes of a file that has no more than `most`; others are refused. */
  readWhole(file: string, most: number, signal: AbortSignal): Promise<RemoteWhole>;
  /**
   * The whole file as text, of at most 64 MB. The encoding is told by the byte order mark; without one it is
   * UTF-16 when the bytes look like nothing else, UTF-8 when they are valid (ASCII too), else ANSI.
   */
  readText(file: string, signal: AbortSignal): Promise<RemoteText>;
  /**
   * What stands there from `from` on, and then what is appended, in pieces of at most 256 kB; Infinity for only
   * what is appended from now on. Waits for a file that is not there yet. Starts again at 0 when the file was cut
   * or replaced; what the old one got after the last look is not sent. Ends with the signal.
   */
  follow(file: string, from: number, signal: AbortSignal): AsyncIterable<RemoteBytes>;
  /**
   * Replaces the file, or makes it: written beside it and then renamed, so that no reader sees half of it. The
   * new file takes its rights from the folder. A character that the encoding cannot hold is refused.
   */
  writeText(file: string, text: string, encoding: TextEncoding, signal: AbortSignal): Promise<void>;
  /** Makes the folder and those above it; nothing where they are there. `exists`: a file is there. */
  makeFolder(folder: string, signal: AbortSignal): Promise<void>;
  /** Refuses with `exists` when something is there. */
  rename(from: string, to: string, signal: AbortSignal): Promise<void>;
}
