-- All sites of the hierarchy: their servers may hold the DP role.

-- result: site
SELECT s.SiteCode AS SiteCode, s.SiteName AS SiteName, s.ServerName AS ServerName, s.Type AS SiteType,
  s.ReportingSiteCode AS ReportingSiteCode, s.Version AS Version
FROM v_Site AS s
