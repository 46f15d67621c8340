import { isDeepStrictEqual } from 'node:util';
import type { DpKey } from '../../core/content/nalPath';
import { isWholeSite, scopeTest, type ContentScope } from '../../core/reconcile/contentScope';
import { timedGrader } from '../../core/reconcile/grade';
import type { PairFacts } from '../../core/reconcile/pairFacts';
import { sameGround } from '../../core/reconcile/sameGround';
import type { Discarded, SiteFacts } from '../../core/reconcile/siteFacts';
import { targetRowCounter, UngradedTargets } from '../../core/reconcile/targetCounts';
import { factsByChunk, packFacts, type FactPlace, type SiteOfLoad } from './factArchive';
import type { FindingTable, Graded } from './findingTable';
import { dpAt, findingAt, packageAt } from './readTable';

/** Graded findings that wait until their load is complete. */
export class StagedLoad {
  private readonly graded: Graded[] = [];
  private readonly grade: (pair: PairFacts, facts: FactPlace) => Graded;
  /** The holder of the site's facts that explanations of these pairs will use. */
  private readonly holder: SiteOfLoad;

  constructor(
    readonly site: SiteFacts,
    private readonly scopes: readonly ContentScope[],
  ) {
    this.holder = { facts: site };
    const grade = timedGrader(site);
    const count = targetRowCounter(site.inventory);
    this.grade = (pair, facts) => ({ ...grade(pair), facts, targetRows: count(pair) });
  }

  append(pairs: readonly PairFacts[]): void {
    const places = packFacts(pairs, this.holder);
    for (const [index, pair] of pairs.entries()) {
      const facts = places[index];
      if (facts !== undefined) this.graded.push(this.grade(pair, facts));
    }
  }

  /**
   * All findings once this load has replaced what its scopes cover. Of the rest, what the time or the site may have
   * changed is graded again.
   * @param known the site that the table was graded by
   * @returns undefined where that is the table as it is
   */
  over(table: FindingTable, known: SiteFacts | undefined): readonly Graded[] | undefined {
    if (this.scopes.some(isWholeSite)) return this.graded;
    const isReplaced = scopeTest(this.scopes);
    const isSame = known === undefined ? () => false : sameGround(known, this.site);
    const kept: (readonly [number, FactPlace])[] = [];
    const due: FactPlace[] = [];
    for (const [row, facts] of table.facts.entries()) {
      const { packageId } = packageAt(table, row);
      const { key } = dpAt(table, row);
      if (isReplaced(packageId, key)) continue;
      facts.chunk.site.facts = this.site;
      if ((table.until[row] ?? 0) >= this.site.readAt && isSame(packageId, key)) kept.push([row, facts]);
      else due.push(facts);
    }
    const isAsItWas = kept.length === table.length && this.graded.length === 0;
    if (isAsItWas && known !== undefined && sameInventory(known, this.site)) return undefined;
    return [
      ...kept.map(([row, facts]) => keptAt(table, row, facts)),
      ...Array.from(factsByChunk(due), ([facts, pair]) => this.grade(pair, facts)),
      ...this.graded,
    ];
  }
}

const nobody: ReadonlySet<DpKey> = new Set();

/** Names, groups and needs stand in the table, too. */
const sameInventory = ({ inventory: before }: SiteFacts, { inventory: after }: SiteFacts): boolean =>
  isDeepStrictEqual({ ...before, readAt: 0 }, { ...after, readAt: 0 });

const keptAt = (table: FindingTable, row: number, facts: FactPlace): Graded => ({
  finding: findingAt(table, row, nobody),
  until: table.until[row] ?? 0,
  facts,
  targetRows: { all: table.targetRows[row] ?? 0, own: table.ownTargetRows[row] ?? 0 },
});

/** The pairs that were only counted: of a load that followed changes, what no finding stands for. */
export const ungradedTargets = (site: SiteFacts, table: FindingTable): Discarded => {
  if (site.targets === undefined) return site.discarded;
  const ungraded = new UngradedTargets(site.targets);
  for (const row of table.facts.keys())
    ungraded.take(packageAt(table, row).packageId, dpAt(table, row).key, {
      all: table.targetRows[row] ?? 0,
      own: table.ownTargetRows[row] ?? 0,
    });
  return ungraded.rest;
};
