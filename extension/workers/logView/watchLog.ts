import { watch, type FSWatcher } from 'node:fs';

/** Milliseconds between two looks at a log that nothing was told of: servers do not tell, nor do some writers. */
const lookEvery = 500;

/** Milliseconds between two looks while a log is written to all the time. */
const shortest = 25;

/** Waits until a log may have changed. */
export class LogWatch {
  private watcher: FSWatcher | undefined;
  private wake: () => void = () => undefined;
  private isTold = false;

  constructor(private readonly file: string) {}

  async next(signal: AbortSignal): Promise<void> {
    this.begin();
    await this.pause(shortest, signal);
    if (this.isTold) this.isTold = false;
    else await this.pause(lookEvery, signal, true);
    this.isTold = false;
  }

  close(): void {
    this.watcher?.close();
    this.watcher = undefined;
    this.wake();
  }

  private begin(): void {
    if (this.watcher !== undefined || /^[\\/]{2}/.test(this.file)) return;
    try {
      this.watcher = watch(this.file, { persistent: false }, (event) => {
        this.isTold = true;
        // The name may stand for another file from now on.
        if (event === 'rename') this.close();
        this.wake();
      });
      this.watcher.on('error', () => this.close());
    } catch {
      // It is not there, or its file system tells nothing: it is looked at now and then.
    }
  }

  private pause(milliseconds: number, signal: AbortSignal, wakes = false): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        this.wake = () => undefined;
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      signal.addEventListener('abort', end, { once: true });
      if (signal.aborted) end();
      else if (wakes) this.wake = end;
    });
  }
}
