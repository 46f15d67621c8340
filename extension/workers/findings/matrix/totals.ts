import { cellClass, cellOf, cells as allCells, isShown, shownBit } from '../../../core/matrix/cell';
import type { MatrixTotal, TotalsView } from '../../../core/matrix/matrix';
import type { CellClass } from '../../../core/matrix/cell';
import type { SiteGrid } from './siteGrid';

/** What is shown of each DP, group, package or verdict, in order; those of which nothing is shown are left out. */
export const totalsOf = (
  grid: SiteGrid,
  shown: Uint8Array,
  { of, sort }: Pick<TotalsView, 'of' | 'sort'>,
): readonly MatrixTotal[] => {
  const totals = countedBy(grid, shown, of).filter(({ pairs }) => pairs > 0);
  const sign = sort.descending ? -1 : 1;
  switch (sort.column) {
    // They come by name.
    case 'label':
      return sort.descending ? totals.toReversed() : totals;
    case 'problems':
      return totals.toSorted((a, b) => sign * (problemsOf(a) - problemsOf(b)));
    case 'pairs':
      return totals.toSorted((a, b) => sign * (a.pairs - b.pairs));
  }
};

export const problemsOf = ({ byClass }: Pick<MatrixTotal, 'byClass'>): number =>
  (byClass.problems ?? 0) + (byClass.ask ?? 0);

const countedBy = (
  { packages, dps, groups }: SiteGrid,
  shown: Uint8Array,
  of: TotalsView['of'],
): readonly MatrixTotal[] => {
  switch (of) {
    case 'verdict': {
      const counts = new ByteCounts();
      for (const byte of shown) counts.add(byte);
      return counts.ofCells();
    }
    case 'package':
      return packages.map(({ packageId, name }, place) => {
        const counts = new ByteCounts();
        for (let at = place * dps.length; at < (place + 1) * dps.length; at++) counts.add(shown[at] ?? 0);
        return counts.total(packageId, name);
      });
    case 'dp':
      return dps.map(({ name }, place) => {
        const counts = new ByteCounts();
        for (let at = place; at < shown.length; at += dps.length) counts.add(shown[at] ?? 0);
        return counts.total(name, name);
      });
    case 'group':
      return groups.map((group) => {
        const counts = new ByteCounts();
        for (const packagePlace of group.packages)
          for (const dpPlace of group.dps) counts.add(shown[packagePlace * dps.length + dpPlace] ?? 0);
        return counts.total(group.name, group.name);
      });
  }
};

/** How often each byte was met: the cheapest count, of which the others follow. */
class ByteCounts {
  private readonly counts = new Uint32Array(2 * shownBit);

  add(byte: number): void {
    this.counts[byte] = (this.counts[byte] ?? 0) + 1;
  }

  total(value: string, label: string): MatrixTotal {
    const byClass: Partial<Record<CellClass, number>> = {};
    let pairs = 0;
    for (const [byte, number] of this.counts.entries()) {
      const found = isShown(byte) && number > 0 ? cellClass(cellOf(byte)) : undefined;
      if (found === undefined) continue;
      byClass[found] = (byClass[found] ?? 0) + number;
      pairs += number;
    }
    return { value, label, pairs, byClass };
  }

  /** A total for each sort of cell, the worst first. */
  ofCells(): readonly MatrixTotal[] {
    return allCells.toReversed().flatMap((cell, place) => {
      const pairs = this.counts[(allCells.length - 1 - place) | shownBit] ?? 0;
      const found = cellClass(cell);
      return found === undefined ? [] : [{ value: cell, label: cell, pairs, byClass: { [found]: pairs } }];
    });
  }
}
