-- Which package version a DP holds, as the site knows it, of one DP or of one package.
-- @packageId '' and @server '' stand for all. A DP is found by the server part of its NAL path.

-- step: summaries
SELECT s.PackageID AS PackageID, s.ServerNALPath AS NALPath, s.SourceVersion AS SourceVersion,
  s.LastCopied AS LastCopied, CONCAT(LOWER(s.ServerNALPath), '|') AS Ended
FROM v_PackageStatusDistPointsSumm AS s
WHERE @packageId = '' OR s.PackageID = @packageId
-- otherwise: summaries
SELECT CAST(NULL AS varchar(20)) AS PackageID, i.NALPath AS NALPath, CAST(NULL AS int) AS SourceVersion,
  CAST(NULL AS datetime) AS LastCopied, CAST(NULL AS varchar(20)) AS Ended
FROM v_DistributionPointInfo AS i
WHERE 1 = 0 AND @packageId = ''

-- step: validations
SELECT v.PkgID AS PackageID, v.DPNALPath AS NALPath, v.ValidatedVersion AS ValidatedVersion,
  v.ValidatedVersionTime AS ValidatedVersionTime, CONCAT(LOWER(v.DPNALPath), '|') AS Ended
FROM v_ContentDistributionVersions AS v
WHERE @packageId = '' OR v.PkgID = @packageId
-- otherwise: validations
SELECT CAST(NULL AS varchar(20)) AS PackageID, i.NALPath AS NALPath, CAST(NULL AS int) AS ValidatedVersion,
  CAST(NULL AS datetime) AS ValidatedVersionTime, CAST(NULL AS varchar(20)) AS Ended
FROM v_DistributionPointInfo AS i
WHERE 1 = 0 AND @packageId = ''

-- result: summary
SELECT s.PackageID AS PackageID, s.NALPath AS NALPath, s.SourceVersion AS SourceVersion,
  s.LastCopied AS LastCopied
FROM {summaries} AS s
WHERE @server = '' OR REPLACE(s.Ended, CONCAT('\\', @server, '\|'), '') <> s.Ended

-- result: validation
SELECT v.PackageID AS PackageID, v.NALPath AS NALPath, v.ValidatedVersion AS ValidatedVersion,
  v.ValidatedVersionTime AS ValidatedVersionTime
FROM {validations} AS v
WHERE @server = '' OR REPLACE(v.Ended, CONCAT('\\', @server, '\|'), '') <> v.Ended
