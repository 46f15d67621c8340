import type { DpKey } from '../../core/content/nalPath';
import { afterSnapshot, flappingPairs, noFlapping } from '../../core/history/flapping';
import { noPasses } from '../../core/history/rememberedPasses';
import { knownBefore, type Snapshot } from '../../core/history/snapshot';
import { yesterdayOf, yesterdayTime } from '../../core/history/yesterday';
import { emptyTally, type Tally } from '../../core/reconcile/tally';
import type { ComparedPage, Comparison, KeptSnapshot, ToldSnapshot } from '../../core/history/kept';
import type { History, Recollection } from '../../ports/history';
import type { Snapshots } from '../../ports/snapshots';
import { Compared } from './compared';

type Counts = Pick<Snapshot, 'site' | 'byDp'>;

/** What one site's snapshots tell. Their counts stay in memory, their pairs are read when they are asked for. */
export class SiteHistory implements History {
  private readonly counts = new Map<string, Counts>();
  private flapping = { state: noFlapping, seen: new Set<string>() };
  private passes = noPasses;
  private compared: Compared | undefined;

  constructor(private readonly snapshots: Snapshots) {}

  async keep(snapshot: Snapshot, time: number): Promise<Recollection> {
    await this.snapshots.keep(snapshot, time);
    return this.recall(time);
  }

  async recall(now: number): Promise<Recollection> {
    const kept = (await this.snapshots.list()).filter(({ since }) => since <= now);
    await this.takeIn(kept);
    const day = yesterdayOf(kept, now);
    const yesterday = day && (await this.snapshots.read(day.id));
    return {
      comparedWith: day && yesterday && yesterdayTime(day, now),
      before: yesterday && knownBefore(yesterday),
      flapping: flappingPairs(this.flapping.state),
      passes: this.passes,
    };
  }

  async list(dp: DpKey | undefined): Promise<readonly ToldSnapshot[]> {
    const told: ToldSnapshot[] = [];
    for (const one of await this.snapshots.list()) {
      const counts = await this.countsOf(one);
      if (counts !== undefined) told.push({ ...one, point: { time: one.since, tally: tallyOf(counts, dp) } });
    }
    return told;
  }

  async compare(comparison: Comparison, offset: number, limit: number): Promise<ComparedPage> {
    if (this.compared?.isOf(comparison) !== true) {
      const [from, to] = await Promise.all([
        this.snapshots.read(comparison.from),
        this.snapshots.read(comparison.to),
      ]);
      if (from === undefined || to === undefined)
        throw new Error('That snapshot is no longer kept. Choose another one.');
      this.compared = new Compared(comparison, from, to);
    }
    return this.compared.page(comparison.kinds, offset, limit);
  }

  async forgetAfter(time: number): Promise<void> {
    await this.snapshots.forgetAfter(time);
    this.flapping = { state: noFlapping, seen: new Set() };
    this.passes = noPasses;
  }

  /** Each snapshot is taken in once, the oldest first; those that were let go since have had their say. */
  private async takeIn(kept: readonly KeptSnapshot[]): Promise<void> {
    for (const { id, since } of kept) {
      // The time to which a snapshot held may grow; when it began stays.
      const name = since.toString();
      if (this.flapping.seen.has(name)) continue;
      this.flapping.seen.add(name);
      const snapshot = await this.snapshots.read(id);
      this.passes = snapshot?.passes ?? noPasses;
      if (snapshot === undefined) continue;
      this.flapping.state = afterSnapshot(this.flapping.state, snapshot);
      this.counts.set(name, { site: snapshot.site, byDp: snapshot.byDp });
    }
  }

  private async countsOf({ id, since }: KeptSnapshot): Promise<Counts | undefined> {
    const name = since.toString();
    const known = this.counts.get(name) ?? (await this.snapshots.read(id));
    if (known !== undefined) this.counts.set(name, { site: known.site, byDp: known.byDp });
    return known;
  }
}

const tallyOf = ({ site, byDp }: Counts, dp: DpKey | undefined): Tally =>
  dp === undefined ? site : (byDp.get(dp) ?? emptyTally);
