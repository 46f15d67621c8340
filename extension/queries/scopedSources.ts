import type { FactSource } from '../core/reconcile/siteFacts';
import type { SiteCatalogue } from '../ports/siteDatabase';

const sources: Readonly<Record<string, FactSource>> = {
  v_DistributionPoint: 'targets',
  v_DistributionPointInfo: 'distributionPoints',
  v_Package: 'packages',
  v_SmsPackage: 'packages',
  v_SMS_DistributionPointGroup: 'groups',
  v_DPGroupMembers: 'groups',
  v_DPGroupPackages: 'groups',
  v_Content: 'sizes',
  vSMS_Content: 'contents',
  v_PackageStatusDistPointsSumm: 'summaries',
  vSMS_DistributionDPStatus: 'statuses',
  v_ContentDistribution: 'contentStates',
  v_ContentDistributionVersions: 'validatedVersions',
  vSMS_DistributionJob: 'jobs',
  v_StatusMessage: 'messages',
  v_StatMsgAttributes: 'messages',
  v_StatMsgInsStrings: 'messages',
};

/** The facts that the site shows by the roles of an administrative user only: none of them proves that more is not there. */
export const scopedSources = ({ scoped }: SiteCatalogue): ReadonlySet<FactSource> =>
  new Set([...(scoped ?? [])].flatMap((view) => sources[view] ?? []));
