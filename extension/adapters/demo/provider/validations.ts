import { second } from '../site/time';
import type { TrueContent } from '../site/trueContent';
import type { DemoLibraries } from '../library/demoLibraries';
import type { DemoDp } from '../site/demoDp';
import { timeText } from '../timeText';
import type { Agenda } from './agenda';
import type { Disturbances } from './disturbances';
import type { Pair, SiteEvents } from './siteEvents';

/** What validation says of content, when it is on the DP's list at all. */
const outcome: Readonly<Record<TrueContent, 2382 | 2383 | 2384 | 2385>> = {
  good: 2384,
  badHash: 2382,
  filesMissing: 2385,
  corrupt: 2383,
  absent: 2383,
};

const timePerPackage = 3 * second;

/** State of the summarizer: installed; a validation is running. */
const installed = 0;
const monitoring = 8;

/** smsdpmon.exe on the DPs: checks of single packages, one after another, and runs over all that is on a DP's list. */
export class Validations {
  /** When a DP is through with what it was asked. */
  private readonly busyUntil = new Map<DemoDp, number>();
  private readonly runs = new Set<DemoDp>();

  constructor(
    private readonly events: SiteEvents,
    private readonly agenda: Agenda,
    private readonly disturbances: Disturbances,
    private readonly libraries: DemoLibraries,
  ) {}

  /** One package, after what is at work. */
  checkOne(now: number, pair: Pair): void {
    if (this.disturbances.isMute(pair.dp, now)) return;
    const busyUntil = this.busyUntil.get(pair.dp) ?? now;
    const begin = Math.max(now, busyUntil) + 5 * second;
    if (busyUntil > now) this.agenda.at(now + second, (time) => this.events.says(time, 2381, pair));
    const took = 20 * second;
    this.busyUntil.set(pair.dp, begin + took);
    this.evaluate(begin, pair, took);
  }

  /** All packages of the DP's own list; content that is not there is not on it. */
  run(now: number, dp: DemoDp, listed: () => readonly Pair[]): void {
    if (this.runs.has(dp) || this.disturbances.isMute(dp, now)) return;
    const begin = Math.max(now, this.busyUntil.get(dp) ?? now) + 10 * second;
    this.runs.add(dp);
    this.busyUntil.set(dp, begin);
    this.agenda.at(begin, (time) => {
      const library = this.libraries.of(dp);
      if (!library.listsAgree()) {
        this.runs.delete(dp);
        this.events.saysOfDp(time, 2388, dp);
        return;
      }
      this.events.saysOfDp(time, 2393, dp);
      const inWmi = library.listedInWmi();
      const pairs = listed().filter(({ what }) => inWmi.has(what.packageId));
      this.busyUntil.set(dp, time + second + pairs.length * timePerPackage);
      this.goOn(time, dp, pairs, 0);
    });
  }

  /** The next package of a run, or its end. One entry a run: the agenda stays short when all DPs of a site run. */
  private goOn(now: number, dp: DemoDp, pairs: readonly Pair[], next: number): void {
    const pair = pairs[next];
    if (pair !== undefined) {
      this.evaluate(now + second, pair, timePerPackage - second, (time) =>
        this.goOn(time, dp, pairs, next + 1),
      );
      return;
    }
    this.agenda.at(now + second, (time) => {
      this.runs.delete(dp);
      this.events.saysOfDp(time, 2386, dp);
    });
  }

  /** A DP that goes down says nothing more. */
  private evaluate(begin: number, pair: Pair, took: number, done?: (time: number) => void): void {
    this.agenda.at(begin, (time) => {
      if (this.disturbances.isMute(pair.dp, time)) return;
      this.events.says(time, 2380, pair);
      this.monitor(time, pair, installed, monitoring);
    });
    this.agenda.at(begin + took, (time) => {
      if (!this.disturbances.isMute(pair.dp, time)) this.tell(time, pair);
      done?.(time);
    });
  }

  private tell(time: number, pair: Pair): void {
    const held = this.events.contentOf(pair);
    const id = outcome[held.content];
    const version = held.version ?? this.events.versionOf(pair.what);
    const isTold = id === 2384 && (pair.dp.style.versionAttribute || held.version !== undefined);
    const files = id === 2385 ? ['setup.exe, data1.cab'] : undefined;
    this.events.says(time, id, pair, isTold ? version : undefined, files);
    this.monitor(time, pair, monitoring, installed);
    if (id === 2384 && pair.dp.versionsKnown)
      this.events.update(pair, { ValidatedVersion: version, ValidatedVersionTime: timeText(time) });
  }

  private monitor(time: number, pair: Pair, from: number, to: number): void {
    if (this.events.stateOf(pair) !== from) return;
    this.events.update(pair, { State: to, SummaryDate: timeText(time) });
  }
}
