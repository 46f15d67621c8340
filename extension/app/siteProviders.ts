import type { CimBrowser } from '../ports/cim';
import type { SiteInfo } from '../ports/siteConnection';

/** Computers with an SMS Provider of the site, as its own provider's computer tells. Throws CimError. */
export const siteProviders = async (
  cim: CimBrowser,
  { siteCode, provider }: SiteInfo,
  signal: AbortSignal,
): Promise<readonly string[]> => {
  const target = { computer: provider.computer, namespace: 'root\\SMS' };
  const properties = ['SiteCode', 'Machine'];
  const found: string[] = [];
  for await (const page of cim.query(target, { className: 'SMS_ProviderLocation', properties }, signal))
    for (const { SiteCode, Machine } of page)
      if (typeof Machine === 'string' && String(SiteCode).toUpperCase() === siteCode.toUpperCase())
        found.push(Machine);
  return found;
};
