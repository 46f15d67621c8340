-- step: traits
SELECT d.ID AS DPID, d.Description AS Description, d.IsPullDP AS IsPullDP,
  d.HealthCheckEnabled AS HealthCheckEnabled, d.HealthCheckSchedule AS HealthCheckSchedule,
  d.HealthCheckPriority AS HealthCheckPriority
FROM v_DistributionPointInfo AS d
-- otherwise: traits
SELECT d.ID AS DPID, CAST(NULL AS varchar(20)) AS Description, CAST(NULL AS int) AS IsPullDP,
  CAST(NULL AS int) AS HealthCheckEnabled, CAST(NULL AS varchar(20)) AS HealthCheckSchedule,
  CAST(NULL AS int) AS HealthCheckPriority
FROM v_DistributionPointInfo AS d
WHERE 1 = 0

-- result: distributionPoint
SELECT d.ID AS DPID, d.NALPath AS NALPath, d.ServerName AS ServerName, d.SiteCode AS SiteCode,
  d.ResourceType AS ResourceType, t.Description AS Description, t.IsPullDP AS IsPullDP,
  t.HealthCheckEnabled AS HealthCheckEnabled, t.HealthCheckSchedule AS HealthCheckSchedule,
  t.HealthCheckPriority AS HealthCheckPriority
FROM v_DistributionPointInfo AS d
LEFT JOIN {traits} AS t ON t.DPID = d.ID
