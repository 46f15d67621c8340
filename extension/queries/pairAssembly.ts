import type { DistributionPoint } from '../core/content/distributionPoint';
import { dpKey, dpKeyOfNalPath, type DpKey } from '../core/content/nalPath';
import type { SiteInventory } from '../core/content/siteInventory';
import type { DpCycles } from '../core/reconcile/cycle';
import { groupCells, type GroupCells } from '../core/reconcile/groupCells';
import type { JobRow, PairFacts, PairMessage, TargetRow } from '../core/reconcile/pairFacts';
import type { MissingContentRows, PairRow } from './missingContent';
import type { Batch } from './readQuery';

/** Puts the rows of the missing-content query together: site facts as they come, then pairs. */
export class PairAssembly {
  readonly cycles = new Map<DpKey, DpCycles>();
  readonly plainByDp = new Map<DpKey, number>();
  readonly plainByPackage = new Map<string, number>();
  /** Of DPs without a finished cycle: the oldest pass that is not stale yet. */
  readonly late = new Map<DpKey, number>();
  oldestPass: number | undefined;
  oldestPassRecord: string | undefined;
  private readonly cells: GroupCells;
  private readonly dps: ReadonlyMap<number, DistributionPoint>;
  private readonly surplus = new Map<string, TargetRow[]>();
  private readonly jobs = new Map<string, JobRow[]>();
  private readonly messages = new Map<string, PairMessage[]>();

  constructor(inventory: SiteInventory) {
    this.cells = groupCells(inventory);
    this.dps = new Map(inventory.distributionPoints.map((dp) => [dp.id, dp]));
  }

  /** The pairs that these rows complete; undefined for rows that come before all pairs. */
  add({ result, rows }: Batch<MissingContentRows>): readonly PairFacts[] | undefined {
    switch (result) {
      case 'cycle':
        this.ofDps(rows, (dp, { dpId: _, ...cycles }) => this.cycles.set(dp, cycles));
        return undefined;
      case 'oldestPass':
        for (const { time, recordId } of rows) {
          this.oldestPass = time;
          this.oldestPassRecord = recordId;
        }
        return undefined;
      case 'plainByDp':
        this.ofDps(rows, (dp, { pairs }) => this.plainByDp.set(dp, pairs));
        return undefined;
      case 'plainByPackage':
        for (const { packageId, pairs } of rows) this.plainByPackage.set(packageId, pairs);
        return undefined;
      case 'late':
        this.ofDps(rows, (dp, { firstSeen }) => {
          if (firstSeen !== undefined) this.late.set(dp, firstSeen);
        });
        return undefined;
      case 'gone':
        return gonePairs(rows);
      case 'surplus':
        for (const { pairNo, ...target } of rows) keep(this.surplus, pairNo, target);
        return [];
      case 'job':
        for (const { pairNo, ...job } of rows) keep(this.jobs, pairNo, job);
        return [];
      case 'message':
        for (const { pairNo, ...message } of rows) keep(this.messages, pairNo, message);
        return [];
      case 'pair':
        return rows.flatMap((row) => {
          const dp = this.dps.get(row.dpId);
          return dp === undefined ? [] : [this.pair(row, dp)];
        });
    }
  }

  /** DPs that came after the inventory was read are left for the next read of the site. */
  private ofDps<T extends { readonly dpId: number }>(
    rows: readonly T[],
    take: (dp: DpKey, row: T) => void,
  ): void {
    for (const row of rows) {
      const dp = this.dps.get(row.dpId);
      if (dp !== undefined) take(dp.key, row);
    }
  }

  private pair({ pairNo, packageId, dpId: _, ...facts }: PairRow, dp: DistributionPoint): PairFacts {
    return {
      packageId,
      dp: dp.key,
      nalPath: dp.nalPath,
      siteCode: facts.target?.siteCode ?? dp.siteCode,
      inGroup: this.cells.groupsOf(packageId, dp.key).length > 0,
      ...facts,
      surplusTargets: take(this.surplus, pairNo),
      jobs: take(this.jobs, pairNo),
      messages: take(this.messages, pairNo),
    };
  }
}

/** Content targeted to servers that are no DPs; several rows of one pair make one. */
const gonePairs = (rows: readonly MissingContentRows['gone'][]): readonly PairFacts[] => {
  const pairs = new Map<string, PairFacts>();
  for (const { packageId, resourceType, ...target } of rows) {
    const dp = dpKeyOfNalPath(target.nalPath, resourceType) ?? dpKey(target.nalPath, resourceType);
    const known = pairs.get(`${packageId}@${dp}`);
    const pair =
      known === undefined
        ? { ...noFacts, packageId, dp, nalPath: target.nalPath, siteCode: target.siteCode, target }
        : { ...known, surplusTargets: [...known.surplusTargets, target] };
    pairs.set(`${packageId}@${dp}`, pair);
  }
  return [...pairs.values()];
};

const noFacts = {
  inGroup: false,
  surplusTargets: [],
  summary: undefined,
  status: undefined,
  stateGroup: undefined,
  validated: undefined,
  jobs: [],
  messages: [],
  hasContent: undefined,
} as const;

const keep = <T>(rows: Map<string, T[]>, pairNo: string, row: T): void => {
  const known = rows.get(pairNo);
  if (known === undefined) rows.set(pairNo, [row]);
  else known.push(row);
};

/** Each pair comes once, so that its rows can be let go. */
const take = <T>(rows: Map<string, T[]>, pairNo: string): readonly T[] => {
  const known = rows.get(pairNo) ?? [];
  rows.delete(pairNo);
  return known;
};
