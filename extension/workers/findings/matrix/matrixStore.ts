import { findingFields } from '../../../core/filter/findingFields';
import { parseFilter } from '../../../core/filter/parse';
import { cellCode } from '../../../core/matrix/cell';
import type {
  MatrixAxes,
  MatrixTile,
  MatrixTotal,
  MatrixView,
  PackedTargets,
  TotalsPage,
  TotalsView,
} from '../../../core/matrix/matrix';
import type { SiteInventory } from '../../../core/content/siteInventory';
import type { Discarded } from '../../../core/reconcile/siteFacts';
import type { FindingTable } from '../findingTable';
import { NewestFew } from '../newestFew';
import { arrange, type Arranged } from './arranged';
import { fillRest } from './restCells';
import { shownCells } from './shownCells';
import { siteGrid, type SiteGrid } from './siteGrid';
import { StaleMatrix } from './staleMatrix';
import { totalsOf } from './totals';

/** The findings of a moment. */
export interface ShownFindings {
  readonly table: FindingTable;
  /** undefined before the first load. */
  readonly inventory: SiteInventory | undefined;
  readonly discarded: Discarded;
  /** Time of the last read of the whole site. */
  readonly readAt: number;
}

/** Findings as a matrix. What is worked out for a view is kept for its tiles, and let go with the findings. */
export class MatrixStore {
  private stamp = 0;
  private drawn: { readonly shown: ShownFindings; readonly grid: SiteGrid } | undefined;
  private targets: { readonly readAt: number; readonly packed: PackedTargets } | undefined;
  private shown = new NewestFew<Uint8Array>(1);
  private arranged = new NewestFew<Arranged>(1);
  private totals = new NewestFew<readonly MatrixTotal[]>(4);

  constructor(private readonly findings: () => ShownFindings) {}

  open(view: MatrixView): MatrixAxes {
    const grid = this.grid();
    const { packages, dps } = this.arrange(view);
    const open = cellCode('open');
    return {
      stamp: this.stamp,
      packages: Array.from(packages, (place) => grid.packages[place])
        .filter((one) => one !== undefined)
        .map(({ packageId, name, bytes }) => ({ packageId, name, bytes })),
      dps: Array.from(dps, (place) => grid.dps[place]).filter((one) => one !== undefined),
      open: grid.cells.reduce((sum, code) => sum + Number(code === open), 0),
    };
  }

  /** @throws StaleMatrix when the view is no longer as it was opened */
  tile(view: MatrixView, stamp: number, first: number, count: number): MatrixTile {
    this.grid();
    if (stamp !== this.stamp) throw new StaleMatrix();
    const { cells, dps } = this.arrange(view);
    const tile = cells.subarray(first * dps.length, (first + count) * dps.length);
    return { stamp, cells: Buffer.from(tile.buffer, tile.byteOffset, tile.length).toString('base64') };
  }

  total(view: TotalsView, offset: number, limit: number): TotalsPage {
    const grid = this.grid();
    const totals = this.totals.get(JSON.stringify(view), () => totalsOf(grid, this.cells(view.filter), view));
    return { total: totals.length, rows: totals.slice(offset, offset + limit) };
  }

  setTargets(packed: PackedTargets): void {
    this.targets = { readAt: this.findings().readAt, packed };
    this.drawn = undefined;
  }

  private arrange(view: MatrixView): Arranged {
    const grid = this.grid();
    return this.arranged.get(`${view.order} ${view.filter}`, () =>
      arrange(grid, this.cells(view.filter), view.order),
    );
  }

  private cells(filter: string): Uint8Array {
    const { table } = this.findings();
    const grid = this.grid();
    return this.shown.get(filter, () => shownCells(grid, table, parseFilter(filter, findingFields)));
  }

  /** The grid of the newest findings. */
  private grid(): SiteGrid {
    const shown = this.findings();
    if (this.drawn?.shown.table === shown.table) return this.drawn.grid;
    const grid = siteGrid(shown.inventory ?? nothing, shown.table);
    if (this.targets?.readAt !== shown.readAt) this.targets = undefined;
    fillRest(grid, shown.discarded, this.targets?.packed);
    this.stamp++;
    this.drawn = { shown, grid };
    this.shown = new NewestFew(1);
    this.arranged = new NewestFew(1);
    this.totals = new NewestFew(4);
    return grid;
  }
}

const nothing: SiteInventory = {
  siteCode: '',
  siteName: '',
  siteServer: '',
  distributionPoints: [],
  groups: [],
  packages: [],
  readAt: 0,
};
