import type { DpKey } from '../content/nalPath';
import { emptyTally, type Tally } from '../reconcile/tally';
import type { Tallies } from '../reconcile/tallies';
import { standingOf } from './standing';

/** Which entries of one kind show something else now. */
export interface EntryChange<K> {
  readonly keys: ReadonlySet<K>;
  /** One of them stands differently, so lists of them are in another order. */
  readonly reordered: boolean;
}

export interface TallyChange {
  /** The site as a whole stands differently. */
  readonly site: boolean;
  readonly dps: EntryChange<DpKey>;
  readonly packages: EntryChange<string>;
  readonly groups: EntryChange<string>;
}

type SiteTallies = Pick<Tallies, 'site' | 'byDp' | 'byPackage' | 'byGroup'>;

/** What a newer read changed in the tree, so that only that is shown anew. */
export const tallyChange = (before: SiteTallies, after: SiteTallies): TallyChange => ({
  site: standingOf(before.site) !== standingOf(after.site),
  dps: entryChange(before.byDp, after.byDp),
  packages: entryChange(before.byPackage, after.byPackage),
  groups: entryChange(before.byGroup, after.byGroup),
});

const entryChange = <K>(before: ReadonlyMap<K, Tally>, after: ReadonlyMap<K, Tally>): EntryChange<K> => {
  const keys = new Set<K>();
  let reordered = false;
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const old = before.get(key) ?? emptyTally;
    const now = after.get(key) ?? emptyTally;
    if (sameTally(old, now)) continue;
    keys.add(key);
    reordered ||= standingOf(old) !== standingOf(now);
  }
  return { keys, reordered };
};

const sameTally = (a: Tally, b: Tally): boolean =>
  (Object.keys(emptyTally) as (keyof Tally)[]).every((field) => a[field] === b[field]);
