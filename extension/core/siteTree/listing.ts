import type { DpKey } from '../content/nalPath';
import type { Finding } from '../reconcile/finding';
import { countedAs, emptyTally, type Tally } from '../reconcile/tally';
import type { Tallies } from '../reconcile/tallies';
import type { SiteIndex } from './siteIndex';
import { standingOf, standingRank, type Standing } from './standing';
import type { TreeFilter } from './treeFilter';

/** The tallies of a read. */
export type NodeTallies = Pick<Tallies, 'byDp' | 'byPackage' | 'byGroup'>;

const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Worst first, then by name as people count, then by key so that equal names keep their places. */
const arranged = <K extends string>(
  entries: readonly { readonly key: K; readonly name: string; readonly standing: Standing }[],
): readonly K[] =>
  [...entries]
    .sort(
      (a, b) =>
        standingRank(a.standing) - standingRank(b.standing) ||
        compare(a.name, b.name) ||
        compare(a.key, b.key),
    )
    .map(({ key }) => key);

/** One that the read did not meet has no pairs; before a read, nothing is known. */
export const tallyOf = <K>(tallies: ReadonlyMap<K, Tally> | undefined, key: K): Tally | undefined =>
  tallies === undefined ? undefined : (tallies.get(key) ?? emptyTally);

export const listDps = (
  index: SiteIndex,
  tallies: NodeTallies | undefined,
  filter: TreeFilter | undefined,
  among: readonly DpKey[] = [...index.dps.keys()],
): readonly DpKey[] =>
  arranged(
    among
      .map((key) => index.dps.get(key))
      .filter((dp) => dp !== undefined)
      .map((dp) => ({ dp, tally: tallyOf(tallies?.byDp, dp.key) }))
      .filter(({ dp, tally }) => filter?.showsDp(dp, index, tally) ?? true)
      .map(({ dp, tally }) => ({ key: dp.key, name: dp.serverName, standing: standingOf(tally) })),
  );

export const listGroups = (
  index: SiteIndex,
  tallies: NodeTallies | undefined,
  filter: TreeFilter | undefined,
): readonly string[] =>
  arranged(
    [...index.groups.values()]
      .map((group) => ({ group, tally: tallyOf(tallies?.byGroup, group.groupId) }))
      .filter(({ group, tally }) => filter?.showsGroup(group, index, tally) ?? true)
      .map(({ group, tally }) => ({ key: group.groupId, name: group.name, standing: standingOf(tally) })),
  );

export const listPackages = (
  index: SiteIndex,
  tallies: NodeTallies | undefined,
  filter: TreeFilter | undefined,
  among: readonly string[] = [...index.packages.keys()],
): readonly string[] =>
  arranged(
    among
      .map((packageId) => index.packages.get(packageId))
      .filter((content) => content !== undefined)
      .map((content) => ({ content, tally: tallyOf(tallies?.byPackage, content.packageId) }))
      .filter(({ content, tally }) => filter?.showsPackage(content, index, tally) ?? true)
      .map(({ content, tally }) => ({
        key: content.packageId,
        name: content.name,
        standing: standingOf(tally),
      })),
  );

/** Pairs of a DP by package, or of a package by DP. */
export const listPairs = (
  pairs: readonly Finding[],
  by: 'package' | 'dp',
  index: SiteIndex,
  filter: TreeFilter | undefined,
): readonly Finding[] => {
  const shown = pairs.filter((pair) => filter?.showsPair(pair, index) ?? true);
  const keyOf = ({ packageId, dp }: Finding): string => (by === 'package' ? packageId : dp);
  const byKey = new Map(shown.map((pair) => [keyOf(pair), pair]));
  return arranged(
    shown.map((pair) => ({
      key: keyOf(pair),
      name: by === 'package' ? index.packageName(pair.packageId) : index.dpName(pair.dp),
      standing: countedAs(pair),
    })),
  ).flatMap((key) => byKey.get(key) ?? []);
};
