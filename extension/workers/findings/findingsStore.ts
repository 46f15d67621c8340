import type { SiteInventory } from '../../core/content/siteInventory';
import { explain } from '../../core/reconcile/explain';
import type { Finding } from '../../core/reconcile/finding';
import type {
  Facet,
  FindingsPage,
  FindingsSelection,
  FindingsView,
  SelectionMeasure,
} from '../../core/reconcile/findingRow';
import type { PairFacts } from '../../core/reconcile/pairFacts';
import type { PairId } from '../../core/reconcile/pairId';
import type { Discarded, SiteFacts } from '../../core/reconcile/siteFacts';
import { suspectDps } from '../../core/reconcile/suspectCycle';
import { tallies } from '../../core/reconcile/tallies';
import type { ExplainedFinding, FindingsScope, FindingsSummary } from '../../ports/findings';
import { unpackFacts, type SiteOfLoad } from './factArchive';
import { emptyTable, makeTable } from './findingTable';
import type { Snapshot } from './matrix/matrixStore';
import { StagedLoad } from './stagedLoad';
import { TableView } from './tableView';

export const largestPage = 500;

/** All findings of a site. A load is prepared beside what is shown, and takes its place once it is complete. */
export class FindingsStore {
  private view = new TableView(emptyTable, new Set());
  private revision = 0;
  private readAt = 0;
  private inventory: SiteInventory | undefined;
  private discarded: Discarded = { byDp: new Map(), byPackage: new Map() };
  /** Scoped loads come often: they share one holder, which keeps the newest site facts only. */
  private scopedSite: SiteOfLoad | undefined;
  private readonly loads = new Map<number, StagedLoad>();
  private nextLoad = 1;

  begin(site: SiteFacts, scope: FindingsScope): number {
    const id = this.nextLoad++;
    const holder = scope.packageId === undefined && scope.dp === undefined ? undefined : this.scopedSite;
    this.loads.set(id, new StagedLoad(site, scope, holder ?? { facts: site }));
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
    const discarded = load.discardedAfter(this.discarded, this.view);
    const graded = load.over(this.view);
    const findings = graded.map(({ finding }) => finding);
    const counts = tallies(site.inventory, discarded, findings);
    const suspects = suspectDps(site.cycles, counts.byDp, findings);
    this.view = new TableView(makeTable(site.inventory, graded), new Set(suspects));
    this.discarded = discarded;
    this.inventory = site.inventory;
    if (load.isWholeSite || this.revision === 0) this.readAt = site.readAt;
    this.scopedSite = load.isWholeSite ? undefined : load.holder;
    load.holder.facts = site;
    this.revision++;
    return { revision: this.revision, readAt: this.readAt, ...counts, suspectDps: suspects };
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
    if (row === undefined) return undefined;
    const place = this.view.table.facts[row];
    const facts = place && unpackFacts(place);
    return {
      finding: this.view.finding(row),
      row: this.view.row(row),
      evidence: place === undefined || facts === undefined ? [] : explain(place.chunk.site.facts, facts),
    };
  }

  /** What is shown now. */
  snapshot(): Snapshot {
    const { inventory, discarded, readAt } = this;
    return { table: this.view.table, inventory, discarded, readAt };
  }

  private staged(id: number): StagedLoad {
    const load = this.loads.get(id);
    if (load === undefined) throw new Error(`Load ${id} of findings was ended before it was complete.`);
    return load;
  }
}
