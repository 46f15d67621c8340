import type { SiteInventory } from '../core/content/siteInventory';
import { withMarks } from '../core/reconcile/cycle';
import type { PairFacts } from '../core/reconcile/pairFacts';
import { defaultSettings } from '../core/reconcile/settings';
import type { FactSource, SiteFacts } from '../core/reconcile/siteFacts';
import type { Findings, FindingsScope, FindingsSummary } from '../ports/findings';
import type { SiteConnection } from '../ports/siteConnection';
import { missingContent, type MissingContentRows } from '../queries/missingContent';
import { PairAssembly } from '../queries/pairAssembly';
import { streamQuery, type Batch } from '../queries/readQuery';
import { siteQuery } from '../queries/siteQuery';

/** What a read of the missing content gave: the facts of the site as a whole, and how its pairs stand. */
export interface MissingRead {
  readonly facts: SiteFacts;
  readonly summary: FindingsSummary;
}

/**
 * Reads what is targeted and what was validated, and has the pairs graded: one query, for all DPs at once.
 * @param known facts of the read before: a scoped read keeps what only a whole one can tell
 * @throws SiteReadError; then nothing has changed
 */
export const findMissing = async (
  { database, clock }: Pick<SiteConnection, 'database' | 'clock'>,
  findings: Findings,
  inventory: SiteInventory,
  known: SiteFacts | undefined,
  wanted: FindingsScope,
  signal: AbortSignal,
): Promise<MissingRead> => {
  const readAt = clock.now();
  const query = siteQuery(missingContent, await database.catalogue(signal));
  const notRead = new Set([...query.notRead, ...(inventory.notRead ?? [])]);
  const dpId = inventory.distributionPoints.find(({ key }) => key === wanted.dp)?.id;
  // A DP that is gone has no number to ask for: the whole site is read.
  const scope: FindingsScope = wanted.dp !== undefined && dpId === undefined ? {} : wanted;
  const isWhole = scope.dp === undefined && scope.packageId === undefined;
  const countPlain = isWhole && !progressIsUnknown(notRead) ? 1 : 0;
  const staleBefore = readAt - defaultSettings.staleAfter;
  const parameters = { packageId: scope.packageId ?? '', dpId: dpId ?? 0, countPlain, staleBefore } as const;

  const assembly = new PairAssembly(inventory);
  const batches = streamQuery(database, query, parameters, signal)[Symbol.asyncIterator]();
  const first = await nextPairs(batches, assembly);
  const { cycles, oldestPass, oldestPassRecord, plainByDp, plainByPackage } = assembly;
  const facts: SiteFacts = {
    inventory,
    readAt,
    settings: defaultSettings,
    notRead,
    cycles: isWhole || known === undefined ? cycles : withMarks(known.cycles, cycles),
    oldestPass,
    oldestPassRecord,
    discarded: { byDp: plainByDp, byPackage: plainByPackage },
  };
  const summary = await findings.load(facts, scope, pairsFrom(first, batches, assembly), signal);
  return { facts, summary };
};

/** No source that tells whether content is on its way was read: then no pair is plain. */
const progressIsUnknown = (notRead: ReadonlySet<FactSource>): boolean =>
  notRead.has('summaries') ||
  (notRead.has('jobs') && notRead.has('statuses') && notRead.has('contentStates'));

type Batches = AsyncIterator<Batch<MissingContentRows>>;

/** Takes rows in until some complete pairs; undefined at the end. */
const nextPairs = async (
  batches: Batches,
  assembly: PairAssembly,
): Promise<readonly PairFacts[] | undefined> => {
  for (;;) {
    const next = await batches.next();
    if (next.done === true) return undefined;
    const pairs = assembly.add(next.value);
    if (pairs !== undefined) return pairs;
  }
};

async function* pairsFrom(
  first: readonly PairFacts[] | undefined,
  batches: Batches,
  assembly: PairAssembly,
): AsyncIterable<readonly PairFacts[]> {
  try {
    for (let pairs = first; pairs !== undefined; pairs = await nextPairs(batches, assembly))
      if (pairs.length > 0) yield pairs;
  } finally {
    await batches.return?.();
  }
}
