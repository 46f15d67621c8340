import type { CapabilityResult } from '../core/connection/capability';
import { schemaGaps, type FeatureNeeds, type SchemaGap } from '../core/connection/schemaGap';
import { dpRegistry } from '../core/validate/smsdpmon';
import type { CimBrowser } from '../ports/cim';
import type { SiteInfo } from '../ports/siteConnection';
import type { SiteCatalogue, SiteDatabase } from '../ports/siteDatabase';
import { dpRegistryText } from './dpRegistry';
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
    return `${catalogue.size} views and tables of the site database can be read.`;
  });
  const gaps = schemaGaps(features, catalogue);
  const { computer } = info.provider;
  const provider = await tried('provider', async () => {
    const found = await siteProviders(wmi, info, signal);
    return `${computer} answers; the site has its SMS Provider on ${found.join(', ')}.`;
  });
  const providerRights = await tried('providerRights', async () => {
    const seen = await countDps(wmi, info, signal);
    if (seen === 0) throw new Error(`${computer} shows this account no distribution point of the site.`);
    return `${computer} shows this account ${seen} distribution points. Whether it may write is only shown by a write.`;
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

const countDps = async (wmi: CimBrowser, { provider }: SiteInfo, signal: AbortSignal): Promise<number> => {
  const query = { className: 'SMS_DistributionPointInfo', properties: ['NALPath'] };
  let count = 0;
  for await (const page of wmi.query(provider, query, signal)) count += page.length;
  return count;
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
