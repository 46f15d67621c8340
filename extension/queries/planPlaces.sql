-- What a plan has to know of the site's DPs: whether they can take content now, from where and how fast, and how
-- much room they have.

-- step: limits
SELECT d.ID AS DPID, d.RateLimitsEnabled AS RateLimitsEnabled, d.AddressScheduleEnabled AS AddressScheduleEnabled
FROM v_DistributionPointInfo AS d
-- otherwise: limits
SELECT d.ID AS DPID, CAST(NULL AS int) AS RateLimitsEnabled, CAST(NULL AS int) AS AddressScheduleEnabled
FROM v_DistributionPointInfo AS d
WHERE 1 = 0

-- step: maintenance
SELECT d.ID AS DPID, d.MaintenanceMode AS MaintenanceMode
FROM v_DistributionPointInfo AS d
-- otherwise: maintenance
SELECT d.ID AS DPID, CAST(NULL AS int) AS MaintenanceMode
FROM v_DistributionPointInfo AS d
WHERE 1 = 0

-- step: drives
SELECT i.NALPath AS NALPath, i.BytesFree AS BytesFree, i.BytesTotal AS BytesTotal, i.Status AS Status
FROM v_DistributionPointDriveInfo AS i
-- otherwise: drives
SELECT d.NALPath AS NALPath, CAST(NULL AS bigint) AS BytesFree,
  CAST(NULL AS bigint) AS BytesTotal, CAST(NULL AS int) AS Status
FROM v_DistributionPointInfo AS d
WHERE 1 = 0

-- step: sources
SELECT m.PullDPNALPath AS NALPath, m.SourceDPNALPath AS SourceNALPath
FROM vPullDPFullMap AS m
-- otherwise: sources
SELECT d.NALPath AS NALPath, d.NALPath AS SourceNALPath
FROM v_DistributionPointInfo AS d
WHERE 1 = 0

-- step: availabilities
SELECT s.SiteSystem AS SiteSystem, s.AvailabilityState AS AvailabilityState, s.DownSince AS DownSince
FROM v_SiteSystemSummarizer AS s
WHERE s.Role = 'SMS Distribution Point' AND s.DownSince IS NOT NULL
-- otherwise: availabilities
SELECT d.NALPath AS SiteSystem, CAST(NULL AS int) AS AvailabilityState, CAST(NULL AS datetime) AS DownSince
FROM v_DistributionPointInfo AS d
WHERE 1 = 0

-- step: openJobs
SELECT j.DPID AS DPID, COUNT(*) AS Jobs
FROM vSMS_DistributionJob AS j
WHERE j.State <> 5 AND j.State <> 6 AND j.State <> 7
GROUP BY j.DPID
-- otherwise: openJobs
SELECT d.ID AS DPID, 0 AS Jobs
FROM v_DistributionPointInfo AS d
WHERE 1 = 0

-- step: sentJobs
-- Complete (State 5) jobs that sent every file (Action 2): what they took tells how fast a line is.
SELECT j.DPID AS DPID, j.PkgID AS PackageID, j.StartTime AS StartTime, j.LastUpdateTime AS LastUpdateTime,
  ROW_NUMBER() OVER (PARTITION BY j.DPID ORDER BY j.LastUpdateTime DESC, j.JobID DESC) AS Newness
FROM vSMS_DistributionJob AS j
WHERE j.State = 5 AND j.Action = 2 AND j.StartTime < j.LastUpdateTime
-- otherwise: sentJobs
SELECT d.ID AS DPID, CAST(NULL AS varchar(20)) AS PackageID, CAST(NULL AS datetime) AS StartTime,
  CAST(NULL AS datetime) AS LastUpdateTime, CAST(NULL AS bigint) AS Newness
FROM v_DistributionPointInfo AS d
WHERE 1 = 0

-- step: addresses
-- DestinationType 1: the destination is a DP, by its FQDN.
SELECT a.DesSiteCode AS Server, a.UnlimitedRateForAll AS UnlimitedRateForAll,
  a.RateLimitingSchedule AS RateLimitingSchedule, a.UsageSchedule AS UsageSchedule
FROM vSMS_SC_Address_SDK AS a
WHERE a.DestinationType = 1
-- otherwise: addresses
SELECT d.NALPath AS Server, CAST(NULL AS int) AS UnlimitedRateForAll,
  CAST(NULL AS varchar(20)) AS RateLimitingSchedule, CAST(NULL AS varchar(20)) AS UsageSchedule
FROM v_DistributionPointInfo AS d
WHERE 1 = 0

-- result: place
SELECT d.ID AS DPID, l.RateLimitsEnabled AS RateLimitsEnabled,
  l.AddressScheduleEnabled AS AddressScheduleEnabled, m.MaintenanceMode AS MaintenanceMode, j.Jobs AS OpenJobs
FROM v_DistributionPointInfo AS d
LEFT JOIN {limits} AS l ON l.DPID = d.ID
LEFT JOIN {maintenance} AS m ON m.DPID = d.ID
LEFT JOIN {openJobs} AS j ON j.DPID = d.ID

-- result: drive
SELECT i.NALPath AS NALPath, CAST(i.BytesFree AS varchar(20)) AS KilobytesFree,
  CAST(i.BytesTotal AS varchar(20)) AS KilobytesTotal, i.Status AS Status
FROM {drives} AS i

-- result: source
SELECT s.NALPath AS NALPath, s.SourceNALPath AS SourceNALPath FROM {sources} AS s

-- result: availability
SELECT a.SiteSystem AS SiteSystem, a.AvailabilityState AS AvailabilityState, a.DownSince AS DownSince
FROM {availabilities} AS a

-- result: sent
SELECT j.DPID AS DPID, j.PackageID AS PackageID, j.StartTime AS StartTime, j.LastUpdateTime AS LastUpdateTime
FROM {sentJobs} AS j
WHERE j.Newness <= 20

-- result: address
SELECT a.Server AS Server, a.UnlimitedRateForAll AS UnlimitedRateForAll,
  a.RateLimitingSchedule AS RateLimitingSchedule, a.UsageSchedule AS UsageSchedule
FROM {addresses} AS a
