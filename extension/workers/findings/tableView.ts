import { findingFields } from '../../core/filter/findingFields';
import { parseFilter } from '../../core/filter/parse';
import type { Finding } from '../../core/reconcile/finding';
import type {
  Facet,
  FindingRow,
  FindingsSelection,
  FindingsView,
  SelectionMeasure,
} from '../../core/reconcile/findingRow';
import type { PairId } from '../../core/reconcile/pairId';
import type { FindingsScope } from '../../ports/findings';
import { countFacets } from './countFacets';
import type { FindingTable } from './findingTable';
import { measureRows } from './measureRows';
import { NewestFew } from './newestFew';
import { sortByRank, type Ranking } from './rank';
import { rankingsOf } from './ranking';
import { findingAt, regionTest, rowAt, rowsOf, rowsOfPairs } from './readTable';
import { selectRows } from './selectRows';

/** Answers questions about one table; what it works out for a filter or an order it keeps for the next page. */
export class TableView {
  private readonly selected = new NewestFew<Uint32Array>(4);
  private readonly sorted = new NewestFew<Uint32Array>(4);
  /** Ranks of times take longer than all else of a sort. */
  private readonly rankings = new NewestFew<readonly Ranking[]>(4);

  constructor(readonly table: FindingTable) {}

  /** @throws FilterError for a filter that does not parse */
  page(
    view: FindingsView,
    offset: number,
    limit: number,
  ): { readonly total: number; readonly rows: readonly FindingRow[] } {
    const rows = this.order(view);
    const page = rows.subarray(offset, offset + limit);
    return { total: rows.length, rows: Array.from(page, (row) => this.row(row)) };
  }

  /**
   * The numbers of the rows that a view shows, in its order.
   * @throws FilterError for a filter that does not parse
   */
  order({ filter, sort }: FindingsView): Uint32Array {
    return this.sorted.get(`${sort.column} ${sort.descending} ${filter}`, () =>
      this.arrange(this.select(filter), sort),
    );
  }

  facets(filter: string): readonly Facet[] {
    return countFacets(this.table, parseFilter(filter, findingFields));
  }

  measure(selection: FindingsSelection): SelectionMeasure {
    return measureRows(this.table, this.chosen(selection));
  }

  resolve(selection: FindingsSelection): readonly Finding[] {
    return Array.from(this.chosen(selection), (row) => findingAt(this.table, row, this.table.suspects));
  }

  of(scope: FindingsScope): readonly Finding[] {
    return rowsOf(this.table, scope).map((row) => findingAt(this.table, row, this.table.suspects));
  }

  /** The pair's row number; undefined when it has none. */
  find(pair: PairId): number | undefined {
    return rowsOfPairs(this.table, [pair])[0];
  }

  row(row: number): FindingRow {
    return rowAt(this.table, row, this.table.suspects);
  }

  finding(row: number): Finding {
    return findingAt(this.table, row, this.table.suspects);
  }

  private arrange(rows: Uint32Array, { column, descending }: FindingsView['sort']): Uint32Array {
    // Of one state, what most depends on comes first, whichever way round.
    const before = column === 'state' ? this.arrange(rows, { column: 'impact', descending: false }) : rows;
    return this.rankings
      .get(column, () => rankingsOf(this.table, column))
      .reduceRight((sorted, ranking) => sortByRank(sorted, ranking, descending), before);
  }

  private select(filter: string): Uint32Array {
    return this.selected.get(filter, () => selectRows(this.table, parseFilter(filter, findingFields)));
  }

  private chosen(selection: FindingsSelection): ArrayLike<number> {
    if (selection.kind === 'pairs') {
      const rows = rowsOfPairs(this.table, selection.pairs);
      if (selection.filter === undefined) return rows;
      const shown = new Set(this.select(selection.filter));
      return rows.filter((row) => shown.has(row));
    }
    if (selection.kind === 'region')
      return this.select(selection.filter).filter(regionTest(this.table, selection));
    const except = new Set(rowsOfPairs(this.table, selection.except));
    return this.select(selection.filter).filter((row) => !except.has(row));
  }
}
