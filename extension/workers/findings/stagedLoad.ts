import { isWholeSite, scopeTest, type ContentScope } from '../../core/reconcile/contentScope';
import { grader } from '../../core/reconcile/grade';
import type { Finding } from '../../core/reconcile/finding';
import type { PairFacts } from '../../core/reconcile/pairFacts';
import type { SiteFacts } from '../../core/reconcile/siteFacts';
import { factsByChunk, packFacts, type SiteOfLoad } from './factArchive';
import type { Graded } from './findingTable';
import { dpAt, packageAt } from './readTable';
import type { TableView } from './tableView';

/** Graded findings that wait until their load is complete. */
export class StagedLoad {
  private readonly graded: Graded[] = [];
  private readonly grade: (pair: PairFacts) => Finding;

  constructor(
    readonly site: SiteFacts,
    private readonly scopes: readonly ContentScope[],
    /** The holder of the site's facts that explanations of these pairs will use. */
    readonly holder: SiteOfLoad,
    /** Is told the facts of every pair that is graded. */
    private readonly seen: (pair: PairFacts) => void = () => undefined,
  ) {
    this.grade = grader(site);
  }

  get isWholeSite(): boolean {
    return this.scopes.some(isWholeSite);
  }

  append(pairs: readonly PairFacts[]): void {
    const places = packFacts(pairs, this.holder);
    for (const [index, pair] of pairs.entries()) {
      const facts = places[index];
      if (facts === undefined) continue;
      this.seen(pair);
      this.graded.push({ finding: this.grade(pair), facts });
    }
  }

  /** All findings once this load has replaced what its scopes cover; the rest is graded again, by the new site. */
  over({ table }: TableView): readonly Graded[] {
    if (this.isWholeSite) return this.graded;
    const isReplaced = scopeTest(this.scopes);
    const kept = table.facts.filter(
      (_, row) => !isReplaced(packageAt(table, row).packageId, dpAt(table, row).key),
    );
    const regraded: Graded[] = [];
    for (const [facts, pair] of factsByChunk(kept)) {
      facts.chunk.site.facts = this.site;
      this.seen(pair);
      regraded.push({ finding: this.grade(pair), facts });
    }
    return [...regraded, ...this.graded];
  }
}
