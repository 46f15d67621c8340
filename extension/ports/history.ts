import type { ComparedPage, Comparison, ToldSnapshot } from '../core/history/kept';
import type { PairSet } from '../core/history/pairSet';
import type { RememberedPasses } from '../core/history/rememberedPasses';
import type { Snapshot } from '../core/history/snapshot';
import type { DpKey } from '../core/content/nalPath';

/** What earlier reads say of what is found now. */
export interface Recollection {
  /** The site's time that "yesterday" stands for; undefined: no snapshot reaches back that far. */
  readonly comparedWith: number | undefined;
  /** Pairs that were a problem then, or were not read. */
  readonly before: PairSet | undefined;
  readonly flapping: PairSet;
  /** As the newest snapshot has them: a pair that was not validated then has none. */
  readonly passes: RememberedPasses;
}

/** The history of one site, told off the window's thread. */
export interface History {
  /** Keeps what a read of the whole site gave, and says what is known of the time before. */
  keep(snapshot: Snapshot, time: number): Promise<Recollection>;
  recall(now: number): Promise<Recollection>;
  /** All that is kept, oldest first, with the tally of the DP or the site. */
  list(dp: DpKey | undefined): Promise<readonly ToldSnapshot[]>;
  /** A window of the changed pairs, `limit` at most 500. */
  compare(comparison: Comparison, offset: number, limit: number): Promise<ComparedPage>;
  forgetAfter(time: number): Promise<void>;
}
