import { makeSnapshot, type Snapshot } from '../../core/history/snapshot';
import { explanationOf } from '../../core/reconcile/explain';
import type { Finding } from '../../core/reconcile/finding';
import { unmarked, type FindingMarks } from '../../core/reconcile/findingMarks';
import type {
  Facet,
  FindingRow,
  FindingsPage,
  FindingsSelection,
  FindingsView,
  SelectionMeasure,
} from '../../core/reconcile/findingRow';
import type { PairFacts } from '../../core/reconcile/pairFacts';
import type { PairId } from '../../core/reconcile/pairId';
import type { Discarded, SiteFacts } from '../../core/reconcile/siteFacts';
import { suspectDps } from '../../core/reconcile/suspectCycle';
import { tallies, type Tallies } from '../../core/reconcile/tallies';
import { emptyTally } from '../../core/reconcile/tally';
import type { ExplainedFinding, ExplainedPage, FindingsScope, FindingsSummary } from '../../ports/findings';
import { ExplainedPages } from './explainedPages';
import { unpackFacts } from './factArchive';
import { emptyTable, type FindingTable } from './findingTable';
import { countedRows, countMarks, markRows } from './markRows';
import type { ShownFindings } from './matrix/matrixStore';
import { passesSeen } from './passesSeen';
import { rowsApart } from './rowsApart';
import { StagedLoad, ungradedTargets } from './stagedLoad';
import { TableView } from './tableView';

export const largestPage = 500;

/** All findings of a site. A load is prepared beside what is shown, and takes its place once it is complete. */
export class FindingsStore {
  private view = new TableView(emptyTable);
  private revision = 0;
  private discarded: Discarded = { byDp: new Map(), byPackage: new Map() };
  private marks = unmarked;
  private site: SiteFacts | undefined;
  private counts: Pick<Tallies, 'site' | 'byDp'> = { site: emptyTally, byDp: new Map() };
  private readonly explained = new ExplainedPages();
  private readonly loads = new Map<number, StagedLoad>();
  private nextLoad = 1;

  begin(site: SiteFacts, scopes: readonly FindingsScope[]): number {
    const id = this.nextLoad++;
    this.loads.set(id, new StagedLoad(site, scopes));
    return id;
  }

  append(id: number, pairs: readonly PairFacts[]): void {
    this.staged(id).append(pairs);
  }

  /** Forgets a load that will not be completed. */
  abort(id: number): void {
    this.loads.delete(id);
  }

  commit(id: number): FindingsSummary {
    const load = this.staged(id);
    this.loads.delete(id);
    const { site } = load;
    const table = load.over(this.view.table, this.site);
    this.discarded = ungradedTargets(site, table);
    this.site = site;
    return this.show(site, table);
  }

  /** Looks at the findings with these marks from now on; undefined while there are none. */
  mark(marks: FindingMarks): FindingsSummary | undefined {
    this.marks = marks;
    return this.site && this.show(this.site, this.view.table);
  }

  snapshot(): Snapshot {
    const { table } = this.view;
    const { site, byDp } = this.counts;
    return makeSnapshot(
      countedRows(table),
      site,
      byDp,
      passesSeen(table, this.site?.inventory.packages ?? []),
    );
  }

  private show(site: SiteFacts, unmarkedTable: FindingTable): FindingsSummary {
    const { siteCode } = site.inventory;
    const marked = markRows(unmarkedTable, siteCode, this.marks, site.readAt);
    const counted = countedRows(marked);
    const counts = tallies(site.inventory, this.discarded, counted);
    const suspects = suspectDps(site.cycles, counts.byDp, counted);
    const table = { ...marked, suspects: new Set<string>(suspects) };
    this.counts = counts;
    this.view = new TableView(table);
    this.revision++;
    return {
      revision: this.revision,
      readAt: site.inventory.readAt,
      ...counts,
      suspectDps: suspects,
      marked: countMarks(table),
    };
  }

  /** @throws FilterError for a filter that does not parse */
  page(view: FindingsView, offset: number, limit: number): FindingsPage {
    return { revision: this.revision, ...this.view.page(view, offset, Math.min(limit, largestPage)) };
  }

  facets(filter: string): readonly Facet[] {
    return this.view.facets(filter);
  }

  measure(selection: FindingsSelection): SelectionMeasure {
    return this.view.measure(selection);
  }

  resolve(selection: FindingsSelection): readonly Finding[] {
    return this.view.resolve(selection);
  }

  of(scope: FindingsScope): readonly Finding[] {
    return this.view.of(scope);
  }

  explain(pair: PairId): ExplainedFinding | undefined {
    const row = this.view.find(pair);
    const place = row === undefined ? undefined : this.view.table.facts[row];
    const facts = place && unpackFacts(place);
    if (row === undefined || place === undefined || facts === undefined) return undefined;
    return {
      finding: this.view.finding(row),
      row: this.view.row(row),
      ...explanationOf(place.chunk.site.facts, facts),
    };
  }

  /** @throws FilterError for a filter that does not parse */
  async explainPage(
    view: FindingsView,
    offset: number,
    limit: number,
    signal: AbortSignal,
  ): Promise<ExplainedPage> {
    const { revision } = this;
    const page = await this.explained.page(this.view, view, offset, Math.min(limit, largestPage), signal);
    return { revision, ...page };
  }

  /** @throws FilterError for a filter that does not parse */
  asRows(findings: readonly Finding[], filter: string): readonly FindingRow[] {
    return this.site === undefined ? [] : rowsApart(this.site, this.view.table.suspects, findings, filter);
  }

  /** What is shown now. */
  shown(): ShownFindings {
    const { site, discarded, view } = this;
    return {
      table: view.table,
      inventory: site?.inventory,
      discarded,
      readAt: site?.inventory.readAt ?? 0,
    };
  }

  private staged(id: number): StagedLoad {
    const load = this.loads.get(id);
    if (load === undefined) throw new Error(`Load ${id} of findings was ended before it was complete.`);
    return load;
  }
}
