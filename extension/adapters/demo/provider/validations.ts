import { second } from '../site/time';
import type { TrueContent } from '../site/trueContent';
import type { DemoDp } from '../site/demoDp';
import { timeText } from '../timeText';
import type { Agenda } from './agenda';
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

/** smsdpmon.exe on the DPs: checks of single packages, and runs over all that is on a DP's list. */
export class Validations {
  /** When the run on a DP ends. */
  private readonly running = new Map<DemoDp, number>();

  constructor(
    private readonly events: SiteEvents,
    private readonly agenda: Agenda,
  ) {}

  /** One package, after a run that is at work. */
  checkOne(now: number, pair: Pair): void {
    const end = this.running.get(pair.dp);
    const begin = Math.max(now, end ?? 0) + 5 * second;
    if (end !== undefined) this.agenda.at(now + second, (time) => this.events.says(time, 2381, pair));
    this.evaluate(begin, pair, 20 * second);
  }

  /** All packages of the DP's own list; content that is not there is not on it. */
  run(now: number, dp: DemoDp, listed: () => readonly Pair[]): void {
    if (this.running.has(dp)) return;
    const begin = now + 10 * second;
    this.running.set(dp, begin);
    this.agenda.at(begin, (time) => {
      if (dp.profile === 'listsDisagree') {
        this.running.delete(dp);
        this.events.saysOfDp(time, 2388, dp);
        return;
      }
      this.events.saysOfDp(time, 2393, dp);
      const pairs = listed().filter((pair) => this.events.contentOf(pair).content !== 'absent');
      this.running.set(dp, time + second + pairs.length * timePerPackage);
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
      this.running.delete(dp);
      this.events.saysOfDp(time, 2386, dp);
    });
  }

  private evaluate(begin: number, pair: Pair, took: number, done?: (time: number) => void): void {
    this.agenda.at(begin, (time) => this.events.says(time, 2380, pair));
    this.agenda.at(begin + took, (time) => {
      const held = this.events.contentOf(pair);
      const id = outcome[held.content];
      const version = held.version ?? pair.what.sourceVersion;
      const isTold = id === 2384 && (pair.dp.style.versionAttribute || held.version !== undefined);
      const files = id === 2385 ? ['setup.exe, data1.cab'] : undefined;
      this.events.says(time, id, pair, isTold ? version : undefined, files);
      if (id === 2384 && pair.dp.versionsKnown)
        this.events.update(pair, { ValidatedVersion: version, ValidatedVersionTime: timeText(time) });
      done?.(time);
    });
  }
}
