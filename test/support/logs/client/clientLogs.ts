import type { Draw } from '../draw';
import type { WrittenRecord } from '../writtenRecord';

/** Components whose logs tell of a download, and the files that they write. */
export const clientLogNames = {
  ContentAccess: 'CAS',
  ContentTransferManager: 'ContentTransferManager',
  LocationServices: 'LocationServices',
  DataTransferService: 'DataTransferService',
  PullDP: 'PullDP',
} as const;

export type ClientComponent = keyof typeof clientLogNames;

/** Few, so that each is used for one job and then for another. */
const threads = [1204, 3340, 4352];

/** Tells what happens to one job in all logs, each some time after the one before. */
export class JobTeller {
  readonly records: WrittenRecord[] = [];

  constructor(
    readonly draw: Draw,
    private at: number,
  ) {}

  /** Lines of one thread with nothing between them. Returns their time in milliseconds. */
  say(component: ClientComponent, ...messages: readonly string[]): number {
    this.at += this.draw.int(20, 5000);
    const { at } = this;
    const thread = this.draw.pick(threads);
    for (const message of messages)
      this.records.push({ at, component, thread, message, type: 1, source: 'job.cpp:1', spoken: 'info' });
    return at;
  }
}
