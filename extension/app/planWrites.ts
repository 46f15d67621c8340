import type { SiteInventory } from '../core/content/siteInventory';
import type { Finding } from '../core/reconcile/finding';
import type { SiteFacts } from '../core/reconcile/siteFacts';
import { planLine } from '../core/redistribute/budget/planLine';
import { candidatesOf } from '../core/redistribute/candidate';
import { planLimit } from '../core/redistribute/caps';
import { makePlan, type PairPurpose, type PlanFrame } from '../core/redistribute/makePlan';
import type { Plan } from '../core/redistribute/plan';
import type { PlanFacts } from '../core/redistribute/planFacts';
import { planFactWords } from '../core/redistribute/planFactSource';
import { planUpdate } from '../core/redistribute/planUpdate';
import type { SiteIndex } from '../core/siteTree/siteIndex';
import { validatingDps } from '../core/validate/validatingDps';
import type { RunCaps } from '../core/run/runPlan';
import type { SiteConnection } from '../ports/siteConnection';
import { readPlanFacts } from './readPlanFacts';
import { SelectionTooLarge } from './resolveSelection';

/** Limits that a plan is made under. */
export interface PlanLimits {
  readonly caps: RunCaps;
  /** Findings older than so many milliseconds are not written by. */
  readonly evidenceLimit: number;
}

/** A site with what was read of it. */
export interface PlannedSite {
  readonly connection: Pick<SiteConnection, 'database' | 'clock'>;
  readonly index: Pick<SiteIndex, 'inventory' | 'impact'>;
  readonly facts: SiteFacts;
  /** Bytes a second by server name in lower case, from logs that are at hand (transferLog.ts). */
  readonly transfers?: ReadonlyMap<string, readonly number[]>;
}

/**
 * The plan that would do this to these pairs; of an update of content, all pairs of its packages. What it rests on
 * beside them is read now. Nothing is written.
 * @throws SelectionTooLarge, SiteReadError
 */
export const planWrites = async (
  purpose: PairPurpose | 'updateContent',
  chosen: readonly Finding[],
  site: PlannedSite,
  limits: PlanLimits,
  signal: AbortSignal,
): Promise<Plan> => {
  if (chosen.length > planLimit && purpose !== 'updateContent') throw new SelectionTooLarge(chosen.length);
  const { inventory } = site.index;
  const planFacts = await readPlanFacts(site.connection, chosen, inventory, site.facts.cycles, signal);
  const candidates = candidatesOf(chosen, inventory, planFacts);
  const frame = frameOf(site, planFacts, limits, twinNotes(chosen, candidates.length));
  return purpose === 'updateContent' ? planUpdate(candidates, frame) : makePlan(purpose, candidates, frame);
};

const frameOf = (
  { connection, index, facts, transfers }: PlannedSite,
  planFacts: PlanFacts,
  { caps, evidenceLimit }: PlanLimits,
  notes: readonly string[],
): PlanFrame => {
  const { inventory, impact } = index;
  const now = connection.clock.now();
  return {
    siteCode: inventory.siteCode,
    caps,
    evidenceLimit,
    now,
    readAt: facts.readAt,
    findingsNotRead: facts.notRead,
    notRead: planFacts.notRead,
    validating: validatingDps(facts.cycles, now),
    notes: [...notes, ...Array.from(planFacts.notRead, (source) => `Not read: ${planFactWords(source)}.`)],
    lines: linesOf(inventory, planFacts, transfers ?? new Map()),
    neededBy: (packageId) => impact.ofPackage(packageId).reason,
  };
};

const linesOf = (
  { distributionPoints }: SiteInventory,
  { places }: PlanFacts,
  transfers: ReadonlyMap<string, readonly number[]>,
): PlanFrame['lines'] => {
  const speeds = new Map(
    distributionPoints.map(({ key, serverName }) => [
      key,
      [...(places.get(key)?.speeds ?? []), ...(transfers.get(serverName.toLowerCase()) ?? [])],
    ]),
  );
  const all = [...speeds.values()].flat();
  return distributionPoints.map((dp) => planLine(dp, places.get(dp.key), speeds.get(dp.key) ?? [], all));
};

/** Pairs that were chosen through two groups, or as a DP and by themselves. */
const twinNotes = (chosen: readonly Finding[], once: number): readonly string[] => {
  const twins = chosen.length - once;
  return twins <= 0
    ? []
    : [
        `${twins} ${twins === 1 ? 'pair was' : 'pairs were'} chosen twice, as members of two groups: each is planned once (groupTwin).`,
      ];
};
