import { deleteFile } from './answerFolder';
import { Deadline } from './deadline';
import type { Json } from './envelope';
import { linesOf } from './rowFile';
import { ShellError } from './shellError';
import type { ShellPool } from './shellPool';

/** A line of the file of rows (agentRows.ps1). */
export type RowLine =
  | { readonly result: number; readonly columns: readonly unknown[] }
  | { readonly rows: readonly (readonly unknown[])[] };

export interface RowsCall {
  readonly verb: 'sql' | 'query';
  readonly data: Json;
  /** For messages. */
  readonly what: string;
  /** Milliseconds in which something has to come while the caller waits for it. */
  readonly timeout: number;
  readonly signal: AbortSignal;
}

/**
 * Rows as the agent writes them, and the call's value at last. Who stops reading ends the shell: there is no other
 * way to stop it.
 * @throws ShellError; SiteConnectError `noPowerShell`
 */
export async function* rowLines(
  shells: ShellPool,
  { verb, data, what, timeout, signal }: RowsCall,
): AsyncGenerator<RowLine, unknown> {
  const stop = new AbortController();
  const deadline = new Deadline(what, timeout, AbortSignal.any([signal, stop.signal]));
  const file = await shells.folder.newFile();
  const written = shells.call({ verb, data, deadline, file });
  written.catch(() => undefined); // told below, or no longer of interest
  try {
    for await (const line of linesOf(file, written)) {
      deadline.hold();
      yield lineOf(line);
      if (signal.aborted) break;
      deadline.renew();
    }
    return await written;
  } finally {
    stop.abort();
    await written.catch(() => undefined);
    await deleteFile(file);
  }
}

const lineOf = (text: string): RowLine => {
  try {
    const line: unknown = JSON.parse(text);
    if (isLine(line)) return line;
  } catch {
    // told below
  }
  throw new ShellError('garbled', "A line of PowerShell's rows was not understood.");
};

const isLine = (line: unknown): line is RowLine => {
  if (typeof line !== 'object' || line === null) return false;
  const { columns, rows } = line as { readonly columns?: unknown; readonly rows?: unknown };
  return Array.isArray(columns) || (Array.isArray(rows) && rows.every(Array.isArray));
};
