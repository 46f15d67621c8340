import type { Clock } from '../../ports/clock';
import type { RunningPace } from '../../protocol/demoSite';

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** The demo site's time. Two of the same pace agree, so worker and client have one each. */
export class SiteClock implements Clock {
  private advanced = 0;
  private readonly sleepers = new Set<Sleeper>();

  constructor(private readonly pace: RunningPace) {}

  /** For a clock of the same time that begins now. */
  get running(): RunningPace {
    return { ...this.pace, base: this.pace.base + this.advanced };
  }

  now(): number {
    const { base, startedAt, speed } = this.pace;
    return Math.floor(base + (Date.now() - startedAt) * speed + this.advanced);
  }

  sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const { speed } = this.pace;
      const end = (settle: () => void) => (): void => {
        clearTimeout(timer);
        this.sleepers.delete(sleeper);
        signal.removeEventListener('abort', abort);
        settle();
      };
      const sleeper: Sleeper = { until: this.now() + milliseconds, wake: end(resolve) };
      const abort = end(() => reject(signal.reason as Error));
      const timer = speed > 0 ? setTimeout(sleeper.wake, milliseconds / speed) : undefined;
      this.sleepers.add(sleeper);
      signal.addEventListener('abort', abort);
      if (signal.aborted) abort();
    });
  }

  /** Wall-clock milliseconds until the site's time has come; undefined while it stands still. */
  wallTimeUntil(time: number): number | undefined {
    const { speed } = this.pace;
    return speed > 0 ? Math.max(0, time - this.now()) / speed : undefined;
  }

  /** Lets time jump; who slept until then wakes. */
  advance(milliseconds: number): void {
    this.advanced += milliseconds;
    for (const sleeper of this.sleepers) if (sleeper.until <= this.now()) sleeper.wake();
  }
}
