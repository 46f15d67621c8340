import type { SiteInventory } from '../core/content/siteInventory';
import { noPasses, recaller } from '../core/history/rememberedPasses';
import { changedScopes } from '../core/reconcile/changedScopes';
import { distinctScopes, type ContentScope } from '../core/reconcile/contentScope';
import type { SiteFacts } from '../core/reconcile/siteFacts';
import type { LooseMessages, SiteMarks } from '../core/reconcile/siteMarks';
import type { Findings } from '../ports/findings';
import type { SiteConnection } from '../ports/siteConnection';
import { missingContent } from '../queries/missingContent';
import { scopedSources } from '../queries/scopedSources';
import { siteQuery } from '../queries/siteQuery';
import { findMissing, type MissingRead } from './findMissing';
import { mappedPairs } from './firstPairs';
import { nothingAgain, readAgain } from './readAgain';
import { unlessLacking } from './refreshSite';
import { readLooseMessages, readSiteChanges, type ChangesRead } from './siteChanges';

/** What is known of a site whose changes are followed. */
export interface FollowedSite extends MissingRead {
  /** undefined: the site lacks a column that changes are found by. */
  readonly marks: SiteMarks | undefined;
  /** undefined: not needed so far. */
  readonly loose: LooseMessages | undefined;
  /** What the read has replaced; an empty scope is the whole site. */
  readonly touched: readonly ContentScope[];
}

type Connection = Pick<SiteConnection, 'database' | 'clock'>;

/**
 * Reads all of a site, so that its changes can be followed.
 * @param passes remembered of earlier reads
 * @throws SiteReadError; then nothing has changed
 */
export const readAll = async (
  connection: Connection,
  findings: Findings,
  inventory: SiteInventory,
  signal: AbortSignal,
  passes = noPasses,
): Promise<FollowedSite> => {
  // Marks first: what comes while all is read counts as changed the next time.
  const marks = await unlessLacking(readSiteChanges(connection, inventory, undefined, signal));
  const read = await findMissing(connection, findings, inventory, signal, passes);
  return { ...read, marks: marks?.marks, loose: undefined, touched: [{}] };
};

/**
 * Reads what has changed, and the scopes that are told besides. All is then as a read of the whole site would give
 * it; where only that will do, or much has changed, it is done.
 * @throws SiteReadError; then nothing has changed
 */
export const readChanges = async (
  connection: Connection,
  findings: Findings,
  inventory: SiteInventory,
  known: FollowedSite,
  told: readonly ContentScope[],
  signal: AbortSignal,
  passes = noPasses,
): Promise<FollowedSite> => {
  const { database } = connection;
  const all = () => readAll(connection, findings, inventory, signal, passes);
  if (known.marks === undefined || known.marks.newest.size === 0) return all();
  const catalogue = await database.catalogue(signal);
  const changes = await readSiteChanges(connection, inventory, known.marks, signal);
  const { marks, news } = changes;
  const notRead = new Set([...siteQuery(missingContent, catalogue).notRead, ...(inventory.notRead ?? [])]);
  const before = { facts: known.facts, marks: known.marks, late: known.late };
  const changed = changedScopes(before, { inventory, marks, news, notRead });
  const scopes = changed === undefined ? [{}] : distinctScopes([...changed, ...told].map(asked(inventory)));
  if (isMuch(scopes, known)) return all();
  const isSame = scopes.length === 0 && news.messages.length === 0;
  const loose = isSame
    ? known.loose
    : joined(known.loose ?? (await readLooseMessages(connection, inventory, signal)), changes);
  const again =
    isSame || loose === undefined
      ? nothingAgain(known.facts)
      : await readAgain(database, inventory, scopes, { known: known.facts, loose }, signal);
  if (again === undefined) return all();
  const { pairs, ...ofSite } = again;
  const facts: SiteFacts = {
    inventory,
    readAt: marks.takenAt,
    settings: known.facts.settings,
    notRead,
    scoped: scopedSources(catalogue),
    ...ofSite,
    discarded: known.facts.discarded,
    targets: {
      byDp: marks.ownTargets,
      byPackage: new Map(
        Array.from(marks.targetsByPackage, ([packageId, { targets }]) => [packageId, targets]),
      ),
    },
  };
  const recalled = mappedPairs(pairs, recaller(passes, facts.oldestPass));
  const summary = await findings.load(facts, scopes, recalled, signal);
  const late = new Map([...known.late].filter(([dp]) => !scopes.some((scope) => isWholeDp(scope, dp))));
  return { facts, summary, late, marks, loose, touched: scopes };
};

/** A DP that is gone has no number to ask for: all of the package is read, or of the site, and so replaced. */
const asked = ({ distributionPoints }: SiteInventory): ((scope: ContentScope) => ContentScope) => {
  const known = new Set<string>(distributionPoints.map(({ key }) => key));
  return (scope) => {
    if (scope.dp === undefined || known.has(scope.dp)) return scope;
    return scope.packageId === undefined ? {} : { packageId: scope.packageId };
  };
};

/** More entries than this, or half of the site, take longer than to read all. */
const manyScopes = 20_000;

const isMuch = (scopes: readonly ContentScope[], { facts: { inventory } }: MissingRead): boolean => {
  const dps = scopes.filter(({ packageId }) => packageId === undefined);
  const packages = scopes.filter(({ dp }) => dp === undefined);
  return (
    scopes.length > manyScopes ||
    scopes.some(({ packageId, dp }) => packageId === undefined && dp === undefined) ||
    2 * dps.length > inventory.distributionPoints.length + 1 ||
    2 * packages.length > inventory.packages.length + 1
  );
};

const isWholeDp = (scope: ContentScope, dp: string): boolean =>
  scope.dp === dp && scope.packageId === undefined;

const joined = (known: LooseMessages, { loose }: ChangesRead): LooseMessages => ({
  loose: [...known.loose, ...loose.loose],
  samples: [...known.samples, ...loose.samples],
});
