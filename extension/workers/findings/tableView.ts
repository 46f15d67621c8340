import { findingFields } from '../../core/filter/findingFields';
import { parseFilter } from '../../core/filter/parse';
import type { Finding } from '../../core/reconcile/finding';
import type {
  Facet,
  FindingColumn,
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
import { rankingOf } from './ranking';
import { findingAt, regionTest, rowAt, rowsOf, rowsOfPairs, type SuspectDps } from './readTable';
import { selectRows } from './selectRows';

/** Answers questions about one table; what it works out for a filter or an order it keeps for the next page. */
export class TableView {
  private readonly selected = new NewestFew<Uint32Array>(4);
  private readonly sorted = new NewestFew<Uint32Array>(4);
  /** Ranks of times take longer than all else of a sort. */
  private readonly rankings = new NewestFew<Ranking>(4);

  constructor(
    readonly table: FindingTable,
    private readonly suspects: SuspectDps,
  ) {}

  /** @throws FilterError for a filter that does not parse */
  page(
    { filter, sort }: FindingsView,
    offset: number,
    limit: number,
  ): { readonly total: number; readonly rows: readonly FindingRow[] } {
    const rows = this.sorted.get(`${sort.column} ${sort.descending} ${filter}`, () =>
      sortByRank(this.select(filter), this.ranking(sort.column), sort.descending),
    );
    const page = rows.subarray(offset, offset + limit);
    return { total: rows.length, rows: Array.from(page, (row) => rowAt(this.table, row, this.suspects)) };
  }

  facets(filter: string): readonly Facet[] {
    return countFacets(this.table, parseFilter(filter, findingFields));
  }

  measure(selection: FindingsSelection): SelectionMeasure {
    return measureRows(this.table, this.chosen(selection));
  }

  resolve(selection: FindingsSelection): readonly Finding[] {
    return Array.from(this.chosen(selection), (row) => findingAt(this.table, row, this.suspects));
  }

  of(scope: FindingsScope): readonly Finding[] {
    return rowsOf(this.table, scope).map((row) => findingAt(this.table, row, this.suspects));
  }

  /** The pair's row number; undefined when it has none. */
  find(pair: PairId): number | undefined {
    return rowsOfPairs(this.table, [pair])[0];
  }

  row(row: number): FindingRow {
    return rowAt(this.table, row, this.suspects);
  }

  finding(row: number): Finding {
    return findingAt(this.table, row, this.suspects);
  }

  private ranking(column: FindingColumn): Ranking {
    return this.rankings.get(column, () => rankingOf(this.table, column));
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
