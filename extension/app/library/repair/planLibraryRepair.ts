import type { DistributionPoint } from '../../../core/content/distributionPoint';
import type { DpKey } from '../../../core/content/nalPath';
import type { Mismatch } from '../../../core/library/mismatch';
import { repairPlan, type RepairItem } from '../../../core/library/repair/repairPlan';
import { repairWay } from '../../../core/library/repair/repairWay';
import { pairId, type PairId } from '../../../core/reconcile/pairId';
import type { Refusal } from '../../../core/redistribute/guards';
import type { Plan, PlanRefusal, PlanStep } from '../../../core/redistribute/plan';
import type { Findings } from '../../../ports/findings';
import type { SiteConnection } from '../../../ports/siteConnection';
import { pairsOf } from '../../listPairs';
import { planWrites, type PlanLimits, type PlannedSite } from '../../planWrites';
import { readLibraryPlaces, type LibraryPlaceNow } from './readLibraryPlaces';
import { readEntries, type EntryRead } from './readEntries';

/** A site whose libraries are repaired. */
export interface RepairedSite extends PlannedSite {
  readonly connection: Pick<SiteConnection, 'database' | 'clock' | 'cim' | 'dps'>;
  readonly findings: Findings;
}

export interface RepairChoice {
  /** Content that is targeted: its entry is taken out of the list that has it, before the content is sent again. */
  readonly takeOutFirst: boolean;
}

/**
 * The plan that makes the lists of DPs agree. The chosen mismatches are what two looks found; what their DPs hold
 * is read once more now. Nothing is written. @throws SelectionTooLarge, SiteReadError
 */
export const planLibraryRepair = async (
  chosen: readonly Mismatch[],
  { takeOutFirst }: RepairChoice,
  site: RepairedSite,
  limits: PlanLimits,
  signal: AbortSignal,
): Promise<Plan> => {
  const { inventory } = site.index;
  const dps = new Map(inventory.distributionPoints.map((dp) => [dp.key, dp]));
  const places = await readLibraryPlaces(site.connection.cim, dpsOf(chosen, dps), signal);
  const refused: PlanRefusal[] = [];
  const refuse = (mismatch: Mismatch, against: Refusal): void => {
    refused.push(refusalOf(mismatch, against));
  };
  const ways = chosen.flatMap((mismatch) => {
    const place = places.get(mismatch.dp);
    const groups = inventory.groups
      .filter(
        ({ members, packageIds }) => members.includes(mismatch.dp) && packageIds.includes(mismatch.packageId),
      )
      .map(({ name }) => name);
    const way = repairWay(mismatch, {
      dp: dps.get(mismatch.dp),
      onlyReported: place === undefined ? 'notKnown' : place.onlyReported,
      groups,
    });
    if (way.kind !== 'none') return [{ mismatch, kind: way.kind }];
    refuse(mismatch, way);
    return [];
  });
  const toSend = ways.filter(({ kind }) => kind === 'redistribute').map(({ mismatch }) => mismatch);
  const sending = await planSending(toSend, site, limits, signal);
  const toTakeOut = ways.filter(
    ({ kind, mismatch }) =>
      kind === 'quarantine' ||
      (takeOutFirst && holdsEntry(mismatch) && sending.steps.has(pairId(mismatch.packageId, mismatch.dp))),
  );
  const entries = await readEntries(
    site.connection.dps,
    toTakeOut.map(({ mismatch }) => mismatch),
    places,
    signal,
  );
  const items = ways.flatMap(({ mismatch, kind }): readonly RepairItem[] => {
    const id = pairId(mismatch.packageId, mismatch.dp);
    const entry = entries.get(id);
    if (entry?.kind === 'none') {
      refuse(mismatch, entry);
      return [];
    }
    const step = sending.steps.get(id);
    if (kind === 'redistribute' && step === undefined) {
      refuse(mismatch, sending.refused.get(id) ?? notExpected);
      return [];
    }
    return itemOf(mismatch, dps.get(mismatch.dp), places.get(mismatch.dp), entry, step);
  });
  return repairPlan(items, refused, {
    siteCode: inventory.siteCode,
    caps: limits.caps,
    notes: sending.notes,
    lines: sending.lines,
    now: site.connection.clock.now(),
    readAt: site.facts.readAt,
  });
};

const notExpected: Refusal = {
  rule: 'unread',
  reason: 'The site was read before it expected this content there. Refresh the site, then plan again.',
};

const itemOf = (
  mismatch: Mismatch,
  dp: DistributionPoint | undefined,
  place: LibraryPlaceNow | undefined,
  entry: EntryRead | undefined,
  sending: PlanStep | undefined,
): readonly RepairItem[] =>
  dp === undefined || place === undefined
    ? []
    : [
        {
          mismatch,
          dp,
          library: place.library,
          entry: entry?.kind === 'entry' ? entry.entry : undefined,
          sending,
        },
      ];

/** Only one of the lists has it: that entry is what stands in the way of the new one. */
const holdsEntry = ({ kind }: Mismatch): boolean => kind === 'onlyInWmi' || kind === 'onlyInPkgLib';

interface Sending extends Pick<Plan, 'notes' | 'lines'> {
  readonly steps: ReadonlyMap<PairId, PlanStep>;
  readonly refused: ReadonlyMap<PairId, Refusal>;
}

/** What any redistribution is asked: by the same guards, with the same keys and cautions. */
const planSending = async (
  mismatches: readonly Mismatch[],
  site: RepairedSite,
  limits: PlanLimits,
  signal: AbortSignal,
): Promise<Sending> => {
  if (mismatches.length === 0) return { steps: new Map(), refused: new Map(), notes: [], lines: [] };
  const { connection, findings, facts, index } = site;
  const wanted = new Set(mismatches.map(({ packageId, dp }) => pairId(packageId, dp)));
  const listed = {
    database: connection.database,
    findings,
    inventory: index.inventory,
    cycles: facts.cycles,
  };
  const pairs = [];
  for (const dp of new Set(mismatches.map((one) => one.dp)))
    for (const finding of await pairsOf(listed, { dp }, signal))
      if (wanted.has(pairId(finding.packageId, finding.dp))) pairs.push(finding);
  const plan = await planWrites('repairLibrary', pairs, site, limits, signal);
  const byName = new Map(index.inventory.distributionPoints.map(({ serverName, key }) => [serverName, key]));
  return {
    steps: new Map(
      plan.steps.flatMap((step) =>
        step.dp === '' ? [] : [[pairId(step.packageId, step.dp), step] as const],
      ),
    ),
    refused: new Map(
      plan.refused.flatMap(({ packageId, dpName, rule, reason }) => {
        const dp = byName.get(dpName);
        return dp === undefined ? [] : [[pairId(packageId, dp), { rule, reason }] as const];
      }),
    ),
    notes: plan.notes,
    lines: plan.lines,
  };
};

const dpsOf = (
  mismatches: readonly Mismatch[],
  dps: ReadonlyMap<DpKey, DistributionPoint>,
): readonly DistributionPoint[] =>
  [...new Set(mismatches.map(({ dp }) => dp))].flatMap((key) => dps.get(key) ?? []);

const refusalOf = ({ packageId, packageName, dpName }: Mismatch, { rule, reason }: Refusal): PlanRefusal => ({
  packageId,
  packageName: packageName === '' ? packageId : packageName,
  dpName,
  verdict: undefined,
  rule,
  reason,
});
