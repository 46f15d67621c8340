import { cellClass, cells as allCells, isShown, shownBit } from '../../../core/matrix/cell';
import type { MatrixOrder } from '../../../core/matrix/matrix';
import type { SiteGrid } from './siteGrid';

/** A view of a grid: which rows and columns it has, in their order, and their cells. */
export interface Arranged {
  /** Places in the grid. */
  readonly packages: Uint32Array;
  readonly dps: Uint32Array;
  readonly cells: Uint8Array;
}

/** Leaves out the rows and columns without a shown cell, and puts the others in order. */
export const arrange = (grid: SiteGrid, shown: Uint8Array, order: MatrixOrder): Arranged => {
  const { groups } = grid;
  const weights = weigh(grid, shown);
  const packages = arrangeAxis(
    weights.ofPackages,
    order,
    groups.map((group) => group.packages),
  );
  const dps = arrangeAxis(
    weights.ofDps,
    order,
    groups.map((group) => group.dps),
  );
  const cells = new Uint8Array(packages.length * dps.length);
  let at = 0;
  for (const packagePlace of packages) {
    const first = packagePlace * grid.dps.length;
    for (const dpPlace of dps) cells[at++] = shown[first + dpPlace] ?? 0;
  }
  return { packages, dps, cells };
};

/** What is shown of rows or columns: all of it, what is a problem, and what is not proved. */
interface Weights {
  readonly shown: Uint32Array;
  readonly problems: Uint32Array;
  readonly unproved: Uint32Array;
}

/** By byte: 1 a problem, 2 not proved, 0 neither. */
const kinds = Uint8Array.from({ length: 2 * shownBit }, (_, byte) => {
  const cell = allCells[byte & (shownBit - 1)];
  const found = cell === undefined || !isShown(byte) ? undefined : cellClass(cell);
  switch (found) {
    case 'problems':
    case 'ask':
      return 1;
    case 'running':
    case 'stale':
    case 'unknown':
      return 2;
    case 'open':
    case 'validated':
    case 'nothing':
    case undefined:
      return 0;
  }
});

const weigh = (
  { packages, dps }: SiteGrid,
  shown: Uint8Array,
): Readonly<Record<'ofPackages' | 'ofDps', Weights>> => {
  const ofPackages = emptyWeights(packages.length);
  const ofDps = emptyWeights(dps.length);
  for (let packagePlace = 0, at = 0; packagePlace < packages.length; packagePlace++)
    for (let dpPlace = 0; dpPlace < dps.length; dpPlace++, at++) {
      const byte = shown[at] ?? 0;
      if (!isShown(byte)) continue;
      count(ofPackages.shown, packagePlace);
      count(ofDps.shown, dpPlace);
      const kind = kinds[byte];
      if (kind === 0) continue;
      count(kind === 1 ? ofPackages.problems : ofPackages.unproved, packagePlace);
      count(kind === 1 ? ofDps.problems : ofDps.unproved, dpPlace);
    }
  return { ofPackages, ofDps };
};

const emptyWeights = (length: number): Weights => ({
  shown: new Uint32Array(length),
  problems: new Uint32Array(length),
  unproved: new Uint32Array(length),
});

const count = (counts: Uint32Array, place: number): void => {
  counts[place] = (counts[place] ?? 0) + 1;
};

/** @param members places of each group, groups by name */
const arrangeAxis = (
  { shown, problems, unproved }: Weights,
  order: MatrixOrder,
  members: readonly (readonly number[])[],
): Uint32Array => {
  const places = Uint32Array.from(shown.keys()).filter((place) => (shown[place] ?? 0) > 0);
  const more = (counts: Uint32Array, a: number, b: number): number => (counts[b] ?? 0) - (counts[a] ?? 0);
  switch (order) {
    case 'name':
      return places;
    case 'problems':
      return places.sort((a, b) => more(problems, a, b) || more(unproved, a, b) || a - b);
    case 'group': {
      const first = new Uint32Array(shown.length).fill(members.length);
      for (const [group, some] of members.entries())
        for (const place of some) first[place] = Math.min(first[place] ?? group, group);
      return places.sort((a, b) => (first[a] ?? 0) - (first[b] ?? 0) || a - b);
    }
  }
};
