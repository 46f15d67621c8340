import { siteQuery, type NoParameters } from './siteQuery';
import text from './sites.sql';

export interface SiteRow {
  readonly siteCode: string;
  readonly siteName: string;
  readonly serverName: string;
}

export const sites = siteQuery<NoParameters>({})<{ site: SiteRow }>(
  'sites',
  text,
  { v_Site: ['SiteCode', 'SiteName', 'ServerName'] },
  {
    site: (row) => ({
      siteCode: row.text('SiteCode'),
      siteName: row.optionalText('SiteName') ?? '',
      serverName: row.optionalText('ServerName') ?? '',
    }),
  },
);
