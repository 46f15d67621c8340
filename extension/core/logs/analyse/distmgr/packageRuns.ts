import type { AnalysedRecord } from '../analysedRecord';
import { Bounded } from '../bounded';
import { Latest } from '../latest';
import { restOn, type LogLine } from '../logLine';
import type { PackageRun } from './distmgrFacts';

type Writable<T> = { -readonly [key in keyof T]: T[key] };

/** A run under way. */
export type OpenRun = Omit<Writable<PackageRun>, 'lines' | 'dps'> & {
  readonly lines: LogLine[];
  readonly servers: Set<string>;
};

/** Distribution points that are told apart in a run. */
const mostServers = 5000;

/** Which package each package thread works on. */
export class PackageRuns {
  private readonly done = new Latest<PackageRun>();
  private readonly open = new Bounded<string, OpenRun>((lost) => this.done.push(closed(lost)));
  private readonly byPackage = new Bounded<string, OpenRun>();

  /** By the line of the queue's thread that started another thread, or the first line of that one. */
  begin(packageId: string, thread: number | string | null, at: LogLine): OpenRun {
    const key = String(thread);
    const known = this.open.get(key);
    if (known?.packageId === packageId) return known;
    if (known !== undefined) this.lose(known);
    const run = newRun(packageId, thread, at);
    this.open.set(key, run);
    this.byPackage.set(packageId, run);
    return run;
  }

  end(packageId: string, { at }: AnalysedRecord): void {
    const run = this.byPackage.take(packageId);
    if (run === undefined) return;
    run.ended = at;
    run.waitsSince = undefined;
    restOn(run.lines, at);
    this.open.take(String(run.thread));
    this.done.push(closed(run));
  }

  /** The run of a package: its lines are logged by its own thread and by those of its DPs. */
  of(packageId: string): OpenRun | undefined {
    return this.byPackage.get(packageId);
  }

  ofThread({ thread }: AnalysedRecord): OpenRun | undefined {
    return this.open.get(String(thread));
  }

  /** Those that ended, then those under way. */
  get all(): readonly PackageRun[] {
    return [...this.done.all, ...this.open.all.map(closed)];
  }

  get earlier(): number {
    return this.done.earlier;
  }

  private lose(run: OpenRun): void {
    this.done.push({ ...closed(run), isLost: true });
    if (this.byPackage.get(run.packageId) === run) this.byPackage.take(run.packageId);
  }

  static addServer({ servers }: OpenRun, dp: string): void {
    if (servers.size < mostServers) servers.add(dp);
  }
}

const closed = ({ servers, ...run }: OpenRun): PackageRun => ({
  ...run,
  lines: [...run.lines],
  dps: servers.size,
});

const newRun = (packageId: string, thread: number | string | null, at: LogLine): OpenRun => ({
  packageId,
  thread,
  began: at,
  ended: undefined,
  isLost: false,
  action: undefined,
  sourceVersion: undefined,
  storedVersion: undefined,
  sizeKb: undefined,
  snapshotBegan: undefined,
  snapshotEnded: undefined,
  transferJobs: 0,
  minijobs: 0,
  dpThreadsBegun: 0,
  dpThreadsEnded: 0,
  waitsSince: undefined,
  errors: 0,
  trouble: undefined,
  retries: 0,
  lines: [at],
  servers: new Set(),
});
