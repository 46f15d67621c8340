import type { ContentSide } from '../core/compare/comparison';
import { contentSide, heldVersion } from '../core/compare/contentSide';
import { DpNames } from '../core/content/dpNames';
import type { DpKey } from '../core/content/nalPath';
import { pairId, type PairId } from '../core/reconcile/pairId';
import { sourceWords } from '../core/reconcile/sourceWords';
import type { FindingsScope } from '../ports/findings';
import { heldVersions } from '../queries/heldVersions';
import { readQuery } from '../queries/readQuery';
import { siteQuery } from '../queries/siteQuery';
import type { ComparedSite } from './comparedSite';
import { listPairs } from './listPairs';

/** An expected pair and how it stands. */
export interface HeldPair {
  readonly packageId: string;
  readonly dp: DpKey;
  readonly side: ContentSide;
}

/** What was read, and what could not be: in words. */
export interface HeldContent {
  /** undefined: the list itself could not be read. */
  readonly pairs: readonly HeldPair[] | undefined;
  readonly notRead: readonly string[];
}

/** All expected pairs of a DP or a package, with verdicts and versions. Does not throw but when cancelled. */
export const heldContent = async (
  compared: ComparedSite,
  scope: FindingsScope,
  signal: AbortSignal,
): Promise<HeldContent> => {
  const findings = await compared.attempt(() => listPairs(compared.session, scope));
  if (findings.kind === 'notRead') return { pairs: undefined, notRead: [findings.cause] };
  const versions = await compared.attempt(() => readVersions(compared, scope, signal));
  const known = versions.kind === 'read' ? versions.value.of : new Map<PairId, number>();
  return {
    pairs: findings.value.map((finding) => ({
      packageId: finding.packageId,
      dp: finding.dp,
      side: contentSide(finding, known.get(pairId(finding.packageId, finding.dp))),
    })),
    notRead: versions.kind === 'read' ? versions.value.notRead : [versions.cause],
  };
};

interface Versions {
  readonly of: ReadonlyMap<PairId, number>;
  readonly notRead: readonly string[];
}

/** @throws SiteReadError */
const readVersions = async (
  { site, index }: ComparedSite,
  scope: FindingsScope,
  signal: AbortSignal,
): Promise<Versions> => {
  const { database } = site.connection;
  const query = siteQuery(heldVersions, await database.catalogue(signal));
  const server = scope.dp === undefined ? '' : index.dpName(scope.dp).toLowerCase();
  const parameters = { packageId: scope.packageId ?? '', server };
  const { summary, validation } = await readQuery(database, query, parameters, signal);
  const names = new DpNames(index.inventory.distributionPoints);
  const keyOf = ({ packageId, nalPath }: { packageId: string; nalPath: string }): PairId | undefined => {
    const dp = names.keyOf(nalPath);
    return dp === undefined ? undefined : pairId(packageId, dp);
  };
  const validated = new Map<PairId, { readonly version: number; readonly time: number }>();
  for (const row of validation) {
    const key = keyOf(row);
    const { version, time } = row;
    if (key !== undefined && version !== undefined && time !== undefined)
      validated.set(key, { version, time });
  }
  const of = new Map<PairId, number>();
  const keep = (key: PairId, version: number | undefined): void => {
    // Of rows doubled by a reassignment the higher version is the DP's: the old site's no longer changes.
    if (version !== undefined) of.set(key, Math.max(version, of.get(key) ?? -Infinity));
  };
  for (const row of summary) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const { sourceVersion, lastCopied } = row;
    keep(key, heldVersion({ summarized: sourceVersion, lastCopied, validated: validated.get(key) }));
  }
  for (const [key, { version }] of validated) if (!of.has(key)) keep(key, version);
  return { of, notRead: query.notRead.map((source) => `Versions: the site lacks ${sourceWords(source)}.`) };
};
