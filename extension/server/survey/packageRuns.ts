import type { SurveyedRecord } from './surveyedRecord';

/** A longer silence ends a run: Windows gives the number of a thread that ended to another one. */
const longestSilence = 30 * 60_000;

/** An error of a thread that hands out packages is that of a package that it named right before. */
const longestDistance = 60_000;

/** What one thread does about one package, with what other threads write in between. Records are their numbers. */
export interface PackageRun {
  readonly thread: number;
  readonly package: number;
  /** The DPs that it names, in the order of the log. */
  readonly dps: number[];
  readonly first: number;
  last: number;
  records: number;
  /** The first error in it; -1 when there is none. */
  firstError: number;
}

interface OpenRun extends PackageRun {
  time: number;
  /** When it named its package last. */
  namedAt: number;
}

/** Finds the runs of packages: a thread is about a package from where it names it to where it names another one. */
export class PackageRuns {
  readonly all: PackageRun[] = [];
  private readonly open = new Map<number, OpenRun>();

  add(record: SurveyedRecord): void {
    const { thread, named, index, time } = record;
    const known = this.open.get(thread);
    const isOver = known !== undefined && Math.abs(time - known.time) > longestSilence;
    let run = isOver ? undefined : known;
    const [package_] = named.package;
    if (package_ !== undefined && (run === undefined || !named.package.includes(run.package))) {
      run = {
        thread,
        package: package_,
        dps: [],
        first: index,
        last: index,
        records: 0,
        firstError: -1,
        time,
        namedAt: time,
      };
      this.all.push(run);
      this.open.set(thread, run);
    } else if (isOver) this.open.delete(thread);
    if (run === undefined) return;
    run.records++;
    run.last = index;
    if (!Number.isNaN(time)) run.time = time;
    if (named.package.includes(run.package)) run.namedAt = run.time;
    for (const dp of named.dp) if (!run.dps.includes(dp)) run.dps.push(dp);
    const isOfPackage = run.dps.length > 0 || !(run.time - run.namedAt > longestDistance);
    if (record.isError && isOfPackage && run.firstError < 0) run.firstError = index;
  }
}
