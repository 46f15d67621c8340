-- Content targeted to one DP or of one package, with its state and its last validation.
-- @packageId '' and @server '' stand for all. A DP is found by the server part of its NAL path.

-- step: targets
SELECT t.PackageID AS PackageID, t.ServerNALPath AS NALPath, t.SiteCode AS SiteCode,
  t.ResourceType AS ResourceType, t.Status AS Status,
  CONCAT(LOWER(t.ServerNALPath), '|') AS Ended
FROM v_DistributionPoint AS t
WHERE @packageId = '' OR t.PackageID = @packageId

-- step: chosen
SELECT t.PackageID AS PackageID, t.NALPath AS NALPath, t.SiteCode AS SiteCode, t.ResourceType AS ResourceType,
  t.Status AS Status, i.ID AS DPID
FROM {targets} AS t
LEFT JOIN v_DistributionPointInfo AS i ON i.NALPath = t.NALPath
WHERE @server = '' OR REPLACE(t.Ended, CONCAT('\\', @server, '\|'), '') <> t.Ended

-- step: validations
-- CROSS JOIN keeps SQLite to this order.
SELECT c.PackageID AS PackageID, c.DPID AS DPID, MAX(s.LastUpdateDate) AS Time, MAX(s.MessageID) AS MessageID
FROM {chosen} AS c
CROSS JOIN vSMS_DistributionDPStatus AS s
WHERE s.PackageID = c.PackageID AND s.DPID = c.DPID AND s.MessageID >= 2382 AND s.MessageID <= 2385
GROUP BY c.PackageID, c.DPID
-- otherwise: validations
SELECT c.PackageID AS PackageID, c.DPID AS DPID, CAST(NULL AS datetime) AS Time, CAST(NULL AS int) AS MessageID
FROM {chosen} AS c
WHERE 1 = 0

-- step: versions
SELECT c.PackageID AS PackageID, c.NALPath AS NALPath, MAX(v.ValidatedVersionTime) AS Time
FROM {chosen} AS c
CROSS JOIN v_ContentDistributionVersions AS v
WHERE v.PkgID = c.PackageID AND v.DPNALPath = c.NALPath
GROUP BY c.PackageID, c.NALPath
-- otherwise: versions
SELECT c.PackageID AS PackageID, c.NALPath AS NALPath, CAST(NULL AS datetime) AS Time
FROM {chosen} AS c
WHERE 1 = 0

-- result: target
SELECT c.PackageID AS PackageID, c.NALPath AS NALPath, c.SiteCode AS SiteCode, c.ResourceType AS ResourceType,
  c.Status AS Status, v.Time AS ValidatedAt, v.MessageID AS ValidationID, r.Time AS ValidatedVersionTime
FROM {chosen} AS c
LEFT JOIN {validations} AS v ON v.PackageID = c.PackageID AND v.DPID = c.DPID
LEFT JOIN {versions} AS r ON r.PackageID = c.PackageID AND r.NALPath = c.NALPath
