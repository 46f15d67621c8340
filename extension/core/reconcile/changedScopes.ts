import type { DpKey } from '../content/nalPath';
import type { SiteInventory } from '../content/siteInventory';
import { changedInventory } from './changedInventory';
import { changedTargets } from './changedTargets';
import { distinctScopes, type ContentScope } from './contentScope';
import { announcingIds, cycleIds } from './messageIds';
import type { FactSource, SiteFacts } from './siteFacts';
import type { NewMessage, SiteMarks, SiteNews } from './siteMarks';

/** What is known of a site. */
export interface KnownSiteFacts {
  readonly facts: SiteFacts;
  readonly marks: SiteMarks;
  /** Of DPs without a finished cycle: the oldest pass that was not stale when the DP was read. UTC epoch ms. */
  readonly late: ReadonlyMap<DpKey, number>;
}

/** What it is compared with. */
export interface SeenSite {
  readonly inventory: SiteInventory;
  readonly marks: SiteMarks;
  readonly news: SiteNews;
  readonly notRead: ReadonlySet<FactSource>;
}

/**
 * What has to be read again so that all is as a read of the whole site would give it.
 * @returns undefined where only that will do: messages were deleted, DPs came or went, or other things are not read
 */
export const changedScopes = (known: KnownSiteFacts, seen: SeenSite): readonly ContentScope[] | undefined => {
  const { facts, marks } = known;
  if (!sameMembers(facts.notRead, seen.notRead) || messagesWereDeleted(marks, seen)) return undefined;
  const ofInventory = changedInventory(facts.inventory, seen.inventory);
  const ofTargets = changedTargets(marks, seen.marks, seen.inventory);
  if (ofInventory === undefined || ofTargets === undefined) return undefined;
  return distinctScopes([
    ...ofInventory,
    ...ofTargets,
    ...seen.news.messages.flatMap((message) => ofMessage(message, facts)),
    ...seen.news.pairs.map(({ dp, packageId }) => (dp === undefined ? { packageId } : { packageId, dp })),
    ...ofJobs(marks, seen.marks),
    ...difference(marks.contents, seen.marks.contents).map((packageId) => ({ packageId })),
    ...nowStale(known, seen.marks.takenAt),
  ]);
};

/** Aged messages are deleted: then what they told is gone everywhere. */
const messagesWereDeleted = (
  { messages: before }: SiteMarks,
  { marks: { messages }, news }: SeenSite,
): boolean => messages !== before + news.messages.length;

/** A mark of a cycle, or what comes late into one that is finished, is about the DP as a whole. */
const ofMessage = (
  { messageId, time, dp, packageId }: NewMessage,
  { cycles }: SiteFacts,
): readonly ContentScope[] => {
  if (dp === undefined) return [];
  if (cycleIds.has(messageId)) return [{ dp }];
  const lastEnd = cycles.get(dp)?.lastEnd;
  if (lastEnd !== undefined && messageId >= 2380 && messageId <= 2385 && time <= lastEnd) return [{ dp }];
  return packageId === undefined || announcingIds.has(messageId) ? [] : [{ packageId, dp }];
};

const ofJobs = (before: SiteMarks, after: SiteMarks): readonly ContentScope[] => {
  const changed = [
    ...[...before.jobs].filter(([id, { stamp }]) => after.jobs.get(id)?.stamp !== stamp),
    ...[...after.jobs].filter(([id]) => !before.jobs.has(id)),
  ];
  return changed.flatMap(([, { dp, packageId }]) => (dp === undefined ? [] : [{ packageId, dp }]));
};

/** Pairs that were only counted as validated, on DPs without a cycle that would make them so. */
const nowStale = (
  { facts: { settings, cycles }, late }: KnownSiteFacts,
  now: number,
): readonly ContentScope[] =>
  [...late]
    .filter(([dp, oldest]) => cycles.get(dp)?.lastEnd === undefined && oldest < now - settings.staleAfter)
    .map(([dp]) => ({ dp }));

const sameMembers = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean =>
  difference(one, other).length === 0;

const difference = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>): readonly T[] => [
  ...[...one].filter((value) => !other.has(value)),
  ...[...other].filter((value) => !one.has(value)),
];
