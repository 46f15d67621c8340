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
import type { SiteFacts } from '../../core/reconcile/siteFacts';
import { suspectDps } from '../../core/reconcile/suspectCycle';
import { UngradedTargets } from '../../core/reconcile/targetCounts';
import { tallies } from '../../core/reconcile/tallies';
import type { ExplainedFinding, FindingsScope, FindingsSummary } from '../../ports/findings';
import { unpackFacts } from './factArchive';
import { emptyTable, makeTable } from './findingTable';
import { StagedLoad } from './stagedLoad';
import { TableView } from './tableView';

export const largestPage = 500;

interface OpenLoad {
  readonly load: StagedLoad;
  /** Of a load that follows changes. */
  readonly ungraded: UngradedTargets | undefined;
}

/** All findings of a site. A load is prepared beside what is shown, and takes its place once it is complete. */
export class FindingsStore {
  private view = new TableView(emptyTable, new Set());
  private revision = 0;
  private readonly loads = new Map<number, OpenLoad>();
  private nextLoad = 1;

  begin(site: SiteFacts, scopes: readonly FindingsScope[]): number {
    const id = this.nextLoad++;
    const ungraded = site.targets && new UngradedTargets(site.inventory, site.targets);
    const load = new StagedLoad(site, scopes, { facts: site }, (pair) => ungraded?.take(pair));
    this.loads.set(id, { load, ungraded });
    return id;
  }

  append(id: number, pairs: readonly PairFacts[]): void {
    this.staged(id).load.append(pairs);
  }

  /** Forgets a load that will not be completed. */
  abort(id: number): void {
    this.loads.delete(id);
  }

  commit(id: number): FindingsSummary {
    const { load, ungraded } = this.staged(id);
    this.loads.delete(id);
    const { site } = load;
    const graded = load.over(this.view);
    const discarded = ungraded?.rest ?? site.discarded;
    const findings = graded.map(({ finding }) => finding);
    const counts = tallies(site.inventory, discarded, findings);
    const suspects = suspectDps(site.cycles, counts.byDp, findings);
    this.view = new TableView(makeTable(site.inventory, graded), new Set(suspects));
    this.revision++;
    return { revision: this.revision, readAt: site.readAt, ...counts, suspectDps: suspects };
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

  private staged(id: number): OpenLoad {
    const load = this.loads.get(id);
    if (load === undefined) throw new Error(`Load ${id} of findings was ended before it was complete.`);
    return load;
  }
}
