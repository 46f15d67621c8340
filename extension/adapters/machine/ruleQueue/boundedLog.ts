import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { logLine, type LogSeverity } from '../../../core/statusRules/logLine';

/** A log that many processes write: with the one before it, it takes twice this many bytes at most. */
const mostBytes = 2 * 1024 * 1024;

/** Appends lines to a log, `<name>.log`; a full one becomes `<name>.lo_`. Never rejects: a log must not stop a repair. */
export class BoundedLog {
  constructor(private readonly file: string) {}

  async write(text: string, severity: LogSeverity): Promise<void> {
    const now = new Date();
    const line = logLine(text, severity, now.getTime(), now.getTimezoneOffset(), process.pid);
    try {
      await mkdir(path.dirname(this.file), { recursive: true });
      // One write a line: the operating system keeps lines of several processes apart.
      await appendFile(this.file, line);
    } catch {
      return;
    }
  }

  /** Begins a new log when this one is full; for the one worker, so that no two do it. */
  async turnOver(): Promise<void> {
    const size = await stat(this.file).then(
      (state) => state.size,
      () => 0,
    );
    if (size > mostBytes) await rename(this.file, `${this.file.slice(0, -1)}_`).catch(() => undefined);
  }
}
