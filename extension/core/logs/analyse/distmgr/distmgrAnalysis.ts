import type { AnalysedRecord } from '../analysedRecord';
import type { Analysis } from '../analyser';
import { Bounded } from '../bounded';
import type { LineRules } from '../lineRules';
import type { LogLine } from '../logLine';
import { Slots } from '../slots';
import { troubleOf } from '../troubleLines';
import type { DistmgrFacts, MissingArrival, QueuedPackage } from './distmgrFacts';
import { DpThreads } from './dpThreads';
import { distmgrRules } from './distmgrRules';
import { PackagePairs } from './packagePairs';
import { PackageRuns, type OpenRun } from './packageRuns';

/** Reads distmgr.log: what is known while the log goes by. `distmgrRules` says what each line means. */
export class DistmgrAnalysis implements Analysis<DistmgrFacts> {
  readonly slots = new Slots();
  readonly upgradeSlots = new Slots();
  readonly runs = new PackageRuns();
  readonly dpThreads = new DpThreads();
  readonly pairs = new PackagePairs();
  readonly queued = new Bounded<string, QueuedPackage>();
  private readonly arrivals = new Bounded<string, MissingArrival>();
  private readonly rules: LineRules;
  private last: LogLine | undefined;

  constructor() {
    this.rules = distmgrRules(this);
  }

  step(record: AnalysedRecord): boolean {
    this.last = record.at;
    const isTrouble = this.noteTrouble(record);
    return this.rules.step(record) || isTrouble;
  }

  /** A package thread begins: its package waits no longer. */
  begin(packageId: string, thread: number | string | null, at: LogLine): void {
    this.queued.take(packageId);
    this.runs.begin(packageId, thread, at);
  }

  misses(packageId: string, site: string, at: LogLine): void {
    const key = `${packageId} ${site}`;
    const known = this.arrivals.get(key);
    const times = (known?.times ?? 0) + 1;
    this.arrivals.set(key, { packageId, site, times, first: known?.first ?? at, last: at });
  }

  /** The run that a record's thread belongs to: a package thread, or one of its DP threads. */
  runOf(record: AnalysedRecord): OpenRun | undefined {
    const packageId = this.dpThreads.packageOf(record.thread);
    return this.runs.ofThread(record) ?? (packageId === undefined ? undefined : this.runs.of(packageId));
  }

  end(): DistmgrFacts {
    const { slots, upgradeSlots, runs, dpThreads, pairs, queued, arrivals } = this;
    return {
      slots: slots.facts,
      upgradeSlots: upgradeSlots.facts,
      runs: runs.all,
      earlierRuns: runs.earlier,
      dpThreads: dpThreads.all,
      earlierDpThreads: dpThreads.earlier,
      pairs: pairs.all,
      queued: queued.all,
      arrivals: arrivals.all,
      last: this.last,
    };
  }

  private noteTrouble(record: AnalysedRecord): boolean {
    const trouble = troubleOf(record);
    const run = trouble === undefined ? undefined : this.runOf(record);
    if (trouble === undefined || run === undefined) return false;
    run.errors++;
    if (trouble.code !== undefined || run.trouble?.code === undefined) run.trouble = trouble;
    return true;
  }
}
