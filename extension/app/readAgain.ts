import type { ContentScope } from '../core/reconcile/contentScope';
import type { PairFacts } from '../core/reconcile/pairFacts';
import type { SiteFacts } from '../core/reconcile/siteFacts';
import type { SiteInventory } from '../core/content/siteInventory';
import type { LooseMessages } from '../core/reconcile/siteMarks';
import type { SiteDatabase } from '../ports/siteDatabase';
import { contentAgain } from '../queries/contentAgain';
import { PairAssembly } from '../queries/pairAssembly';
import { streamQuery } from '../queries/readQuery';
import { siteQuery } from '../queries/siteQuery';
import { wantedContent } from '../queries/wantedContent';
import { firstPairs } from './firstPairs';

/** What a read of some pairs gives: the pairs, and what it tells of the site as a whole. */
export interface AgainRead extends Pick<SiteFacts, 'cycles' | 'oldestPass' | 'oldestPassRecord'> {
  readonly pairs: AsyncIterable<readonly PairFacts[]>;
}

/** Nothing is read: what is known of the site still holds. */
export const nothingAgain = ({ cycles, oldestPass, oldestPassRecord }: SiteFacts): AgainRead => ({
  cycles,
  oldestPass,
  oldestPassRecord,
  pairs: noPairs(),
});

/**
 * The facts of the pairs, DPs and packages of these scopes. One query; it is read on with the pairs.
 * @returns undefined when a scope cannot be asked for by itself
 * @throws SiteReadError
 */
export const readAgain = async (
  database: SiteDatabase,
  inventory: SiteInventory,
  scopes: readonly ContentScope[],
  { known, loose }: { readonly known: SiteFacts; readonly loose: LooseMessages },
  signal: AbortSignal,
): Promise<AgainRead | undefined> => {
  const parameters = wantedContent(scopes, inventory, loose);
  if (parameters === undefined) return undefined;
  const query = siteQuery(contentAgain, await database.catalogue(signal));
  const assembly = new PairAssembly(inventory);
  const pairs = await firstPairs(streamQuery(database, query, parameters, signal), (batch) =>
    assembly.add(batch),
  );
  return {
    cycles: ofDps(known.cycles, assembly.cycles, scopes),
    oldestPass: assembly.oldestPass,
    oldestPassRecord: assembly.oldestPassRecord,
    pairs,
  };
};

/** Newer cycles of DPs that were read as a whole; of others a read knows only a part of the messages. */
const ofDps = (
  known: SiteFacts['cycles'],
  read: SiteFacts['cycles'],
  scopes: readonly ContentScope[],
): SiteFacts['cycles'] => {
  const cycles = new Map(known);
  for (const { dp, packageId } of scopes) {
    if (dp === undefined || packageId !== undefined) continue;
    const newer = read.get(dp);
    if (newer === undefined) cycles.delete(dp);
    else cycles.set(dp, newer);
  }
  return cycles;
};

// eslint-disable-next-line @typescript-eslint/require-await -- an empty sequence
async function* noPairs(): AsyncIterable<readonly PairFacts[]> {
  yield* [];
}
