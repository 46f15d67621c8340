import { ShellError } from './shellError';

/** Ends a wait when nothing has happened for so long, or at once when the signal aborts. */
export class Deadline {
  /** Rejects with ShellError `timeout` or `cancelled`. */
  readonly passed: Promise<never>;
  private fail: (error: ShellError) => void = () => undefined;
  private timer: NodeJS.Timeout | undefined;
  private isOver = false;

  /** @param what for the message: `Reading SMS_Site` */
  constructor(
    private readonly what: string,
    private readonly milliseconds: number,
    readonly signal: AbortSignal,
  ) {
    this.passed = new Promise((_, reject) => (this.fail = reject));
    this.passed.catch(() => undefined); // it may pass when nobody waits any more
    if (signal.aborted) this.abort();
    else signal.addEventListener('abort', this.abort, { once: true });
  }

  /** The time begins, or begins again. */
  renew(): void {
    this.hold();
    if (this.isOver) return;
    this.timer = setTimeout(
      () =>
        this.fail(new ShellError('timeout', `${this.what} gave nothing for ${this.milliseconds / 1000} s.`)),
      this.milliseconds,
    );
  }

  /** The time stands still until it is renewed: the next move is the caller's. */
  hold(): void {
    clearTimeout(this.timer);
  }

  end(): void {
    this.isOver = true;
    this.hold();
    this.signal.removeEventListener('abort', this.abort);
  }

  private readonly abort = (): void => this.fail(new ShellError('cancelled', `${this.what} was cancelled.`));
}
