import { second } from '../site/time';
import type { DemoPackage } from '../site/demoPackage';
import { timeText } from '../timeText';
import type { Agenda } from './agenda';
import type { Pair, SiteEvents } from './siteEvents';
import type { Targets } from './targets';
import type { Transfers } from './transfers';

/** v_SmsPackage.Action, v_Package.ActionInProgress. */
const action = { none: 0, update: 1 } as const;

/** RefreshPkgSource: the source is read again, and a new version goes to every DP of the package. */
export class PackageUpdates {
  private readonly running = new Set<DemoPackage>();

  constructor(
    private readonly events: SiteEvents,
    private readonly agenda: Agenda,
    private readonly targets: Targets,
    private readonly transfers: Transfers,
  ) {}

  /** ActionInProgress. */
  actionOf(what: DemoPackage): number {
    return this.running.has(what) ? action.update : what.actionInProgress;
  }

  /** A second one at the same time adds nothing. */
  begin(now: number, what: DemoPackage): void {
    this.events.saysOfPackage(now, 30068, what, ['CONTOSO\\demo']);
    if (!what.exists || this.actionOf(what) !== action.none) return;
    this.running.add(what);
    this.events.updatePackage(what, { Action: action.update }, { ActionInProgress: action.update });
    this.agenda.at(now + 20 * second, (time) => this.version(time, what));
  }

  private version(time: number, what: DemoPackage): void {
    const pairs = this.targets.of(what);
    for (const pair of pairs) this.events.keepVersion(pair, this.events.versionOf(what));
    this.events.newVersion(time, what);
    this.events.updatePackage(what, { Action: action.none }, { ActionInProgress: action.none });
    this.events.saysOfPackage(time, 2376, what);
    this.events.saysOfPackage(time, 2311, what);
    this.running.delete(what);
    for (const pair of pairs) {
      if (pair.dp.isSiteServer) this.agenda.at(time + 30 * second, (at) => this.hold(at, pair));
      else this.transfers.update(time, pair);
    }
  }

  /** The DP on the site server takes it from the site's own library, without a job. */
  private hold(time: number, pair: Pair): void {
    const version = this.events.versionOf(pair.what);
    this.events.setContent(pair, { content: 'good', version: undefined, obstacle: undefined });
    this.events.says(time, 2330, pair);
    const at = timeText(time);
    this.events.summarize(time, pair, 0, { LastCopied: at, LastRefreshTime: at, SourceVersion: version });
  }
}
