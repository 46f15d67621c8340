import type { CapabilityResult } from '../core/connection/capability';
import { schemaGaps, type FeatureNeeds, type SchemaGap } from '../core/connection/schemaGap';
import { dpRegistry } from '../core/validate/smsdpmon';
import type { CimBrowser } from '../ports/cim';
import type { SiteInfo } from '../ports/siteConnection';
import type { SiteCatalogue, SiteDatabase } from '../ports/siteDatabase';
import { distributionPoints } from '../queries/distributionPoints';
import { readQuery } from '../queries/readQuery';
import { siteQuery } from '../queries/siteQuery';
import { dpRegistryText } from './dpRegistry';
import { unlessLacking } from './refreshSite';
import { siteProviders } from './siteProviders';

export interface TestedConnection {
  readonly results: readonly CapabilityResult[];
  readonly gaps: readonly SchemaGap[];
}

/**
 * Tries what a site is needed for, one capability after the other. What fails is told in the result; nothing is
 * written anywhere.
 * @param features what each query reads
 * @param dp FQDN of the DP to try; undefined: none is
 */
export const testConnection = async (
  {
    database,
    wmi,
    info,
  }: { readonly database: SiteDatabase; readonly wmi: CimBrowser; readonly info: SiteInfo },
  features: readonly FeatureNeeds[],
  dp: string | undefined,
  signal: AbortSignal,
): Promise<TestedConnection> => {
  let catalogue: SiteCatalogue | undefined;
  const sqlRead = await tried('sqlRead', async () => {
    catalogue = await database.catalogue(signal);
    return `${catalogue.size} of the views that are made use of can be read${byRole(catalogue)}.`;
  });
  const gaps = schemaGaps(features, catalogue);
  const { computer } = info.provider;
  const provider = await tried('provider', async () => {
    const found = await siteProviders(wmi, info, signal);
    return `${computer} answers; the site has its SMS Provider on ${found.join(', ')}.`;
  });
  const providerRights = await tried('providerRights', async () => {
    const seen = await dpsOfProvider(wmi, info, signal);
    if (seen.size === 0) throw new Error(`${computer} shows this account no distribution point of the site.`);
    const listed = await dpsOfDatabase(database, catalogue, signal);
    const unseen = [...listed].filter((path) => !seen.has(path));
    if (unseen.length > 0)
      throw new Error(
        `${computer} shows this account ${listed.size - unseen.length} of the ${listed.size} distribution points that the site database lists: its security roles and scopes leave out the others. They are shown, and cannot be written to.`,
      );
    return `${computer} shows this account ${seen.size} distribution points. Whether it may write is only shown by a write.`;
  });
  const onDp: readonly CapabilityResult[] =
    dp === undefined
      ? []
      : [
          await tried('dpManagement', () => dpAnswers(wmi, dp, signal)),
          await tried('contentLibrary', () => libraryOf(wmi, dp, signal)),
        ];
  return { results: [withGaps(sqlRead, gaps), provider, providerRights, ...onDp], gaps };
};

const tried = async (
  capability: CapabilityResult['capability'],
  attempt: () => Promise<string>,
): Promise<CapabilityResult> => {
  try {
    return { capability, state: 'ok', cause: await attempt() };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return { capability, state: 'missing', cause };
  }
};

const withGaps = (result: CapabilityResult, gaps: readonly SchemaGap[]): CapabilityResult =>
  result.state === 'ok' && gaps.length > 0
    ? {
        ...result,
        state: 'missing',
        cause: 'The site database can be read, but not all of it.',
        details: gaps.map(({ because }) => because),
      }
    : result;

const byRole = ({ scoped = new Set() }: SiteCatalogue): string =>
  scoped.size === 0
    ? ''
    : `, ${scoped.size} of them by the roles of the account (fn_rbac_*: ${[...scoped].join(', ')}): what these do not show is unknown`;

/** NAL paths in lower case: what the roles of the account show. */
const dpsOfProvider = async (
  wmi: CimBrowser,
  { provider }: SiteInfo,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> => {
  const query = { className: 'SMS_DistributionPointInfo', properties: ['NALPath'] };
  const paths = new Set<string>();
  for await (const page of wmi.query(provider, query, signal))
    for (const { NALPath } of page) paths.add(String(NALPath).toLowerCase());
  return paths;
};

/** The same of the database; none where it does not tell. */
const dpsOfDatabase = async (
  database: SiteDatabase,
  catalogue: SiteCatalogue | undefined,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> => {
  const reading = readQuery(database, siteQuery(distributionPoints, catalogue), {}, signal);
  const rows = (await unlessLacking(reading))?.distributionPoint ?? [];
  return new Set(rows.map(({ nalPath }) => nalPath.toLowerCase()));
};

const dpAnswers = async (wmi: CimBrowser, dp: string, signal: AbortSignal): Promise<string> => {
  const target = { computer: dp, namespace: 'root\\SCCMDP' };
  const query = { className: 'SMS_PackagesInContLib', properties: ['PackageID'] };
  for await (const page of wmi.query(target, query, signal))
    return `${dp} answers and lists packages${page.length === 0 ? '' : `, ${String(page[0]?.['PackageID'])} for one`}.`;
  return `${dp} answers; its package list is empty.`;
};

const libraryOf = async (wmi: CimBrowser, dp: string, signal: AbortSignal): Promise<string> => {
  const path = await dpRegistryText(wmi, dp, dpRegistry.libraryPath, signal);
  if (path === undefined)
    throw new Error(
      `${dp} has no ${dpRegistry.libraryPath} in HKLM\\${dpRegistry.key}. Check that the DP role is installed there.`,
    );
  return `The content library of ${dp} is ${path}.`;
};
