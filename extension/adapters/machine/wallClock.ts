import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../ports/clock';

/** This machine's clock, put right by what a site's server says. @param ahead ms that the server is ahead */
export class WallClock implements Clock {
  constructor(private readonly ahead = 0) {}

  now(): number {
    return Date.now() + this.ahead;
  }

  sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    return pause(milliseconds, undefined, { signal });
  }
}
