import type { Truth } from '../../../extension/adapters/demo/site/truth';
import type { PairId } from '../../../extension/core/reconcile/pairId';
import { repairNeed } from '../../../extension/core/reconcile/verdict';

/** How right a list of pairs in need of repair is: NaN where nothing was listed, or nothing is to be found. */
export interface Score {
  /** Part of the listed pairs that need repair. */
  readonly precision: number;
  /** Part of the pairs in need of repair that are listed. */
  readonly recall: number;
}

/** Pairs in need of repair, by what the generator did to each. */
export const inNeed = ({ pairs }: Pick<Truth, 'pairs'>): ReadonlySet<PairId> =>
  new Set(Array.from(pairs).flatMap(([pair, { verdict }]) => (repairNeed(verdict) === 'yes' ? [pair] : [])));

export const scoreOf = (listed: ReadonlySet<PairId>, needed: ReadonlySet<PairId>): Score => {
  const right = [...listed].filter((pair) => needed.has(pair)).length;
  return { precision: right / listed.size, recall: right / needed.size };
};

/** The pairs of DPs whose cycles are known to finish. */
export const onFinished = (
  pairs: ReadonlySet<PairId>,
  { lastFinishedCycles }: Pick<Truth, 'lastFinishedCycles'>,
): ReadonlySet<PairId> => {
  const dps = new Set<string>(lastFinishedCycles.keys());
  return new Set([...pairs].filter((pair) => dps.has(pair.slice(pair.indexOf('@') + 1))));
};
