import type { DemoDatabase, SqliteRow } from '../demoDatabase';
import { viewsOf } from '../schema';
import type { DemoDp } from '../site/demoDp';
import { timeText } from '../timeText';
import type { DemoGroup } from '../site/dpGroup';
import { nalText } from '../site/nalText';
import type { SiteModel } from '../site/siteModel';
import { writeNeeds } from './needRows';
import { writePackage } from './packageRows';

/** Inserts a row without the columns that the site's release does not have. */
export type Put = (view: string, row: SqliteRow) => void;

const putter = (database: DemoDatabase, site: SiteModel): Put => {
  const present = viewsOf(site.options.release);
  const listed = viewsOf('current');
  return (view, row) => {
    const kept = Object.entries(row).filter(
      ([column]) => present.get(view)?.has(column) === true || listed.get(view)?.has(column) !== true,
    );
    database.insert(view, Object.fromEntries(kept));
  };
};

const writeSites = (put: Put, site: SiteModel): void => {
  const primary = { SiteCode: site.siteCode, SiteName: site.siteName, ServerName: site.siteServer, Type: 2 };
  const former = {
    SiteCode: site.formerSiteCode,
    SiteName: 'Contoso Hamburg',
    ServerName: 'CMHAM.contoso.local',
  };
  const installed = { Status: 1, Version: '5.00.9128.1000', BuildNumber: 9128 };
  put('v_Site', { ...primary, ...installed, ReportingSiteCode: '', InstallDir: 'D:\\ConfigMgr' });
  put('v_Site', { ...former, ...installed, Type: 1, ReportingSiteCode: site.siteCode });
  put('v_SC_SiteDefinition', {
    SiteCode: site.siteCode,
    SiteName: site.siteName,
    SiteServerName: site.siteServer,
    SiteNumber: 1,
    SiteType: 2,
    ParentSiteCode: '',
    SQLDatabaseName: `CM_${site.siteCode}`,
    SQLServerName: site.siteServer,
    InstallDirectory: 'D:\\ConfigMgr',
  });
  const nal = nalText(site.siteServer, site.siteCode, true);
  const role = { ServerName: site.siteServer, NALPath: nal, SiteCode: site.siteCode };
  put('v_SystemResourceList', { ...role, ResourceType: 'Windows NT Server', RoleName: 'SMS Site Server' });
  put('v_StatMsgModuleNames', { ModuleName: 'SMS Server', MsgDLLName: 'srvmsgs.dll' });
  put('v_StatMsgModuleNames', { ModuleName: 'SMS Provider', MsgDLLName: 'provmsgs.dll' });
};

const writeDp = (put: Put, site: SiteModel, dp: DemoDp): void => {
  const flag = (value: boolean): number => (value ? 1 : 0);
  put('v_DistributionPointInfo', {
    ID: dp.id,
    ServerName: dp.server,
    Name: dp.server,
    NALPath: dp.nalPath,
    SiteCode: dp.siteCode,
    SiteName: site.siteName,
    ResourceType: dp.resourceType,
    Description: dp.description,
    Drive: dp.drive,
    ShareName: '',
    Action: 0,
    Priority: 200,
    IsPullDP: flag(dp.isPullDp),
    IsPeerDP: 0,
    IsPXE: flag(dp.index % 3 === 0),
    IsMulticast: 0,
    IsProtected: 0,
    PreStagingAllowed: flag(dp.isPrestaged),
    HealthCheckEnabled: flag(dp.validates),
    HealthCheckPriority: 4,
    HealthCheckSchedule: dp.schedule,
    GroupCount: site.groups.filter(({ members }) => members.includes(dp)).length,
    HasRelationship: 0,
    OperatingSystem: dp.isCloud ? '' : 'Microsoft Windows NT Server 10.0',
    Version: '5.00.9128.1000',
    BitsEnabled: 1,
    Communication: 0,
    InternetFacing: 0,
    MaintenanceMode: 0,
  });
  const place = { NALPath: dp.nalPath, SiteCode: dp.siteCode };
  put('v_SystemResourceList', {
    ...place,
    ServerName: dp.server,
    ResourceType: dp.resourceType,
    RoleName: 'SMS Distribution Point',
  });
  if (dp.isCloud) return;
  const total = 2 * 1024 ** 3;
  const free = Math.round(total * (0.15 + (dp.index % 7) / 10));
  const space = { BytesTotal: total, BytesFree: free, PercentFree: Math.round((100 * free) / total) };
  put('v_DistributionPointDriveInfo', { ...place, ...space, Drive: dp.drive, Status: 0, ObjectType: 1 });
  const source = site.dps.find((one) => !one.isPullDp && !one.isCloud);
  if (dp.isPullDp && source !== undefined)
    put('vPullDPFullMap', { PullDPNALPath: dp.nalPath, SourceDPNALPath: source.nalPath });
};

const writeGroup = (put: Put, site: SiteModel, group: DemoGroup): void => {
  const created = { CreatedOn: timeText(site.options.now - 400 * 86_400_000), CreatedBy: 'CONTOSO\\cmadmin' };
  put('v_SMS_DistributionPointGroup', {
    ...created,
    GroupID: group.groupId,
    Name: group.name,
    Description: group.description,
    MemberCount: group.members.length,
    ContentCount: group.packages.length,
    CollectionCount: 0,
    HasMember: group.members.length > 0 ? 1 : 0,
    SourceSite: site.siteCode,
  });
  for (const { nalPath } of group.members)
    put('v_DPGroupMembers', { GroupID: group.groupId, DPNALPath: nalPath });
  for (const { packageId } of group.packages)
    put('v_DPGroupPackages', { GroupID: group.groupId, PkgID: packageId });
};

/** Everything but pairs and messages: sites, DPs, packages, groups, and who needs the packages. */
export const writeInventory = (database: DemoDatabase, site: SiteModel): void => {
  const put = putter(database, site);
  writeSites(put, site);
  for (const dp of site.dps) writeDp(put, site, dp);
  for (const one of [...site.packages, ...site.predefined]) if (one.exists) writePackage(put, site, one);
  for (const group of site.groups) writeGroup(put, site, group);
  writeNeeds(put, site);
};
