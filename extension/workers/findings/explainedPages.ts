import type { FindingsView } from '../../core/reconcile/findingRow';
import type { ExplainedPage } from '../../ports/findings';
import { explainRows, type ExplainedRow } from './explainRows';
import type { TableView } from './tableView';

/**
 * Rows whose evidence is worked out at once: the larger, the less often a chunk of facts is unpacked again; this many
 * take some 10 MB.
 */
const windowLength = 5000;

interface Window {
  readonly of: TableView;
  readonly key: string;
  readonly first: number;
  readonly rows: readonly ExplainedRow[];
}

/** Pages of rows with their evidence, as an export asks for them one after the other. */
export class ExplainedPages {
  private window: Window | undefined;

  async page(
    of: TableView,
    view: FindingsView,
    offset: number,
    limit: number,
    signal: AbortSignal,
  ): Promise<Omit<ExplainedPage, 'revision'>> {
    const rows = of.order(view);
    const last = Math.min(offset + limit, rows.length);
    if (offset >= last) {
      this.window = undefined;
      return { total: rows.length, rows: [] };
    }
    const key = `${view.sort.column} ${view.sort.descending} ${view.filter}`;
    let { window } = this;
    if (window?.of !== of || window.key !== key || !holds(window, offset, last)) {
      const wanted = rows.subarray(offset, Math.max(last, offset + windowLength));
      window = { of, key, first: offset, rows: await explainRows(of.table, wanted, signal) };
    }
    // The last page lets go of what was kept for it.
    this.window = last === rows.length ? undefined : window;
    const explained = window.rows.slice(offset - window.first, last - window.first);
    return {
      total: rows.length,
      rows: explained.map(({ row, evidence }) => ({ finding: of.finding(row), row: of.row(row), evidence })),
    };
  }
}

const holds = ({ first, rows }: Window, from: number, to: number): boolean =>
  from >= first && to <= first + rows.length;
