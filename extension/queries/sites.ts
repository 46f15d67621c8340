import { siteQuery, type NoParameters } from './siteQuery';
import text from './sites.sql';

export interface SiteRow {
  readonly siteCode: string;
  readonly siteName: string;
  readonly serverName: string;
  /** 1 secondary, 2 primary, 4 central administration site. */
  readonly type: number | undefined;
  /** The site above; empty for the topmost. */
  readonly reportsTo: string;
  /** For example `5.00.9128.1000`; '' where the site does not tell it. */
  readonly version: string;
}

export const sites = siteQuery<NoParameters, { site: SiteRow }>({
  id: 'sites',
  text,
  needs: { v_Site: ['SiteCode', 'SiteName', 'ServerName', 'Type', 'ReportingSiteCode', 'Version'] },
  parameters: {},
  decode: {
    site: (row) => ({
      siteCode: row.text('SiteCode'),
      siteName: row.optionalText('SiteName') ?? '',
      serverName: row.optionalText('ServerName') ?? '',
      type: row.optionalInt('SiteType'),
      reportsTo: row.optionalText('ReportingSiteCode') ?? '',
      version: row.optionalText('Version') ?? '',
    }),
  },
});
