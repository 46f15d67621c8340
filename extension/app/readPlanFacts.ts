import type { DpKey } from '../core/content/nalPath';
import type { SiteInventory } from '../core/content/siteInventory';
import { finishedCycle } from '../core/reconcile/cycle';
import type { Finding } from '../core/reconcile/finding';
import type { SiteFacts } from '../core/reconcile/siteFacts';
import type { PlanFacts } from '../core/redistribute/planFacts';
import type { PlanFactSource } from '../core/redistribute/planFactSource';
import { contactRemembered } from '../core/redistribute/troubles';
import type { SiteConnection } from '../ports/siteConnection';
import { SiteReadError } from '../ports/siteReadError';
import { packagesNow, pairsNow, placesNow, sourcesNow, troublesNow } from '../queries/planAssembly';
import { planPairs } from '../queries/planPairs';
import { planPlaces } from '../queries/planPlaces';
import { planSamples } from '../queries/planSamples';
import { planTroubles } from '../queries/planTroubles';
import { readQuery } from '../queries/readQuery';
import { samplesOf } from '../queries/sampleAssembly';
import { siteQuery } from '../queries/siteQuery';
import { wantedList } from '../queries/textList';

/**
 * Reads what a plan of these pairs has to know: three queries, however many pairs and DPs there are, and a fourth
 * when cycles are suspect.
 * @throws SiteReadError when the pairs themselves cannot be read: then there is no plan
 */
export const readPlanFacts = async (
  { database, clock }: Pick<SiteConnection, 'database' | 'clock'>,
  findings: readonly Finding[],
  inventory: SiteInventory,
  cycles: SiteFacts['cycles'],
  signal: AbortSignal,
): Promise<PlanFacts> => {
  const catalogue = await database.catalogue(signal);
  const ofPairs = siteQuery(planPairs, catalogue);
  const pairs = await readQuery(database, ofPairs, wantedOf(findings, inventory), signal);
  const ofPlaces = siteQuery(planPlaces, catalogue);
  const places = await readQuery(database, ofPlaces, {}, signal);
  const contactsSince = clock.now() - contactRemembered;
  const troubles = await unlessFailed(() =>
    readQuery(database, siteQuery(planTroubles), { contactsSince }, signal),
  );
  const ends = suspectEnds(findings, cycles);
  const samples = await unlessFailed(() => readSamples(database, ends, inventory, signal));
  const notRead = new Set<PlanFactSource>([
    ...ofPairs.notRead,
    ...ofPairs.scoped,
    ...ofPlaces.notRead,
    ...ofPlaces.scoped,
    ...(troubles === undefined ? (['troubles'] as const) : []),
    ...(samples === undefined ? (['samples'] as const) : []),
  ]);
  return {
    pairs: pairsNow(pairs, findings, inventory),
    packages: packagesNow(pairs, inventory.siteCode),
    places: placesNow(places, inventory, !notRead.has('openJobs')),
    onSources: sourcesNow(pairs, inventory),
    troubles: troublesNow(troubles ?? { trouble: [], ended: [] }, inventory, clock.now()),
    samples: samples ?? new Map(),
    notRead,
  };
};

/** Pairs of DPs that are gone are never written: nothing is asked of them. */
const wantedOf = (
  findings: readonly Finding[],
  { distributionPoints }: SiteInventory,
): { readonly wanted: string; readonly wantedCount: number } => {
  const ids = new Map(distributionPoints.map(({ key, id }) => [key, id]));
  const list = wantedList(
    findings.flatMap(({ packageId, dp }) => {
      const dpId = ids.get(dp);
      return dpId === undefined ? [] : { dpId, packageId, sought: 'package' as const };
    }),
  );
  return { wanted: list.text, wantedCount: list.count };
};

/** When the suspect cycles ended that chosen pairs rest on. */
const suspectEnds = (
  findings: readonly Finding[],
  cycles: SiteFacts['cycles'],
): ReadonlyMap<DpKey, number> => {
  const suspects = new Set(findings.flatMap(({ dp, suspectCycle }) => (suspectCycle ? [dp] : [])));
  return new Map(
    [...suspects].flatMap((dp): [DpKey, number][] => {
      const end = finishedCycle(cycles.get(dp))?.end;
      return end === undefined ? [] : [[dp, end]];
    }),
  );
};

const readSamples = async (
  database: SiteConnection['database'],
  ends: ReadonlyMap<DpKey, number>,
  inventory: SiteInventory,
  signal: AbortSignal,
): Promise<PlanFacts['samples']> => {
  if (ends.size === 0) return new Map();
  const { text: wanted, count: wantedCount } = wantedList(
    inventory.distributionPoints.flatMap(({ key, id }) =>
      ends.has(key) ? { dpId: id, packageId: '', sought: 'dp' as const } : [],
    ),
  );
  const parameters = { wanted, wantedCount, since: Math.min(...ends.values()) };
  const { checked } = await readQuery(database, siteQuery(planSamples), parameters, signal);
  return samplesOf(checked, ends, inventory);
};

/** undefined: it could not be read, which does not keep the rest from being planned. */
const unlessFailed = async <T>(read: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await read();
  } catch (error) {
    if (error instanceof SiteReadError && error.kind !== 'cancelled') return undefined;
    throw error;
  }
};
