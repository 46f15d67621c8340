/**
 * Lets so many calls run at a time, and the others wait. A call that hangs keeps its lane, also when nobody waits
 * for it any more: Node makes all file calls of a process on four threads, and a server that answers nothing must
 * not take them all. Roots that one process opens share one.
 */
export class Lanes {
  /** First come, first served. */
  private readonly waiting = new Set<() => void>();

  constructor(private free = 3) {}

  /** Rejects with the signal's reason, without making the call, when that aborts first. */
  async run<T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await this.turn(signal);
    try {
      signal.throwIfAborted();
      return await call();
    } finally {
      this.passOn();
    }
  }

  private turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const begin = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        this.waiting.delete(begin);
        reject(signal.reason as Error);
      };
      this.waiting.add(begin);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  private passOn(): void {
    const [next] = this.waiting;
    if (next === undefined) this.free += 1;
    else {
      this.waiting.delete(next);
      next();
    }
  }
}
