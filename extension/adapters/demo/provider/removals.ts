import { minute, second } from '../site/time';
import type { Agenda } from './agenda';
import type { Disturbances } from './disturbances';
import type { Pair, SiteEvents } from './siteEvents';
import { targetStatus, type Targets } from './targets';
import type { Transfers } from './transfers';

/** State of the summarizer. */
const state = { pending: 4, retrying: 5, failed: 6 } as const;

/** Content that is taken off a DP: its target row is marked first, and goes when the DP has removed it. */
export class Removals {
  constructor(
    private readonly events: SiteEvents,
    private readonly agenda: Agenda,
    private readonly targets: Targets,
    private readonly transfers: Transfers,
    private readonly disturbances: Disturbances,
  ) {}

  begin(now: number, pair: Pair): void {
    this.events.says(now, 30011, pair, undefined, ['CONTOSO\\demo']);
    this.transfers.stop(now, pair);
    this.events.update(pair, { TargetStatus: targetStatus.deleted });
    this.events.summarize(now, pair, state.pending);
    this.agenda.at(now + 40 * second, (time) => this.end(time, pair));
  }

  private end(time: number, pair: Pair): void {
    if (this.targets.statusOf(pair) !== targetStatus.deleted) return;
    if (this.disturbances.isDown(pair.dp, time)) {
      this.fail(time, pair);
      return;
    }
    this.events.setContent(pair, { content: 'absent', version: undefined, obstacle: undefined });
    this.events.says(time, 2331, pair);
    const { dp, what } = pair;
    this.targets.drop({ PackageID: what.packageId, ServerNALPath: dp.nalPath, SiteCode: dp.siteCode });
  }

  /** Once more in half an hour, and then no more. */
  private fail(time: number, pair: Pair): void {
    const isLast = this.events.stateOf(pair) === state.retrying;
    const left = isLast ? '0' : '1';
    this.events.says(time, 2332, pair, undefined, [`\\\\${pair.dp.server}\\SMS_DP$`, '30', left]);
    this.events.summarize(time, pair, isLast ? state.failed : state.retrying);
    if (!isLast) this.agenda.at(time + 30 * minute, (at) => this.end(at, pair));
  }
}
