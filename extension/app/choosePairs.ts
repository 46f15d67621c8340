import type { Finding } from '../core/reconcile/finding';
import { pairId } from '../core/reconcile/pairId';
import type { SiteFacts } from '../core/reconcile/siteFacts';
import { planLimit } from '../core/redistribute/caps';
import type { PairPurpose } from '../core/redistribute/makePlan';
import type { Findings } from '../ports/findings';
import type { SiteDatabase } from '../ports/siteDatabase';
import { plainPairs } from './plainPairs';
import { resolveSelection, SelectionTooLarge } from './resolveSelection';

/** Pairs that were only counted are tried by the filter so many at a time. */
const batchLength = 5_000;

/** The site as it was read, and where it can be read on. */
export interface ReadFindings {
  readonly database: SiteDatabase;
  readonly findings: Findings;
  readonly facts: SiteFacts;
}

/**
 * The pairs that a filter fits, as far as the purpose can be about them; of an update of content, all pairs of their
 * packages.
 * @throws SelectionTooLarge, SiteReadError, RemoteError `filter`
 */
export const choosePairs = async (
  site: ReadFindings,
  purpose: PairPurpose | 'updateContent',
  filter: string,
  signal: AbortSignal,
): Promise<readonly Finding[]> => {
  const chosen = await resolveSelection(site.findings, { kind: 'view', filter, except: [] }, signal);
  switch (purpose) {
    case 'repair':
    case 'repairLibrary':
    case 'redistribute':
    case 'distribute':
    case 'cancel':
      return chosen;
    case 'validate':
    case 'remove':
      return [...chosen, ...(await plainOf(site, (pairs) => fitting(site, pairs, filter, signal), signal))];
    case 'updateContent': {
      const plain = await plainOf(site, (pairs) => fitting(site, pairs, filter, signal), signal);
      const packageIds = new Set([...chosen, ...plain].map(({ packageId }) => packageId));
      const ofPackages = (pairs: readonly Finding[]): readonly Finding[] =>
        pairs.filter(({ packageId }) => packageIds.has(packageId));
      const graded = await site.findings.resolve({ kind: 'view', filter: '', except: [] }, signal);
      return [
        ...ofPackages(graded),
        ...(await plainOf(site, (pairs) => Promise.resolve(ofPackages(pairs)), signal)),
      ];
    }
  }
};

/** Of the pairs that were only counted because they are plainly validated, those that fit. */
const plainOf = async (
  { database, findings, facts }: ReadFindings,
  fit: (pairs: readonly Finding[]) => Promise<readonly Finding[]>,
  signal: AbortSignal,
): Promise<readonly Finding[]> => {
  const all = await findings.resolve({ kind: 'view', filter: '', except: [] }, signal);
  const graded = new Set(all.map(({ packageId, dp }) => pairId(packageId, dp)));
  const found: Finding[] = [];
  let batch: Finding[] = [];
  const take = async (): Promise<void> => {
    found.push(...(await fit(batch)));
    batch = [];
    if (found.length > 2 * planLimit) throw new SelectionTooLarge(found.length);
  };
  for await (const pairs of plainPairs(database, facts, graded, signal)) {
    batch.push(...pairs.map(({ finding }) => finding));
    if (batch.length >= batchLength) await take();
  }
  await take();
  return found;
};

const fitting = async (
  { findings }: ReadFindings,
  pairs: readonly Finding[],
  filter: string,
  signal: AbortSignal,
): Promise<readonly Finding[]> => {
  if (pairs.length === 0) return [];
  const rows = new Set((await findings.asRows(pairs, filter, signal)).map(({ id }) => id));
  return pairs.filter(({ packageId, dp }) => rows.has(pairId(packageId, dp)));
};
