import { DpNames } from '../core/content/dpNames';
import type { DpKey } from '../core/content/nalPath';
import type { DpCycles } from '../core/reconcile/cycle';
import type { Finding } from '../core/reconcile/finding';
import { passId } from '../core/reconcile/messageIds';
import { pairId, type PairId } from '../core/reconcile/pairId';
import { plainlyValidated, type PlainPass } from '../core/reconcile/plainlyValidated';
import type { SiteFacts } from '../core/reconcile/siteFacts';
import type { SiteDatabase } from '../ports/siteDatabase';
import { streamQuery } from '../queries/readQuery';
import { siteQuery } from '../queries/siteQuery';
import { targetedContent, type TargetedContentRow } from '../queries/targetedContent';

/** A pair that the missing-content query only counted, and the pass that it was counted for. */
export interface PlainPair {
  readonly finding: Finding;
  readonly pass: PlainPass;
}

/**
 * Makes a pair of a row of targeted content. undefined: it has no pass, so that it came after the read of the site
 * or is graded.
 */
export const plainPair = (
  { lastValidation, validatedVersionTime, ...row }: TargetedContentRow,
  dp: DpKey,
  cycles: ReadonlyMap<DpKey, DpCycles> | undefined,
): PlainPair | undefined => {
  // Another validation message than a pass is graded; a status of the distribution says nothing of it.
  if (lastValidation !== undefined && lastValidation.messageId !== passId) return undefined;
  const finished = cycles?.get(dp)?.lastEnd !== undefined;
  const pass = { status: lastValidation?.time, validatedVersion: validatedVersionTime, finished };
  const finding = plainlyValidated({ ...row, dp }, pass);
  return finding && { finding, pass };
};

/**
 * Streams the pairs of the whole site that were only counted because they are plainly validated.
 * @param graded pairs that have a finding
 * @throws SiteReadError
 */
export async function* plainPairs(
  database: SiteDatabase,
  { inventory, cycles }: SiteFacts,
  graded: ReadonlySet<PairId>,
  signal: AbortSignal,
): AsyncGenerator<readonly PlainPair[]> {
  const query = siteQuery(targetedContent, await database.catalogue(signal));
  const names = new DpNames(inventory.distributionPoints);
  for await (const { rows } of streamQuery(database, query, { packageId: '', server: '' }, signal))
    yield rows.flatMap((row) => {
      const dp = names.keyOf(row.nalPath);
      if (dp === undefined || graded.has(pairId(row.packageId, dp))) return [];
      return plainPair(row, dp, cycles) ?? [];
    });
}
