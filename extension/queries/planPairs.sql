-- What a plan has to know of its pairs at the moment when it is made: the instance that would be written, what the
-- site does with it, and whether the sources of a pull DP have the content.
-- @wanted is one text of entries of 19 characters each (textList.ts): DPID (10 digits) and PackageID (8 characters).
-- A pair is found by the DP's current NAL path: rows of other spellings are never written.

-- step: digits
SELECT 0 AS N UNION ALL SELECT 1 AS N UNION ALL SELECT 2 AS N UNION ALL SELECT 3 AS N UNION ALL SELECT 4 AS N
UNION ALL SELECT 5 AS N UNION ALL SELECT 6 AS N UNION ALL SELECT 7 AS N UNION ALL SELECT 8 AS N UNION ALL SELECT 9 AS N

-- step: hundred
SELECT a.N * 10 + b.N AS N FROM {digits} AS a CROSS JOIN {digits} AS b

-- step: wantedBlocks
SELECT a.N * 100 + b.N AS N, SUBSTRING(@wanted, (a.N * 100 + b.N) * 1900 + 1, 1900) AS Text
FROM {hundred} AS a
CROSS JOIN {hundred} AS b
WHERE a.N * 100 + b.N <= @wantedCount / 100

-- step: wanted
SELECT CAST(SUBSTRING(k.Text, h.N * 19 + 1, 10) AS bigint) AS DPID,
  RTRIM(SUBSTRING(k.Text, h.N * 19 + 11, 8)) AS PackageID
FROM {wantedBlocks} AS k
CROSS JOIN {hundred} AS h
WHERE k.N * 100 + h.N < @wantedCount

-- step: wantedPackages
SELECT DISTINCT w.PackageID AS PackageID FROM {wanted} AS w

-- step: pairs
SELECT w.DPID AS DPID, w.PackageID AS PackageID, d.NALPath AS NALPath
FROM {wanted} AS w
INNER JOIN v_DistributionPointInfo AS d ON d.ID = w.DPID

-- step: summaries
-- CROSS JOIN keeps SQLite to this order, here and below.
SELECT p.DPID AS DPID, p.PackageID AS PackageID, s.SiteCode AS SiteCode, s.State AS State
FROM {pairs} AS p
CROSS JOIN v_PackageStatusDistPointsSumm AS s
WHERE s.PackageID = p.PackageID AND s.ServerNALPath = p.NALPath
-- otherwise: summaries
SELECT p.DPID AS DPID, p.PackageID AS PackageID, CAST(NULL AS varchar(20)) AS SiteCode, CAST(NULL AS int) AS State
FROM {pairs} AS p
WHERE 1 = 0

-- step: jobs
-- States 5, 6 and 7 are the ends of a job.
SELECT p.DPID AS DPID, p.PackageID AS PackageID, j.State AS State
FROM {pairs} AS p
CROSS JOIN vSMS_DistributionJob AS j
WHERE j.PkgID = p.PackageID AND j.DPID = p.DPID AND j.State <> 5 AND j.State <> 6 AND j.State <> 7
-- otherwise: jobs
SELECT p.DPID AS DPID, p.PackageID AS PackageID, CAST(NULL AS int) AS State
FROM {pairs} AS p
WHERE 1 = 0

-- step: sourcePaths
SELECT DISTINCT p.PackageID AS PackageID, m.SourceDPNALPath AS NALPath
FROM {pairs} AS p
INNER JOIN vPullDPFullMap AS m ON m.PullDPNALPath = p.NALPath
-- otherwise: sourcePaths
SELECT p.PackageID AS PackageID, p.NALPath AS NALPath
FROM {pairs} AS p
WHERE 1 = 0

-- step: sourceStates
SELECT q.PackageID AS PackageID, q.NALPath AS NALPath, s.State AS State
FROM {sourcePaths} AS q
CROSS JOIN v_PackageStatusDistPointsSumm AS s
WHERE s.PackageID = q.PackageID AND s.ServerNALPath = q.NALPath
-- otherwise: sourceStates
SELECT q.PackageID AS PackageID, q.NALPath AS NALPath, CAST(NULL AS int) AS State
FROM {sourcePaths} AS q
WHERE 1 = 0

-- step: siteCopies
-- Type 1 is the copy of the site itself.
SELECT p.PackageID AS PackageID, s.SiteCode AS SiteCode, s.Status AS Status
FROM {wantedPackages} AS p
CROSS JOIN v_PackageStatus AS s
WHERE s.PackageID = p.PackageID AND s.Type = 1
-- otherwise: siteCopies
SELECT p.PackageID AS PackageID, CAST(NULL AS varchar(20)) AS SiteCode, CAST(NULL AS int) AS Status
FROM {wantedPackages} AS p
WHERE 1 = 0

-- result: package
SELECT p.PackageID AS PackageID, c.SourceVersion AS SourceVersion, c.ActionInProgress AS ActionInProgress,
  c.SourceDate AS SourceDate
FROM {wantedPackages} AS p
INNER JOIN v_Package AS c ON c.PackageID = p.PackageID

-- result: target
SELECT p.DPID AS DPID, p.PackageID AS PackageID, t.SiteCode AS SiteCode, t.Status AS Status,
  t.LastRefreshTime AS LastRefreshTime
FROM {pairs} AS p
CROSS JOIN v_DistributionPoint AS t
WHERE t.PackageID = p.PackageID AND t.ServerNALPath = p.NALPath

-- result: summary
SELECT s.DPID AS DPID, s.PackageID AS PackageID, s.SiteCode AS SiteCode, s.State AS State FROM {summaries} AS s

-- result: job
SELECT j.DPID AS DPID, j.PackageID AS PackageID, j.State AS State FROM {jobs} AS j

-- result: source
SELECT s.PackageID AS PackageID, s.NALPath AS NALPath, s.State AS State FROM {sourceStates} AS s

-- result: siteCopy
SELECT s.PackageID AS PackageID, s.SiteCode AS SiteCode, s.Status AS Status FROM {siteCopies} AS s
