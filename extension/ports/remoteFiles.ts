/** How a text file is encoded; `ansi` is Windows-1252. */
export type TextEncoding = 'utf8' | 'utf16le' | 'utf16be' | 'ansi';

export interface RemoteEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
  /** Bytes; 0 for folders. */
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

export type RemoteFileFailureKind =
  'notFound' | 'denied' | 'unreachable' | 'inUse' | 'timeout' | 'cancelled' | 'outside' | 'exists' | 'failed';

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

/** Files below one UNC root, such as a DP's content library. Paths are relative to it, with `\` or `/`. */
export interface RemoteFiles {
  readonly root: string;
  list(folder: string, signal: AbortSignal): Promise<readonly RemoteEntry[]>;
  /** At most `length` bytes; fewer at the end of the file. */
  read(file: string, from: number, length: number, signal: AbortSignal): Promise<RemoteBytes>;
  /** The whole file as text; the encoding is told by its byte order mark, else by whether it is valid UTF-8. */
  readText(
    file: string,
    signal: AbortSignal,
  ): Promise<{ readonly text: string; readonly encoding: TextEncoding }>;
  /** What is appended from now on, or from `from`; starts again at 0 when the file was replaced or cut. Ends with the signal. */
  follow(file: string, from: number, signal: AbortSignal): AsyncIterable<RemoteBytes>;
  /** Replaces the file, or makes it: written beside it and then renamed, so that no reader sees half of it. */
  writeText(file: string, text: string, encoding: TextEncoding, signal: AbortSignal): Promise<void>;
  /** Refuses with `exists` when something is there. */
  rename(from: string, to: string, signal: AbortSignal): Promise<void>;
}
