-- step: content
SELECT c.PkgID AS PackageID,
  SUM(CASE WHEN c.SourceSize IS NULL THEN 1 ELSE 0 END) AS UnknownSizes,
  SUM(CAST(c.SourceSize AS bigint)) AS Bytes
FROM v_Content AS c
GROUP BY c.PkgID
-- otherwise: content
-- Sizes are unknown then, not 0.
SELECT s.PkgID AS PackageID, 1 AS UnknownSizes, CAST(NULL AS bigint) AS Bytes FROM v_SmsPackage AS s

-- step: predefined
SELECT s.PkgID AS PackageID FROM v_SmsPackage AS s WHERE s.IsPredefinedPackage = 1
-- otherwise: predefined
SELECT s.PkgID AS PackageID FROM v_SmsPackage AS s WHERE 1 = 0

-- step: hidden
-- What v_Package leaves out although it is there: targeted, and with content. That proves no package to be deleted.
SELECT s.PkgID AS PackageID, s.Name AS Name, s.Version AS Version, s.Manufacturer AS Manufacturer,
  s.PackageType AS PackageType, s.PkgFlags AS PkgFlags, s.SourceVersion AS SourceVersion
FROM v_SmsPackage AS s
LEFT JOIN v_Package AS p ON p.PackageID = s.PkgID
LEFT JOIN {predefined} AS d ON d.PackageID = s.PkgID
WHERE p.PackageID IS NULL AND (d.PackageID IS NOT NULL
  OR EXISTS (SELECT 1 FROM v_DistributionPoint AS t WHERE t.PackageID = s.PkgID)
  AND EXISTS (SELECT 1 FROM vSMS_Content AS c WHERE c.PkgID = s.PkgID))
-- otherwise: hidden
SELECT s.PkgID AS PackageID, CAST(NULL AS varchar(20)) AS Name, CAST(NULL AS varchar(20)) AS Version,
  CAST(NULL AS varchar(20)) AS Manufacturer, CAST(NULL AS int) AS PackageType, CAST(NULL AS int) AS PkgFlags,
  CAST(NULL AS int) AS SourceVersion
FROM v_SmsPackage AS s
WHERE 1 = 0

-- result: package
SELECT p.PackageID AS PackageID, p.Name AS Name, p.Version AS Version, p.Manufacturer AS Manufacturer,
  p.PackageType AS PackageType, p.PkgSourceFlag AS PkgSourceFlag, p.PkgFlags AS PkgFlags,
  p.SourceVersion AS SourceVersion, p.ActionInProgress AS ActionInProgress,
  s.StoredPkgVersion AS StoredPkgVersion, s.Action AS StoredAction, s.SourceSize AS SourceSizeKB,
  c.UnknownSizes AS UnknownSizes, CAST(c.Bytes AS varchar(20)) AS ContentBytes,
  CASE WHEN d.PackageID IS NULL THEN 0 ELSE 1 END AS IsPredefined
FROM v_Package AS p
LEFT JOIN v_SmsPackage AS s ON s.PkgID = p.PackageID
LEFT JOIN {content} AS c ON c.PackageID = p.PackageID
LEFT JOIN {predefined} AS d ON d.PackageID = p.PackageID

-- result: hiddenPackage
SELECT h.PackageID AS PackageID, h.Name AS Name, h.Version AS Version, h.Manufacturer AS Manufacturer,
  h.PackageType AS PackageType, h.PkgFlags AS PkgFlags, h.SourceVersion AS SourceVersion,
  s.StoredPkgVersion AS StoredPkgVersion, s.Action AS StoredAction, s.SourceSize AS SourceSizeKB,
  c.UnknownSizes AS UnknownSizes, CAST(c.Bytes AS varchar(20)) AS ContentBytes,
  CASE WHEN d.PackageID IS NULL THEN 0 ELSE 1 END AS IsPredefined
FROM {hidden} AS h
INNER JOIN v_SmsPackage AS s ON s.PkgID = h.PackageID
LEFT JOIN {content} AS c ON c.PackageID = h.PackageID
LEFT JOIN {predefined} AS d ON d.PackageID = h.PackageID
