import type { DpKey } from '../core/content/nalPath';
import { explanationOf, type Explanation } from '../core/reconcile/explain';
import type { Finding } from '../core/reconcile/finding';
import { grader } from '../core/reconcile/grade';
import type { PairFacts } from '../core/reconcile/pairFacts';
import { pairId, type PairId } from '../core/reconcile/pairId';
import type { SiteFacts } from '../core/reconcile/siteFacts';
import { contentAgain } from '../queries/contentAgain';
import { PairAssembly } from '../queries/pairAssembly';
import { streamQuery } from '../queries/readQuery';
import { siteQuery } from '../queries/siteQuery';
import { wantedContent } from '../queries/wantedContent';
import { readLooseMessages } from './siteChanges';
import type { SiteSession } from './siteSession';

/** A verdict with everything that it rests on. */
export interface ExplainedPair {
  readonly finding: Finding;
  readonly explanation: Explanation;
}

export interface PairName {
  readonly packageId: string;
  readonly dp: DpKey;
}

type ExplainedSession = Pick<SiteSession, 'site' | 'state' | 'followed'>;

/**
 * Explains pairs, those too that were only counted because they are plainly validated: their facts are read now,
 * in one query. Pairs that nobody expects (any more) are left out.
 * @throws SiteReadError
 */
export const explainPairs = async (
  session: ExplainedSession,
  pairs: readonly PairName[],
  signal: AbortSignal,
): Promise<readonly ExplainedPair[]> => {
  const { site } = session;
  if (site === undefined) return [];
  const known = new Map<PairId, ExplainedPair>();
  const unknown: PairName[] = [];
  for (const pair of pairs) {
    const id = pairId(pair.packageId, pair.dp);
    const explained = await site.findings.explain(id, signal);
    if (explained === undefined) unknown.push(pair);
    else known.set(id, { finding: explained.finding, explanation: explained });
  }
  for (const [id, explained] of await readPairs(session, unknown, signal)) known.set(id, explained);
  return pairs.flatMap(({ packageId, dp }) => known.get(pairId(packageId, dp)) ?? []);
};

/** Reads the facts of pairs and explains them; nothing of it is kept. */
const readPairs = async (
  { site, state: { index, summary, facts: before }, followed }: ExplainedSession,
  pairs: readonly PairName[],
  signal: AbortSignal,
): Promise<ReadonlyMap<PairId, ExplainedPair>> => {
  if (pairs.length === 0 || site === undefined || index === undefined || before === undefined)
    return new Map();
  const { database, clock } = site.connection;
  const { inventory } = index;
  const readAt = clock.now();
  const loose = followed?.loose ?? (await readLooseMessages(site.connection, inventory, signal));
  const parameters = wantedContent(pairs, inventory, loose);
  if (parameters === undefined) return new Map();
  const query = siteQuery(contentAgain, await database.catalogue(signal));
  const assembly = new PairAssembly(inventory);
  const read: PairFacts[] = [];
  for await (const batch of streamQuery(database, query, parameters, signal))
    read.push(...(assembly.add(batch) ?? []));
  const facts: SiteFacts = {
    ...before,
    readAt,
    notRead: new Set([...query.notRead, ...(inventory.notRead ?? [])]),
    oldestPass: assembly.oldestPass,
    oldestPassRecord: assembly.oldestPassRecord,
  };
  const grade = grader(facts);
  const suspects = new Set(summary?.suspectDps);
  const wanted = new Set(pairs.map(({ packageId, dp }) => pairId(packageId, dp)));
  return new Map(
    read
      .filter((pair) => wanted.has(pairId(pair.packageId, pair.dp)))
      .map((pair) => [
        pairId(pair.packageId, pair.dp),
        {
          finding: { ...grade(pair), suspectCycle: suspects.has(pair.dp) },
          explanation: explanationOf(facts, pair),
        },
      ]),
  );
};
