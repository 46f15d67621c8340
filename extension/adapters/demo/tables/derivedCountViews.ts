import type { DerivedView } from '../schema';

const state = (group: number): string => `SUM(CASE WHEN d.StateGroup = ${group} THEN 1 ELSE 0 END)`;

const counts = {
  NumberInstalled: state(1),
  NumberInProgress: state(2),
  NumberErrors: state(4),
};

const perPackage = `FROM v_Package k LEFT JOIN v_PackageStatusDistPointsSumm s ON s.PackageID = k.PackageID
  GROUP BY k.PackageID`;

const summarizerCounts = {
  Targeted: 'COUNT(s.State)',
  Installed: 'SUM(CASE WHEN s.State IN (0, 8) THEN 1 ELSE 0 END)',
  Retrying: 'SUM(CASE WHEN s.State IN (1, 2, 4, 5, 7) THEN 1 ELSE 0 END)',
  Failed: 'SUM(CASE WHEN s.State IN (3, 6) THEN 1 ELSE 0 END)',
};

const perDp = `FROM v_DistributionPointInfo i LEFT JOIN v_ContentDistribution d ON d.DPID = i.ID GROUP BY i.ID`;

const dpCounts = {
  DPNALPath: 'i.NALPath',
  DPNalPath: 'i.NALPath',
  PkgCount: 'COUNT(d.PkgID)',
  LastStatusTime: 'MAX(d.SummaryDate)',
  ...counts,
};

/** Contents of a group on its members, with their state. */
const groupStates = `FROM v_DPGroupPackages g JOIN v_DPGroupMembers m ON m.GroupID = g.GroupID
  JOIN v_DistributionPointInfo i ON i.NALPath = m.DPNALPath
  LEFT JOIN v_ContentDistribution d ON d.PkgID = g.PkgID AND d.DPID = i.ID`;

const groupStateCounts = {
  SuccessContentCount: state(1),
  InProgressContentCount: state(2),
  ErrorContentCount: state(4),
  UnknownContentCount: 'SUM(CASE WHEN d.StateGroup IS NULL AND p.PkgID IS NOT NULL THEN 1 ELSE 0 END)',
};

/** Summaries: computed when they are read, so they agree with the rows at any moment. */
export const derivedCountViews: Readonly<Record<string, DerivedView>> = {
  v_PackageStatusRootSummarizer: {
    from: perPackage,
    columns: {
      PackageID: 'k.PackageID',
      Name: 'k.Name',
      SourceVersion: 'k.SourceVersion',
      SourceDate: 'k.SourceDate',
      SourceSite: 'k.SourceSite',
      ...summarizerCounts,
    },
  },
  v_PackageStatusDetailSumm: {
    from: `FROM v_Package k JOIN v_PackageStatusDistPointsSumm s ON s.PackageID = k.PackageID
      GROUP BY k.PackageID, s.SiteCode`,
    columns: {
      PackageID: 'k.PackageID',
      Name: 'k.Name',
      SiteCode: 's.SiteCode',
      SourceVersion: 'k.SourceVersion',
      SummaryDate: 'MAX(s.SummaryDate)',
      ...summarizerCounts,
    },
  },
  v_ContDistStatSummary: {
    from: 'FROM v_ContentDistribution d GROUP BY d.PkgID',
    columns: {
      PkgID: 'd.PkgID',
      TargeteddDPCount: 'COUNT(*)',
      LastStatusTime: 'MAX(d.SummaryDate)',
      ...counts,
    },
  },
  v_DPStatusSummary: { from: perDp, columns: dpCounts },
  v_ContentDistributionReport_DP: { from: perDp, columns: dpCounts },
  vSMS_DPStatusInfo: {
    from: perDp,
    columns: {
      ...dpCounts,
      NALPath: 'i.NALPath',
      Name: 'i.ServerName',
      IsPullDP: 'i.IsPullDP',
      IsPXE: 'i.IsPXE',
      IsMulticast: 'i.IsMulticast',
      IsDPMonEnabled: 'i.HealthCheckEnabled',
      Version: 'i.Version',
      MessageCount: 'COUNT(d.PkgID)',
      MessageState: `CASE WHEN ${state(4)} > 0 THEN 4 WHEN ${state(2)} > 0 THEN 2 ELSE 1 END`,
      NumberUnknown: '0',
    },
  },
  v_DPGroupContentDetails: {
    from: `${groupStates} GROUP BY g.GroupID, g.PkgID`,
    columns: {
      GroupID: 'g.GroupID',
      PkgID: 'g.PkgID',
      TargetedDPCount: 'COUNT(d.PkgID)',
      LastStatusTime: 'MAX(d.SummaryDate)',
      ...counts,
    },
  },
  v_DPGroupContentInfo: {
    from: `${groupStates} GROUP BY g.GroupID`,
    columns: { GroupID: 'g.GroupID', Installed: state(1), InProgress: state(2), Failed: state(4) },
  },
  vSMS_DPGroupInfo: {
    from: `FROM v_SMS_DistributionPointGroup o LEFT JOIN v_DPGroupPackages p ON p.GroupID = o.GroupID
      LEFT JOIN v_DPGroupMembers m ON m.GroupID = o.GroupID
      LEFT JOIN v_DistributionPointInfo i ON i.NALPath = m.DPNALPath
      LEFT JOIN v_ContentDistribution d ON d.PkgID = p.PkgID AND d.DPID = i.ID GROUP BY o.GroupID`,
    columns: {
      GroupID: 'o.GroupID',
      Name: 'o.Name',
      Description: 'o.Description',
      MembersCount: 'o.MemberCount',
      AssignedContentCount: 'o.ContentCount',
      ...groupStateCounts,
    },
  },
};
