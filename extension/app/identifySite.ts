import { siteFromDatabaseName } from '../core/connection/siteCode';
import { SiteConnectError } from '../ports/siteConnectError';
import { unknownProvider, type SiteInfo } from '../ports/siteConnection';
import type { SiteDatabase } from '../ports/siteDatabase';
import { readQuery } from '../queries/readQuery';
import { unlessLacking } from './refreshSite';
import { sites, type SiteRow } from '../queries/sites';

export interface WantedSite {
  readonly database: string;
  /** undefined: the site whose database it is. */
  readonly siteCode?: string;
  /** FQDN of the SMS Provider's computer; undefined: the site server. */
  readonly provider?: string;
}

/**
 * Which site a database holds, and where its SMS Provider is. Where v_Site cannot be read, the site is the one that the
 * connection or the database is named after, and its provider is known only when the connection names it.
 * @throws SiteReadError, SiteConnectError
 */
export const identifySite = async (
  database: SiteDatabase,
  wanted: WantedSite,
  signal: AbortSignal,
): Promise<SiteInfo> => {
  const listed = await unlessLacking(readQuery(database, sites, {}, signal));
  const site = listed?.site ?? [];
  const code = wanted.siteCode ?? siteFromDatabaseName(wanted.database) ?? onlyPrimary(site);
  const found = site.find(({ siteCode }) => siteCode.toUpperCase() === code?.toUpperCase());
  if (found === undefined && listed === undefined && code !== undefined) return unlistedSite(code, wanted);
  if (found === undefined) throw unknownSite(wanted.database, code, site);
  const { siteCode, siteName, serverName, version } = found;
  const computer = wanted.provider ?? serverName;
  return { siteCode, siteName, version, provider: { computer, namespace: providerNamespace(siteCode) } };
};

const unlistedSite = (siteCode: string, { provider }: WantedSite): SiteInfo => ({
  siteCode,
  siteName: '',
  provider: { computer: provider ?? unknownProvider, namespace: providerNamespace(siteCode) },
});

const providerNamespace = (siteCode: string): string => `root\\SMS\\site_${siteCode}`;

const onlyPrimary = (all: readonly SiteRow[]): string | undefined => {
  const [first, ...others] = all.filter(({ type }) => type === 2);
  return others.length === 0 ? first?.siteCode : undefined;
};

const unknownSite = (
  database: string,
  code: string | undefined,
  all: readonly SiteRow[],
): SiteConnectError => {
  const listed = all.map(({ siteCode }) => siteCode).join(', ');
  const cause =
    code === undefined
      ? `${database} does not tell its site by its name`
      : `${database} holds no site ${code}`;
  return new SiteConnectError(
    'database',
    `${cause}; v_Site lists ${listed === '' ? 'none' : listed}. Set the site code of the connection, or choose another database.`,
  );
};
