-- result: distributionPoint
SELECT d.ID AS DPID, d.NALPath AS NALPath, d.ServerName AS ServerName, d.SiteCode AS SiteCode,
  d.ResourceType AS ResourceType, d.Description AS Description, d.IsPullDP AS IsPullDP,
  d.HealthCheckEnabled AS HealthCheckEnabled, d.HealthCheckSchedule AS HealthCheckSchedule
FROM v_DistributionPointInfo AS d
