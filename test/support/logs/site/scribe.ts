import type { Draw } from '../draw';
import type { WrittenRecord } from '../writtenRecord';

/** Writes down what a component logs, in any order; it is read in the order of time. */
export class Scribe {
  private readonly written: WrittenRecord[] = [];

  constructor(
    private readonly draw: Draw,
    private readonly component: string,
    private readonly source: string,
  ) {}

  say(at: number, thread: number, message: string): void {
    this.write(at, thread, message, 'info', 1);
  }

  fail(at: number, thread: number, message: string): void {
    this.write(at, thread, message, 'error', 3);
  }

  /** Records of one time stay in the order in which they were written down. */
  get records(): readonly WrittenRecord[] {
    return this.written.toSorted((a, b) => a.at - b.at);
  }

  private write(
    at: number,
    thread: number,
    message: string,
    spoken: WrittenRecord['spoken'],
    type: WrittenRecord['type'],
  ): void {
    const source = `${this.source}:${String(this.draw.int(40, 4000))}`;
    this.written.push({ at, component: this.component, thread, message, type, source, spoken });
  }
}

/** Threads that are in use from one time to another. A number may come again when its thread has ended. */
export class ThreadPool {
  private readonly busyUntil: number[] = [];

  constructor(private readonly first: number) {}

  /** `to`: Infinity for one that never ends. */
  take(from: number, to: number): number {
    const free = this.busyUntil.findIndex((end) => end < from);
    const slot = free < 0 ? this.busyUntil.length : free;
    this.busyUntil[slot] = to;
    return this.first + slot * 4;
  }
}

export const hexOf = (thread: number): string => thread.toString(16).toUpperCase();

export const nalOf = (dp: string): string => `["Display=\\\\${dp}\\"]MSWNET:["SMS_SITE=PS1"]\\\\${dp}\\`;
