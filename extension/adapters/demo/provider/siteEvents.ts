import type { DpKey } from '../../../core/content/nalPath';
import { pairId, type PairId } from '../../../core/reconcile/pairId';
import type { FindingsScope } from '../../../ports/findings';
import type { SqliteRow } from '../demoDatabase';
import type { GeneratedSite } from '../generateSite';
import type { DemoDp } from '../site/demoDp';
import type { DemoPackage } from '../site/demoPackage';
import { messageKind, severityOf } from '../site/messageKind';
import type { TruePair } from '../site/trueContent';
import { recordIdOf } from '../tables/messageWriter';
import { nalIdOf } from '../tables/nalPathRows';
import { timeText } from '../timeText';

/** One package on one DP, as the simulation acts on it. */
export interface Pair {
  readonly dp: DemoDp;
  readonly what: DemoPackage;
}

const stateGroups: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [1, 2],
  [2, 2],
  [3, 4],
  [7, 2],
]);

/** Writes what happens at the site: messages, rows, jobs, and the true content behind them. */
export class SiteEvents {
  private readonly pairs = new Map<PairId, FindingsScope>();
  private readonly dps = new Set<DpKey>();

  constructor(readonly site: GeneratedSite) {}

  /** A message of a pair, which Content Status then shows. */
  says(time: number, id: number, { dp, what }: Pair, version?: number, extra?: readonly string[]): void {
    const number = this.site.messages.write({ id, time, dp, what, version, extra });
    const kind = messageKind(id);
    if (kind.state !== undefined) {
      const shown = { MessageID: id, MessageState: kind.state, MessageSeverity: severityOf(kind) };
      this.update({ dp, what }, { ...shown, MessageTime: timeText(time), StateGroup: kind.state });
      this.site.database.run(
        `UPDATE site.PairRows SET LastStatusID = ${recordIdOf('?')} WHERE PackageID = ? AND NalID = ?`,
        [number, what.packageId, nalIdOf(dp)],
      );
    }
    this.touch({ dp, what });
  }

  /** A message of a DP as a whole. */
  saysOfDp(time: number, id: number, dp: DemoDp): void {
    this.site.messages.write({ id, time, dp, what: undefined, version: undefined, extra: undefined });
    this.dps.add(dp.key);
  }

  /** The summarizer's State, with what follows from it. */
  summarize(time: number, pair: Pair, state: number, more: SqliteRow = {}): void {
    const group = stateGroups.get(state) ?? 1;
    this.update(pair, { State: state, StateGroup: group, SummaryDate: timeText(time), ...more });
  }

  /** Columns of the pair's row. */
  update(pair: Pair, columns: SqliteRow): void {
    const set = Object.keys(columns).map((column) => `${column} = ?`);
    this.site.database.run(`UPDATE site.PairRows SET ${set.join(', ')} WHERE PackageID = ? AND NalID = ?`, [
      ...Object.values(columns),
      pair.what.packageId,
      nalIdOf(pair.dp),
    ]);
    this.touch(pair);
  }

  /** The summarizer's State; undefined where it has no row. */
  stateOf({ dp, what }: Pair): number | undefined {
    const [row] = this.site.database.all('SELECT State FROM PairRows WHERE PackageID = ? AND NalID = ?', [
      what.packageId,
      nalIdOf(dp),
    ]);
    return typeof row?.['State'] === 'number' ? row['State'] : undefined;
  }

  contentOf({ dp, what }: Pair): TruePair {
    return this.site.contents.of(pairId(what.packageId, dp.key));
  }

  setContent({ dp, what }: Pair, content: TruePair): void {
    this.site.contents.set(pairId(what.packageId, dp.key), content);
    this.site.disagreements.mend(dp.key, what.packageId);
  }

  /** What was touched since the last call: single pairs, and DPs as a whole. */
  takeChanges(): readonly FindingsScope[] {
    const pairs = [...this.pairs.values()].filter(({ dp }) => dp === undefined || !this.dps.has(dp));
    const changes = [...Array.from(this.dps, (dp) => ({ dp })), ...pairs];
    this.pairs.clear();
    this.dps.clear();
    return changes;
  }

  private touch({ dp, what }: Pair): void {
    this.pairs.set(pairId(what.packageId, dp.key), { packageId: what.packageId, dp: dp.key });
  }
}
