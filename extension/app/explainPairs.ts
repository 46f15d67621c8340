import type { DpKey } from '../core/content/nalPath';
import { withMarks } from '../core/reconcile/cycle';
import { explanationOf, type Explanation } from '../core/reconcile/explain';
import type { Finding } from '../core/reconcile/finding';
import { grader } from '../core/reconcile/grade';
import type { PairFacts } from '../core/reconcile/pairFacts';
import { pairId, type PairId } from '../core/reconcile/pairId';
import type { SiteFacts } from '../core/reconcile/siteFacts';
import type { FindingsScope } from '../ports/findings';
import { missingContent } from '../queries/missingContent';
import { PairAssembly } from '../queries/pairAssembly';
import { streamQuery } from '../queries/readQuery';
import { siteQuery } from '../queries/siteQuery';
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

/**
 * Explains pairs, those too that were only counted because they are plainly validated: their facts are read now,
 * in one query for pairs of one DP or one package. Pairs that nobody expects (any more) are left out.
 * @throws SiteReadError
 */
export const explainPairs = async (
  session: Pick<SiteSession, 'site' | 'state'>,
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
  for (const scope of scopesOf(unknown)) {
    const wanted = new Set(unknown.map(({ packageId, dp }) => pairId(packageId, dp)));
    for (const [id, explained] of await readPairs(session, scope, wanted, signal)) known.set(id, explained);
  }
  return pairs.flatMap(({ packageId, dp }) => known.get(pairId(packageId, dp)) ?? []);
};

/** What to read: all of one DP or of one package together, other pairs each by itself. */
const scopesOf = (pairs: readonly PairName[]): readonly FindingsScope[] => {
  const [first] = pairs;
  if (first === undefined) return [];
  const isOneDp = pairs.every(({ dp }) => dp === first.dp);
  const isOnePackage = pairs.every(({ packageId }) => packageId === first.packageId);
  if (!isOneDp && !isOnePackage) return pairs;
  return [{ ...(isOneDp && { dp: first.dp }), ...(isOnePackage && { packageId: first.packageId }) }];
};

/** Reads the facts of a scope and explains them; nothing of it is kept. */
const readPairs = async (
  { site, state: { index, summary, facts: before } }: Pick<SiteSession, 'site' | 'state'>,
  { packageId = '', dp }: FindingsScope,
  wanted: ReadonlySet<PairId>,
  signal: AbortSignal,
): Promise<ReadonlyMap<PairId, ExplainedPair>> => {
  if (site === undefined || index === undefined || before === undefined) return new Map();
  const { database, clock } = site.connection;
  const dpId = dp === undefined ? 0 : index.dps.get(dp)?.id;
  if (dpId === undefined) return new Map();
  const readAt = clock.now();
  const query = siteQuery(missingContent, await database.catalogue(signal));
  const assembly = new PairAssembly(index.inventory);
  const pairs: PairFacts[] = [];
  const staleBefore = readAt - before.settings.staleAfter;
  const parameters = { packageId, dpId, countPlain: 0, staleBefore } as const;
  for await (const batch of streamQuery(database, query, parameters, signal))
    pairs.push(...(assembly.add(batch) ?? []));
  const facts: SiteFacts = {
    ...before,
    readAt,
    notRead: new Set([...query.notRead, ...(index.inventory.notRead ?? [])]),
    cycles: withMarks(before.cycles, assembly.cycles),
    oldestPass: assembly.oldestPass,
    oldestPassRecord: assembly.oldestPassRecord,
  };
  const grade = grader(facts);
  const suspects = new Set(summary?.suspectDps);
  return new Map(
    pairs
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
