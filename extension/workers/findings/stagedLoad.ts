import { isDeepStrictEqual } from 'node:util';
import { isWholeSite, type ContentScope } from '../../core/reconcile/contentScope';
import { timedGrader } from '../../core/reconcile/grade';
import type { PairFacts } from '../../core/reconcile/pairFacts';
import { sameGround } from '../../core/reconcile/sameGround';
import type { Discarded, SiteFacts } from '../../core/reconcile/siteFacts';
import { targetRowCounter, ungradedOf } from '../../core/reconcile/targetCounts';
import { factsByChunk, packFacts, type FactPlace, type SiteOfLoad } from './factArchive';
import type { FindingTable, Graded } from './findingTable';
import { joinTable, makeTable } from './joinTable';
import { rowFinder } from './readTable';

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
   * The table once this load has replaced what its scopes cover. Of the rest, what the time or the site may have
   * changed is graded again.
   * @param known the site that the table was graded by
   */
  over(table: FindingTable, known: SiteFacts | undefined): FindingTable {
    const { site, graded } = this;
    if (this.scopes.some(isWholeSite)) return makeTable(site.inventory, graded);
    const isReplaced = rowScopeTest(table, this.scopes);
    const isSame = known === undefined ? () => false : rowGround(table, known, site);
    const kept = new Uint32Array(table.length);
    let length = 0;
    const due: FactPlace[] = [];
    for (const [row, facts] of table.facts.entries()) {
      if (isReplaced(row)) continue;
      facts.chunk.site.facts = site;
      if ((table.until[row] ?? 0) >= site.readAt && isSame(row)) kept[length++] = row;
      else due.push(facts);
    }
    const isAsItWas = length === table.length && graded.length === 0;
    if (isAsItWas && known !== undefined && sameInventory(known, site)) return table;
    const again = Array.from(factsByChunk(due), ([facts, pair]) => this.grade(pair, facts));
    return joinTable(site.inventory, {
      table,
      kept: kept.subarray(0, length),
      added: [...again, ...graded],
      sameGroups: isDeepStrictEqual(known?.inventory.groups, site.inventory.groups),
    });
  }
}

/** Names, groups and needs stand in the table, too. */
const sameInventory = ({ inventory: before }: SiteFacts, { inventory: after }: SiteFacts): boolean =>
  isDeepStrictEqual({ ...before, readAt: 0 }, { ...after, readAt: 0 });

type RowTest = (row: number) => boolean;

/** Tells of a row whether one of the scopes has it: asked by numbers, for each row of a table. */
const rowScopeTest = (table: FindingTable, scopes: readonly ContentScope[]): RowTest => {
  const find = rowFinder(table);
  const isPackage = new Set<string>();
  const isDp = new Set<string>();
  const pairs = new Set<number>();
  for (const { packageId, dp } of scopes) {
    if (packageId !== undefined && dp !== undefined) {
      const row = find(packageId, dp);
      if (row !== undefined) pairs.add(row);
    } else if (packageId !== undefined) isPackage.add(packageId);
    else if (dp !== undefined) isDp.add(dp);
  }
  const packages = table.packages.map(({ packageId }) => isPackage.has(packageId));
  const dps = table.dps.map(({ key }) => isDp.has(key));
  return (row) =>
    packages[table.packageOf[row] ?? 0] === true || dps[table.dpOf[row] ?? 0] === true || pairs.has(row);
};

const rowGround = (table: FindingTable, before: SiteFacts, after: SiteFacts): RowTest => {
  const ground = sameGround(before, after);
  if (!ground.site) return () => false;
  const packages = table.packages.map(({ packageId }) => ground.packageId(packageId));
  const dps = table.dps.map(({ key }) => ground.dp(key));
  return (row) => packages[table.packageOf[row] ?? 0] === true && dps[table.dpOf[row] ?? 0] === true;
};

/** The pairs that were only counted: of a load that followed changes, what no finding stands for. */
export const ungradedTargets = (site: SiteFacts, table: FindingTable): Discarded => {
  if (site.targets === undefined) return site.discarded;
  const all = new Uint32Array(table.packages.length);
  const own = new Uint32Array(table.dps.length);
  for (let row = 0; row < table.length; row++) {
    const [content, dp] = [table.packageOf[row] ?? 0, table.dpOf[row] ?? 0];
    all[content] = (all[content] ?? 0) + (table.targetRows[row] ?? 0);
    own[dp] = (own[dp] ?? 0) + (table.ownTargetRows[row] ?? 0);
  }
  return ungradedOf(site.targets, {
    byDp: new Map(table.dps.map(({ key }, code) => [key, own[code] ?? 0])),
    byPackage: new Map(table.packages.map(({ packageId }, code) => [packageId, all[code] ?? 0])),
  });
};
