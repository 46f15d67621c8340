import { cellCode } from '../../../core/matrix/cell';
import type { PackedTargets } from '../../../core/matrix/matrix';
import type { Discarded } from '../../../core/reconcile/siteFacts';
import type { SiteGrid } from './siteGrid';

const none = cellCode('none');
const open = cellCode('open');
const validated = cellCode('validated');

/**
 * Fills in the cells without a finding, whose pairs the read of the site only counted per package and per DP: every
 * cell of a group, then what is targeted besides. Without targets these stay open wherever the counts leave room.
 */
export const fillRest = (grid: SiteGrid, discarded: Discarded, targets: PackedTargets | undefined): void => {
  const left: Counts = {
    ofPackages: Int32Array.from(grid.packages, ({ packageId }) => discarded.byPackage.get(packageId) ?? 0),
    ofDps: Int32Array.from(grid.dps, ({ key }) => discarded.byDp.get(key) ?? 0),
  };
  fillGroups(grid, left);
  if (targets === undefined) leaveOpen(grid, left);
  else fillTargets(grid, left, targets);
};

interface Counts {
  readonly ofPackages: Int32Array;
  readonly ofDps: Int32Array;
}

/** Every cell of a group is an expected pair: one without a finding was discarded. */
const fillGroups = ({ cells, dps, groups }: SiteGrid, { ofPackages, ofDps }: Counts): void => {
  for (const group of groups)
    for (const packagePlace of group.packages)
      for (const dpPlace of group.dps) {
        const place = packagePlace * dps.length + dpPlace;
        if (cells[place] !== none) continue;
        cells[place] = validated;
        add(ofPackages, packagePlace, -1);
        add(ofDps, dpPlace, -1);
      }
};

const leaveOpen = ({ cells, packages, dps }: SiteGrid, { ofPackages, ofDps }: Counts): void => {
  for (let packagePlace = 0; packagePlace < packages.length; packagePlace++) {
    if ((ofPackages[packagePlace] ?? 0) <= 0) continue;
    for (let dpPlace = 0; dpPlace < dps.length; dpPlace++) {
      const place = packagePlace * dps.length + dpPlace;
      if (cells[place] === none && (ofDps[dpPlace] ?? 0) > 0) cells[place] = open;
    }
  }
};

/**
 * Targets were read later than the findings. Where a package, or a DP, has just as many without a finding as were
 * counted, they are the counted ones; else one of them came since, and they stay open.
 */
const fillTargets = (grid: SiteGrid, left: Counts, targets: PackedTargets): void => {
  const { cells, packages, dps } = grid;
  const found: Counts = {
    ofPackages: new Int32Array(packages.length),
    ofDps: new Int32Array(dps.length),
  };
  eachTarget(grid, targets, (packagePlace, dpPlace) => {
    const place = packagePlace * dps.length + dpPlace;
    if (cells[place] !== none) return;
    cells[place] = open;
    add(found.ofPackages, packagePlace, 1);
    add(found.ofDps, dpPlace, 1);
  });
  const isCounted = (of: keyof Counts, place: number): boolean => found[of][place] === left[of][place];
  eachTarget(grid, targets, (packagePlace, dpPlace) => {
    const place = packagePlace * dps.length + dpPlace;
    if (cells[place] !== open) return;
    if (isCounted('ofPackages', packagePlace) || isCounted('ofDps', dpPlace)) cells[place] = validated;
  });
};

const eachTarget = (
  { packages, dps }: SiteGrid,
  targets: PackedTargets,
  take: (packagePlace: number, dpPlace: number) => void,
): void => {
  const packagePlaces = new Map(packages.map(({ packageId }, place) => [packageId, place]));
  const dpPlaces = new Map(dps.map(({ key }, place) => [key, place]));
  const placeOfDp = targets.dps.map((key) => (key === undefined ? undefined : dpPlaces.get(key)));
  for (const [block, packageId] of targets.packageIds.entries()) {
    const packagePlace = packagePlaces.get(packageId);
    if (packagePlace === undefined) continue;
    const first = targets.firstDps[block] ?? 0;
    for (let bits = targets.bits[block] ?? 0, dp = first; bits !== 0; bits >>>= 1, dp++) {
      const dpPlace = (bits & 1) === 0 ? undefined : placeOfDp[dp];
      if (dpPlace !== undefined) take(packagePlace, dpPlace);
    }
  }
};

const add = (counts: Int32Array, place: number, number: number): void => {
  counts[place] = (counts[place] ?? 0) + number;
};
