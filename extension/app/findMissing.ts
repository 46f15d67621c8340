import type { DpKey } from '../core/content/nalPath';
import type { SiteInventory } from '../core/content/siteInventory';
import { noPasses, recaller } from '../core/history/rememberedPasses';
import { defaultSettings } from '../core/reconcile/settings';
import type { FactSource, SiteFacts } from '../core/reconcile/siteFacts';
import type { Findings, FindingsSummary } from '../ports/findings';
import type { SiteConnection } from '../ports/siteConnection';
import { missingContent } from '../queries/missingContent';
import { PairAssembly } from '../queries/pairAssembly';
import { streamQuery } from '../queries/readQuery';
import { scopedSources } from '../queries/scopedSources';
import { siteQuery } from '../queries/siteQuery';
import { firstPairs, mappedPairs } from './firstPairs';

/** What a read of the missing content gave: the facts of the site as a whole, and how its pairs stand. */
export interface MissingRead {
  readonly facts: SiteFacts;
  readonly summary: FindingsSummary;
  /** Of DPs without a finished cycle: the oldest pass that is not stale yet. UTC epoch ms. */
  readonly late: ReadonlyMap<DpKey, number>;
}

/**
 * Reads what is targeted and what was validated, and has the pairs graded: one query, for all DPs at once.
 * @param passes remembered of earlier reads, for pairs whose messages the site has deleted
 * @throws SiteReadError; then nothing has changed
 */
export const findMissing = async (
  { database, clock }: Pick<SiteConnection, 'database' | 'clock'>,
  findings: Findings,
  inventory: SiteInventory,
  signal: AbortSignal,
  passes = noPasses,
): Promise<MissingRead> => {
  const readAt = clock.now();
  const catalogue = await database.catalogue(signal);
  const query = siteQuery(missingContent, catalogue);
  const scoped = scopedSources(catalogue);
  const notRead = new Set([...query.notRead, ...(inventory.notRead ?? [])]);
  const countPlain = progressIsUnknown(notRead) || scoped.size > 0 ? 0 : 1;
  const staleBefore = readAt - defaultSettings.staleAfter;

  const assembly = new PairAssembly(inventory);
  const pairs = await firstPairs(streamQuery(database, query, { countPlain, staleBefore }, signal), (batch) =>
    assembly.add(batch),
  );
  const { cycles, oldestPass, oldestPassRecord, plainByDp, plainByPackage, late } = assembly;
  const facts: SiteFacts = {
    inventory,
    readAt,
    settings: defaultSettings,
    notRead,
    scoped,
    cycles,
    oldestPass,
    oldestPassRecord,
    discarded: { byDp: plainByDp, byPackage: plainByPackage },
  };
  const recalled = mappedPairs(pairs, recaller(passes, oldestPass));
  return { facts, summary: await findings.load(facts, [{}], recalled, signal), late };
};

/** No source that tells whether content is on its way was read: then no pair is plain. */
const progressIsUnknown = (notRead: ReadonlySet<FactSource>): boolean =>
  notRead.has('summaries') ||
  (notRead.has('jobs') && notRead.has('statuses') && notRead.has('contentStates'));
