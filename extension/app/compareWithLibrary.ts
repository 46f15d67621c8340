import type { Comparison } from '../core/compare/comparison';
import { compareThreeWays } from '../core/compare/threeWays';
import { DpNames } from '../core/content/dpNames';
import type { DpKey } from '../core/content/nalPath';
import type { Verdict } from '../core/reconcile/verdict';
import { readQuery } from '../queries/readQuery';
import { siteQuery } from '../queries/siteQuery';
import { targetedContent } from '../queries/targetedContent';
import type { Attempt, ComparedSite } from './comparedSite';
import { listPkgLib } from './listPkgLib';
import { listWmiPackages } from './listWmiPackages';

/** What the site targets to a DP beside the DP's WMI list and its PkgLib. Nothing is written. */
export const compareWithLibrary = async (
  compared: ComparedSite,
  dp: DpKey,
  signal: AbortSignal,
): Promise<Comparison> => {
  const { index, site } = compared;
  const there = index.dps.get(dp);
  if (there === undefined)
    throw new Error('The site no longer has this distribution point. Refresh the site.');
  const [targets, wmi, pkgLib] = await Promise.all([
    compared.attempt(() => readTargets(compared, dp, signal)),
    compared.attempt(() => listWmiPackages(site.connection, there, signal)),
    compared.attempt(() => listPkgLib(site.connection, there, signal)),
  ]);
  const rows = compareThreeWays({
    targets: valueOf(targets),
    wmi: valueOf(wmi),
    pkgLib: valueOf(pkgLib)?.packages,
    unclear: valueOf(pkgLib)?.unclear ?? new Set(),
    isSiteLibrary: there.isSiteServer,
  });
  return {
    rows,
    notRead: [
      ...causeOf('Site database', targets),
      ...causeOf('WMI list', wmi),
      ...causeOf('PkgLib', pkgLib),
    ],
  };
};

const valueOf = <T>(attempt: Attempt<T>): T | undefined =>
  attempt.kind === 'read' ? attempt.value : undefined;

const causeOf = (what: string, attempt: Attempt<unknown>): readonly string[] =>
  attempt.kind === 'read' ? [] : [`${what}: ${attempt.cause}`];

/** Packages targeted to the DP, by ID in upper case, with the verdicts that are known. @throws SiteReadError */
const readTargets = async (
  { site, index }: ComparedSite,
  dp: DpKey,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Verdict | undefined>> => {
  const { database } = site.connection;
  const query = siteQuery(targetedContent, await database.catalogue(signal));
  const server = index.dpName(dp).toLowerCase();
  const { target } = await readQuery(database, query, { packageId: '', server }, signal);
  const graded = await site.findings.of({ dp }, signal);
  const verdicts = new Map(graded.map(({ packageId, verdict }) => [packageId, verdict]));
  const names = new DpNames(index.inventory.distributionPoints);
  return new Map(
    target
      // Another server may end in the same name, and a row that is being deleted is no target any more.
      .filter(({ nalPath, status }) => names.keyOf(nalPath) === dp && status !== 3)
      .map(({ packageId }) => [packageId.toUpperCase(), verdicts.get(packageId)]),
  );
};
