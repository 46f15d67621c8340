import { grader } from '../../core/reconcile/grade';
import type { Finding } from '../../core/reconcile/finding';
import type { PairFacts } from '../../core/reconcile/pairFacts';
import type { Discarded, SiteFacts } from '../../core/reconcile/siteFacts';
import type { FindingsScope } from '../../ports/findings';
import { remainingDiscarded } from './discarded';
import { packFacts, type SiteOfLoad } from './factArchive';
import type { Graded } from './findingTable';
import { rowFinder, rowsOf } from './readTable';
import type { TableView } from './tableView';

/** Graded findings that wait until their load is complete. */
export class StagedLoad {
  private readonly graded: Graded[] = [];
  private readonly grade: (pair: PairFacts) => Finding;

  constructor(
    readonly site: SiteFacts,
    readonly scope: FindingsScope,
    /** The holder of the site's facts that explanations of these pairs will use. */
    readonly holder: SiteOfLoad,
  ) {
    this.grade = grader(site);
  }

  get isWholeSite(): boolean {
    return this.scope.packageId === undefined && this.scope.dp === undefined;
  }

  append(pairs: readonly PairFacts[]): void {
    const places = packFacts(pairs, this.holder);
    for (const [index, pair] of pairs.entries()) {
      const facts = places[index];
      if (facts !== undefined) this.graded.push({ finding: this.grade(pair), facts });
    }
  }

  /** All findings once this load has replaced what its scope covers. */
  over(view: TableView): readonly Graded[] {
    if (this.isWholeSite) return this.graded;
    const replaced = new Set(rowsOf(view.table, this.scope));
    const kept: Graded[] = [];
    for (const [row, facts] of view.table.facts.entries())
      if (!replaced.has(row)) kept.push({ finding: view.finding(row), facts });
    return [...kept, ...this.graded];
  }

  /** The plainly validated pairs that are still only counted. */
  discardedAfter(before: Discarded, { table }: TableView): Discarded {
    if (this.isWholeSite) return this.site.discarded;
    const find = rowFinder(table);
    const findings = this.graded.map(({ finding }) => finding);
    return remainingDiscarded(
      before,
      findings.filter(({ packageId, dp }) => find(packageId, dp) === undefined),
    );
  }
}
