import { setMaxListeners } from 'node:events';
import type { LogState } from '../../protocol/logPage';
import type { LogFiles } from './logFiles';
import { LogSource } from './logSource';
import { readPreview } from './preview';
import type { OrderedLog, Records } from './recordOrder';
import { distanceOf } from './distanceOf';
import type { RecordReading } from './recordReading';
import { LogWatch } from './watchLog';

interface Listener {
  /** There are records to show; row numbers begin anew. */
  ordered(logs: readonly OrderedLog[], isPreview: boolean): void;
  /** Records from these numbers on, one of each log, have changed. */
  changed(from: readonly number[]): void;
  progress(): void;
}

/** The logs of a view, each looked at again and again by a loop of its own until they are closed. */
export class FollowedLogs {
  private sources: readonly LogSource[] = [];
  private isOrdered = false;
  private open = new AbortController();
  private joined = true;

  constructor(
    private readonly paths: readonly string[],
    private reading: RecordReading,
    private readonly files: LogFiles,
    private readonly listener: Listener,
  ) {
    // The view that is being made listens when this is done.
    queueMicrotask(() => this.begin());
  }

  state(): Pick<LogState, 'logs' | 'joined'> {
    return {
      joined: this.joined,
      logs: this.sources.map((source) => ({
        name: source.name,
        path: source.file,
        standing: source.standing,
        files: source.parts.length,
        rollovers: source.rollovers,
        records: source.length,
      })),
    };
  }

  get componentNames(): readonly string[] {
    const names = this.sources.flatMap(({ parts }) => parts.flatMap((part) => part.componentNames));
    return [...new Set(names)].toSorted((a, b) => a.localeCompare(b, 'en'));
  }

  /** With their rollovers or without. */
  join(joined: boolean): void {
    if (joined === this.joined) return;
    this.joined = joined;
    this.begin();
  }

  /** In another way, all of them anew. */
  readAs(reading: RecordReading): void {
    this.reading = reading;
    this.begin();
  }

  close(): void {
    this.open.abort();
  }

  private begin(): void {
    this.open.abort();
    this.open = new AbortController();
    const { signal } = this.open;
    // Each log listens with its watch, its pause and what it asks.
    setMaxListeners(0, signal);
    this.isOrdered = false;
    this.sources = this.paths.map(
      (file) => new LogSource(file, this.joined, this.reading, this.files, () => this.changed(signal)),
    );
    for (const source of this.sources) void this.follow(source, signal);
    this.listener.progress();
  }

  private async follow(source: LogSource, signal: AbortSignal): Promise<void> {
    const watch = new LogWatch(source.file);
    signal.addEventListener('abort', () => watch.close(), { once: true });
    if (this.sources.length === 1) await this.preview(source, signal);
    while (!signal.aborted) {
      await source.look(signal).catch(() => undefined);
      await this.order(signal);
      this.changed(signal);
      await watch.next(signal);
    }
  }

  private async preview(source: LogSource, signal: AbortSignal): Promise<void> {
    const preview = await readPreview(source.file, this.reading, this.files, signal).catch(() => undefined);
    if (preview !== undefined && !signal.aborted) await this.tellOrdered([preview], true, signal);
  }

  /** Several logs can be put in order when each was read, or cannot be. */
  private async order(signal: AbortSignal): Promise<void> {
    const areReady = this.sources.every(({ isWhole, standing }) => isWhole || standing.kind === 'problem');
    if (this.isOrdered || !areReady || this.sources.every(({ length }) => length === 0)) return;
    this.isOrdered = true;
    await this.tellOrdered(this.sources, false, signal);
  }

  private async tellOrdered(
    records: readonly Records[],
    isPreview: boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const distances = await Promise.all(records.map((log) => distanceOf(log, this.files, signal)));
    if (signal.aborted) return;
    const known = distances.find((distance) => distance !== undefined) ?? 0;
    const logs = records.map((log, number) => ({
      name: this.sources[number]?.name ?? '',
      records: log,
      distance: distances[number] ?? known,
    }));
    for (const source of this.sources) source.changedFrom = Infinity;
    this.listener.ordered(logs, isPreview);
  }

  private changed(signal: AbortSignal): void {
    if (signal.aborted) return;
    const from = this.sources.map(({ changedFrom }) => changedFrom);
    if (this.isOrdered && from.some((first) => first < Infinity)) {
      for (const source of this.sources) source.changedFrom = Infinity;
      this.listener.changed(from);
    } else this.listener.progress();
  }
}
