-- step: content
SELECT c.PkgID AS PackageID,
  SUM(CASE WHEN c.SourceSize IS NULL THEN 1 ELSE 0 END) AS UnknownSizes,
  SUM(CAST(c.SourceSize AS bigint)) AS Bytes
FROM v_Content AS c
GROUP BY c.PkgID
-- otherwise: content
-- Sizes are unknown then, not 0.
SELECT p.PackageID AS PackageID, 1 AS UnknownSizes, CAST(NULL AS bigint) AS Bytes FROM v_Package AS p

-- result: package
SELECT p.PackageID AS PackageID, p.Name AS Name, p.Version AS Version, p.Manufacturer AS Manufacturer,
  p.PackageType AS PackageType, p.PkgSourceFlag AS PkgSourceFlag, p.PkgFlags AS PkgFlags,
  p.SourceVersion AS SourceVersion, p.ActionInProgress AS ActionInProgress,
  s.StoredPkgVersion AS StoredPkgVersion, s.Action AS StoredAction, s.SourceSize AS SourceSizeKB,
  c.UnknownSizes AS UnknownSizes, CAST(c.Bytes AS varchar(20)) AS ContentBytes
FROM v_Package AS p
LEFT JOIN v_SmsPackage AS s ON s.PkgID = p.PackageID
LEFT JOIN {content} AS c ON c.PackageID = p.PackageID
