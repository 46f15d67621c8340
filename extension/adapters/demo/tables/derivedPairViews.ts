import type { DerivedView } from '../schema';
import { wellKnownText } from './texts';

const pairs = (present: string): string => `FROM PairRows p WHERE p.${present} IS NOT NULL`;

/** For views whose rows are sought by path. */
const pairsOfPaths = (present: string): string =>
  `FROM PairRows p JOIN NalPaths n ON n.NalID = p.NalID WHERE p.${present} IS NOT NULL`;

/** Looked up only where the column is read: a join would cost every query. */
const ofPackage = (column: string): string =>
  `(SELECT k.${column} FROM v_Package k WHERE k.PackageID = p.PackageID)`;

const ofPath = (column: string): string =>
  `(SELECT n.${column} FROM NalPaths n WHERE n.NalID = p.NalID) COLLATE NOCASE`;

const installStatus = `CASE p.State WHEN 0 THEN 'Installed' WHEN 1 THEN 'Install pending' WHEN 2 THEN 'Install retrying'
  WHEN 3 THEN 'Install failed' WHEN 4 THEN 'Removal pending' WHEN 5 THEN 'Removal retrying'
  WHEN 6 THEN 'Removal failed' WHEN 7 THEN 'Content updating' ELSE 'Content monitoring' END COLLATE NOCASE`;

/** PkgStatus numbers: 1 sent, 3 installed, 4 retry, 5 failed, 7 pending remove, 8 remove failed, 9 retry remove. */
const pkgStatus = `CASE p.State WHEN 0 THEN 3 WHEN 8 THEN 3 WHEN 2 THEN 4 WHEN 3 THEN 5 WHEN 4 THEN 7
  WHEN 5 THEN 9 WHEN 6 THEN 8 ELSE 1 END`;

const versionColumns = {
  PkgID: 'p.PackageID',
  DPNALPath: 'n.NALPath',
  SiteCode: 'n.SiteCode',
  CurrentVersion: 'p.SourceVersion',
  CurrentVersionTime: 'p.LastCopied',
  LatestSourceVersion: ofPackage('SourceVersion'),
  LatestSourceStateTime: 'p.SummaryDate',
  ValidatedVersion: 'p.ValidatedVersion',
  ValidatedVersionTime: 'p.ValidatedVersionTime',
};

const string = (
  at: number,
): string => `(SELECT t.Value FROM Messages m JOIN Texts t ON t.TextID = m.String${at}
  WHERE m.RecordID = p.LastStatusID) COLLATE NOCASE`;

/** Views with a row for each package on each DP. */
export const derivedPairViews: Readonly<Record<string, DerivedView>> = {
  v_DistributionPoint: {
    from: pairsOfPaths('TargetStatus'),
    columns: {
      PackageID: 'p.PackageID',
      SecureObjectID: 'p.PackageID',
      ServerNALPath: 'n.NALPath',
      SiteCode: 'n.SiteCode',
      SourceSite: `${ofPackage('SourceSite')} COLLATE NOCASE`,
      Status: 'p.TargetStatus',
      LastRefreshTime: 'p.LastRefreshTime',
      RefreshNow: '0',
      ResourceType: 'n.ResourceType',
      PackageType: ofPackage('PackageType'),
      ObjectTypeID: ofPackage('ObjectTypeID'),
      IsCloud: `(n.ResourceType = 'Windows Azure')`,
      IsProtected: '0',
      IsPeerDP: '0',
      PreStagingAllowed: '(SELECT i.PreStagingAllowed FROM v_DistributionPointInfo i WHERE i.ID = n.DPID)',
    },
  },
  v_PackageStatusDistPointsSumm: {
    from: pairsOfPaths('State'),
    columns: {
      PackageID: 'p.PackageID',
      SecureObjectID: 'p.PackageID',
      SecuredTypeID: ofPackage('ObjectTypeID'),
      ServerNALPath: 'n.NALPath',
      SourceNALPath: wellKnownText('sourceNalPath'),
      SiteCode: 'n.SiteCode',
      SourceVersion: 'p.SourceVersion',
      State: 'p.State',
      LastCopied: 'p.LastCopied',
      SummaryDate: 'p.SummaryDate',
      InstallStatus: installStatus,
    },
  },
  v_PackageStatus: {
    from: pairsOfPaths('State'),
    columns: {
      PackageID: 'p.PackageID',
      Type: '2',
      SiteCode: 'n.SiteCode',
      PkgServer: 'n.NALPath',
      Personality: '0',
      Status: pkgStatus,
      UpdateTime: 'p.SummaryDate',
      InstallStatus: installStatus,
    },
  },
  v_ContentDistribution: {
    from: pairs('StateGroup'),
    columns: {
      PkgID: 'p.PackageID',
      DPID: 'p.NalID',
      StateGroup: 'p.StateGroup',
      State: 'COALESCE(p.State, 0)',
      SummaryDate: 'COALESCE(p.MessageTime, p.SummaryDate)',
    },
  },
  v_ContentDistributionVersions: { from: pairsOfPaths('ValidatedVersion'), columns: versionColumns },
  vSMS_DistributionDPStatus: {
    from: pairs('MessageID'),
    columns: {
      ID: `(p.NalID * 65536 + (SELECT k.rowid FROM v_SmsPackage k WHERE k.PkgID = p.PackageID))`,
      DPID: 'p.NalID',
      Name: ofPath('ServerName'),
      NALPath: ofPath('NALPath'),
      ResourceType: ofPath('ResourceType'),
      SiteCode: ofPath('SiteCode'),
      IsPeerDP: '0',
      GroupCount: `(SELECT COUNT(*) FROM v_DPGroupMembers g WHERE g.DPNALPath = ${ofPath('NALPath')})`,
      PackageID: 'p.PackageID',
      ObjectID: 'p.PackageID',
      ObjectTypeID: ofPackage('ObjectTypeID'),
      MessageID: 'p.MessageID',
      MessageState: 'p.MessageState',
      MessageCategory: 'CASE p.MessageState WHEN 2 THEN 11 WHEN 4 THEN 13 ELSE 0 END',
      MessageSeverity: 'p.MessageSeverity',
      MessageFullID: '(p.MessageSeverity | p.MessageID)',
      LastStatusID: 'p.LastStatusID',
      LastUpdateDate: 'p.MessageTime',
      InsString1: string(1),
      InsString2: string(2),
      InsString3: string(3),
      InsString4: string(4),
      InsString5: string(5),
    },
  },
};
