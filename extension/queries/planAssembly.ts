import { DpNames } from '../core/content/dpNames';
import type { DpKey } from '../core/content/nalPath';
import type { SiteInventory } from '../core/content/siteInventory';
import { installedStates } from '../core/reconcile/installed';
import { pairId, type PairId } from '../core/reconcile/pairId';
import { openHoursOf, ratesOf } from '../core/redistribute/budget/scheduleText';
import type { PackageNow, PairNow, PlaceNow } from '../core/redistribute/planFacts';
import { Troubles, type TroubleMessage } from '../core/redistribute/troubles';
import type { PlanPairsRows } from './planPairs';
import type { PlanPlacesRows } from './planPlaces';
import type { PlanTroublesRows } from './planTroubles';

type Rows<R> = { readonly [K in keyof R]: readonly R[K][] };

/** A pair with the site code of the instance that would be written. */
interface Instance {
  readonly packageId: string;
  readonly dp: DpKey;
  readonly siteCode: string;
}

/** How the chosen pairs are now; rows of other site codes than that of the instance are another DP row's. */
export const pairsNow = (
  rows: Rows<PlanPairsRows>,
  instances: readonly Instance[],
  { distributionPoints }: SiteInventory,
): ReadonlyMap<PairId, PairNow> => {
  const keys = new Map(distributionPoints.map(({ id, key }) => [id, key]));
  const idOf = (row: { readonly dpId: number; readonly packageId: string }): PairId | undefined => {
    const dp = keys.get(row.dpId);
    return dp === undefined ? undefined : pairId(row.packageId, dp);
  };
  const sites = new Map(
    instances.map(({ packageId, dp, siteCode }) => [pairId(packageId, dp), siteCode.toLowerCase()]),
  );
  const isOwn = (id: PairId | undefined, siteCode: string): id is PairId =>
    id !== undefined && sites.get(id) === siteCode.toLowerCase();
  const targets = new Map<PairId, PairNow['target']>();
  for (const { status, lastRefresh, ...row } of rows.target) {
    const id = idOf(row);
    if (isOwn(id, row.siteCode)) targets.set(id, { status, lastRefresh });
  }
  const states = new Map<PairId, number | undefined>();
  for (const row of rows.summary) {
    const id = idOf(row);
    if (isOwn(id, row.siteCode)) states.set(id, row.state);
  }
  const jobs = new Map<PairId, number>();
  for (const row of rows.job) {
    const id = idOf(row);
    if (id !== undefined) jobs.set(id, (jobs.get(id) ?? 0) + 1);
  }
  return new Map(
    Array.from(sites.keys(), (id) => [
      id,
      { target: targets.get(id), state: states.get(id), openJobs: jobs.get(id) ?? 0 },
    ]),
  );
};

/** @param siteCode of the site that sends: its own copy counts */
export const packagesNow = (rows: Rows<PlanPairsRows>, siteCode: string): ReadonlyMap<string, PackageNow> => {
  const copies = new Map<string, number[]>();
  for (const copy of rows.siteCopy)
    if (copy.status !== undefined && copy.siteCode.toLowerCase() === siteCode.toLowerCase())
      copies.set(copy.packageId, [...(copies.get(copy.packageId) ?? []), copy.status]);
  return new Map(
    rows.package.map(({ packageId, ...now }) => [
      packageId,
      { ...now, siteCopies: copies.get(packageId) ?? [] },
    ]),
  );
};

/** Which packages the sources of pull DPs have installed. */
export const sourcesNow = (
  { source }: Rows<PlanPairsRows>,
  { distributionPoints }: SiteInventory,
): ReadonlyMap<PairId, boolean> => {
  const names = new DpNames(distributionPoints);
  const has = new Map<PairId, boolean>();
  for (const { packageId, nalPath, state } of source) {
    const dp = names.keyOf(nalPath);
    if (dp === undefined || state === undefined) continue;
    const id = pairId(packageId, dp);
    has.set(id, has.get(id) === true || installedStates.has(state));
  }
  return has;
};

const kilobyte = 1024;

export const placesNow = (
  rows: Rows<PlanPlacesRows>,
  { distributionPoints, packages }: SiteInventory,
  jobsRead: boolean,
): ReadonlyMap<DpKey, PlaceNow> => {
  const names = new DpNames(distributionPoints);
  const ids = new Map(distributionPoints.map(({ id, key }) => [id, key]));
  const servers = new Map(distributionPoints.map(({ serverName, key }) => [serverName.toLowerCase(), key]));
  const free = new Map<DpKey, number>();
  for (const drive of rows.drive) {
    const dp = names.keyOf(drive.nalPath);
    // A negative size stands for one that is not known.
    if (dp === undefined || drive.free === undefined || (drive.total ?? -1) < 0 || drive.status !== 0)
      continue;
    free.set(dp, (free.get(dp) ?? 0) + drive.free * kilobyte);
  }
  const sources = new Map<DpKey, DpKey[]>();
  for (const { nalPath, sourceNalPath } of rows.source) {
    const [dp, from] = [names.keyOf(nalPath), names.keyOf(sourceNalPath)];
    if (dp !== undefined && from !== undefined) sources.set(dp, [...(sources.get(dp) ?? []), from]);
  }
  const down = new Map<DpKey, PlaceNow['down']>();
  for (const { siteSystem, state, downSince } of rows.availability) {
    const dp = names.keyOf(siteSystem) ?? servers.get(siteSystem.toLowerCase());
    if (dp !== undefined) down.set(dp, { state, since: downSince });
  }
  const bytes = new Map(packages.map((content) => [content.packageId, content.bytes]));
  const speeds = new Map<DpKey, number[]>();
  for (const { dpId, packageId, started, ended } of rows.sent) {
    const [dp, size] = [ids.get(dpId), bytes.get(packageId)];
    if (dp !== undefined && size !== undefined && size > 0)
      speeds.set(dp, [...(speeds.get(dp) ?? []), size / ((ended - started) / 1000)]);
  }
  const addresses = new Map(rows.address.map((address) => [address.server.toLowerCase(), address]));
  const places = new Map(rows.place.map((place) => [ids.get(place.dpId), place]));
  return new Map(
    distributionPoints.map(({ key, serverName }): [DpKey, PlaceNow] => {
      const place = places.get(key);
      const address = addresses.get(serverName.toLowerCase());
      return [
        key,
        {
          inMaintenance: place?.maintenance === undefined ? undefined : place.maintenance === 1,
          openJobs: jobsRead ? (place?.openJobs ?? 0) : undefined,
          free: free.get(key),
          down: down.get(key),
          sources: sources.get(key) ?? [],
          limitsRate: address?.unlimited === true ? false : place?.limitsRate,
          hasSchedule: place?.hasSchedule,
          rates: ratesOf(address?.rates),
          openHours: openHoursOf(address?.usage),
          speeds: speeds.get(key) ?? [],
        },
      ];
    }),
  );
};

export const troublesNow = (
  { trouble, ended }: Rows<PlanTroublesRows>,
  { distributionPoints }: SiteInventory,
  now: number,
): Troubles => {
  const names = new DpNames(distributionPoints);
  const servers = new Map(distributionPoints.map(({ serverName, key }) => [serverName.toLowerCase(), key]));
  const dpOf = (text: string | undefined): DpKey | undefined =>
    text === undefined ? undefined : (names.keyOf(text) ?? servers.get(text.toLowerCase()));
  const messages = trouble.flatMap(
    ({ messageId, packageId, dpText, firstString, time }): TroubleMessage[] => {
      const dp = dpOf(dpText) ?? dpOf(firstString);
      // Of a DP that is no longer one: nothing is sent there anyway.
      return dpText !== undefined && dp === undefined ? [] : [{ messageId, packageId, dp, time }];
    },
  );
  const over = ended.map(({ messageId, packageId, dpText, time }): TroubleMessage => ({
    messageId,
    packageId,
    dp: dpOf(dpText),
    time,
  }));
  return new Troubles(messages, over, now);
};
