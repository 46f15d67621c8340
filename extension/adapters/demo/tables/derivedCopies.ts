import type { Release } from '../../../protocol/demoSite';
import { viewsOf, type DerivedView } from '../schema';

/** Views that show the rows of another: its columns of the same name, and those that are named otherwise. */
const copies: Readonly<Record<string, { readonly of: string; readonly renamed?: Record<string, string> }>> = {
  v_DistributionPoints: {
    of: 'v_DistributionPointInfo',
    renamed: { DPID: 'ID', SMSSiteCode: 'SiteCode', Type: 'ResourceType', DPDrive: 'Drive' },
  },
  vDistributionPoints: {
    of: 'v_DistributionPointInfo',
    renamed: { DPID: 'ID', SMSSiteCode: 'SiteCode', Type: 'ResourceType', DPDrive: 'Drive' },
  },
  vSMS_AllDistributionPoint: { of: 'v_DistributionPoint' },
  vSMS_DistributionPointGroup: { of: 'v_SMS_DistributionPointGroup' },
  vPackage: { of: 'v_SmsPackage' },
  vSMS_Package_List: { of: 'v_SmsPackage' },
  vSMS_ContentPackage: { of: 'v_SmsPackage' },
  vSMS_Content: { of: 'v_Content' },
  v_ContentInfo: { of: 'v_Content', renamed: { DisplayName: 'ContentDescription' } },
};

export const derivedCopies = (release: Release): Readonly<Record<string, DerivedView>> => {
  const views = viewsOf(release);
  return Object.fromEntries(
    Object.entries(copies).map(([view, { of, renamed = {} }]) => {
      const source = views.get(of) ?? new Map<string, string>();
      const wanted = [...(views.get(view) ?? new Map<string, string>()).keys()];
      const columns = wanted.flatMap((column): [string, string][] => {
        const from = renamed[column] ?? column;
        return source.has(from) ? [[column, `o.${from}`]] : [];
      });
      return [view, { from: `FROM ${of} o`, columns: Object.fromEntries(columns) }];
    }),
  );
};
