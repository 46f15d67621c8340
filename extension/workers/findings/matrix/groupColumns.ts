import type { CodedColumn } from '../codedColumn';
import type { SiteGrid } from './siteGrid';

/** Gives the names of the groups that ask for a pair, of many pairs at a time. */
export const groupColumns = (
  grid: SiteGrid,
): ((packageOf: Uint32Array, dpOf: Uint32Array) => CodedColumn<readonly string[]>) => {
  const packageSets = setsOf(
    grid.packages.length,
    grid.groups.map(({ packages }) => packages),
  );
  const dpSets = setsOf(
    grid.dps.length,
    grid.groups.map(({ dps }) => dps),
  );
  return (packageOf, dpOf) => {
    const values: (readonly string[])[] = [];
    const known = new Map<number, number>();
    const codes = packageOf.map((packagePlace, row) => {
      const ofPackage = packageSets.setOf[packagePlace] ?? 0;
      const ofDp = dpSets.setOf[dpOf[row] ?? 0] ?? 0;
      const key = ofPackage * dpSets.sets.length + ofDp;
      const code = known.get(key);
      if (code !== undefined) return code;
      const asked = new Set(dpSets.sets[ofDp]);
      const shared = (packageSets.sets[ofPackage] ?? []).filter((group) => asked.has(group));
      known.set(key, values.length);
      return values.push(shared.map((group) => grid.groups[group]?.name ?? '')) - 1;
    });
    return { values, codes };
  };
};

/** Sites have few different sets of groups, whatever the number of packages and DPs. */
const setsOf = (
  length: number,
  members: readonly (readonly number[])[],
): { readonly setOf: Uint32Array; readonly sets: readonly (readonly number[])[] } => {
  const groupsOf = Array.from({ length }, (): number[] => []);
  for (const [group, places] of members.entries()) for (const place of places) groupsOf[place]?.push(group);
  const sets: (readonly number[])[] = [];
  const known = new Map<string, number>();
  const setOf = Uint32Array.from(groupsOf, (groups) => {
    const key = groups.join();
    const found = known.get(key) ?? sets.push(groups) - 1;
    known.set(key, found);
    return found;
  });
  return { setOf, sets };
};
