-- How many DPs each package is targeted to, and the sum of the targets' states: asked only when targets have changed.

-- result: targets
SELECT t.PackageID AS PackageID, COUNT(*) AS Targets,
  CAST(SUM(CAST(COALESCE(t.Status, -1) AS bigint)) AS varchar(20)) AS Statuses
FROM v_DistributionPoint AS t
GROUP BY t.PackageID
