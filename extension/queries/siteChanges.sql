-- What may have changed since marks were taken, and the marks as of now. Without marks (@sinceCount 0) nothing counts
-- as changed. @since is one text of entries of 24 characters: a site code (5) and the newest RecordID that was seen
-- of it (19 digits). Rows are told by their dates from @changedAfter on: status messages alone come late.
-- @packages is one text of IDs (8 characters each) of packages that are targeted and that v_Package may lack.

-- step: digits
SELECT 0 AS N UNION ALL SELECT 1 AS N UNION ALL SELECT 2 AS N UNION ALL SELECT 3 AS N UNION ALL SELECT 4 AS N
UNION ALL SELECT 5 AS N UNION ALL SELECT 6 AS N UNION ALL SELECT 7 AS N UNION ALL SELECT 8 AS N UNION ALL SELECT 9 AS N

-- step: hundred
SELECT a.N * 10 + b.N AS N FROM {digits} AS a CROSS JOIN {digits} AS b

-- step: since
SELECT RTRIM(SUBSTRING(@since, (a.N * 100 + b.N) * 24 + 1, 5)) AS SiteCode,
  CAST(SUBSTRING(@since, (a.N * 100 + b.N) * 24 + 6, 19) AS bigint) AS RecordID
FROM {hundred} AS a
CROSS JOIN {hundred} AS b
WHERE a.N * 100 + b.N < @sinceCount

-- same: dps

-- same: ownPaths

-- step: newTargets
SELECT s.ServerNALPath AS Text, s.PackageID AS PackageID
FROM v_DistributionPoint AS s
WHERE @sinceCount > 0 AND s.LastRefreshTime >= @changedAfter

-- step: packageIds
-- To look for those that are targeted would take longer than all else: they are told.
SELECT p.PackageID AS PackageID FROM v_Package AS p
UNION
SELECT RTRIM(SUBSTRING(@packages, (a.N * 100 + b.N) * 8 + 1, 8)) AS PackageID
FROM {hundred} AS a
CROSS JOIN {hundred} AS b
WHERE a.N * 100 + b.N < @packagesCount
UNION
SELECT t.PackageID AS PackageID FROM {newTargets} AS t
UNION
SELECT g.PkgID AS PackageID FROM v_DPGroupPackages AS g
-- otherwise: packageIds
SELECT p.PackageID AS PackageID FROM v_Package AS p
UNION
SELECT RTRIM(SUBSTRING(@packages, (a.N * 100 + b.N) * 8 + 1, 8)) AS PackageID
FROM {hundred} AS a
CROSS JOIN {hundred} AS b
WHERE a.N * 100 + b.N < @packagesCount
UNION
SELECT t.PackageID AS PackageID FROM {newTargets} AS t

-- same: packages

-- step: newestOfSite
-- Since the marks; without marks, of all messages.
SELECT s.SiteCode AS SiteCode, (SELECT MAX(m.RecordID) FROM v_StatusMessage AS m
  WHERE m.SiteCode = s.SiteCode AND m.RecordID >= (SELECT COALESCE(MIN(o.RecordID), 0) FROM {since} AS o)) AS RecordID
FROM v_Site AS s

-- step: allMessages
SELECT (SELECT COUNT(*) FROM v_StatusMessage AS m WHERE m.MessageID >= 2300 AND m.MessageID <= 2399)
  + (SELECT COUNT(*) FROM v_StatusMessage AS m WHERE m.MessageID >= 8200 AND m.MessageID <= 8212)
  + (SELECT COUNT(*) FROM v_StatusMessage AS m WHERE m.MessageID >= 9506 AND m.MessageID <= 9509) AS Messages

-- step: lateMessages
-- That came since the newest was looked up: they are for the next time.
SELECT COUNT(*) AS Messages
FROM {newestOfSite} AS n
CROSS JOIN v_StatusMessage AS m
WHERE m.RecordID > n.RecordID AND m.SiteCode = n.SiteCode
  AND (m.MessageID + 0 >= 2300 AND m.MessageID + 0 <= 2399
  OR m.MessageID + 0 >= 8200 AND m.MessageID + 0 <= 8212 OR m.MessageID + 0 >= 9506 AND m.MessageID + 0 <= 9509)

-- step: heads
-- Sums keep SQLite from looking for the message IDs first, here and above.
SELECT m.RecordID AS RecordID, m.MessageID AS MessageID, m.Time AS Time
FROM v_StatusMessage AS m
INNER JOIN {since} AS s ON s.SiteCode = m.SiteCode
INNER JOIN {newestOfSite} AS n ON n.SiteCode = m.SiteCode
WHERE m.RecordID > (SELECT MIN(o.RecordID) FROM {since} AS o) AND m.RecordID > s.RecordID
  AND m.RecordID <= n.RecordID
  AND (m.MessageID + 0 >= 2300 AND m.MessageID + 0 <= 2399
  OR m.MessageID + 0 >= 8200 AND m.MessageID + 0 <= 8212 OR m.MessageID + 0 >= 9506 AND m.MessageID + 0 <= 9509)

-- same: known

-- same: others

-- same: addressed

-- same: messages

-- same: loose

-- step: newSummaries
SELECT s.ServerNALPath AS Text, s.PackageID AS PackageID
FROM v_PackageStatusDistPointsSumm AS s
WHERE @sinceCount > 0 AND s.SummaryDate >= @changedAfter
-- otherwise: newSummaries
SELECT d.NALPath AS Text, CAST(NULL AS varchar(20)) AS PackageID FROM {dps} AS d WHERE 1 = 0

-- step: newVersions
SELECT s.DPNALPath AS Text, s.PkgID AS PackageID
FROM v_ContentDistributionVersions AS s
WHERE @sinceCount > 0 AND s.ValidatedVersionTime >= @changedAfter
-- otherwise: newVersions
SELECT d.NALPath AS Text, CAST(NULL AS varchar(20)) AS PackageID FROM {dps} AS d WHERE 1 = 0

-- step: spellings
SELECT m.Spelling AS Text FROM {messages} AS m WHERE m.Spelling IS NOT NULL
UNION
SELECT m.Machine AS Text FROM {messages} AS m WHERE m.Machine IS NOT NULL
UNION
SELECT l.Text AS Text FROM {loose} AS l
UNION
SELECT s.Text AS Text FROM {newSummaries} AS s WHERE s.Text IS NOT NULL
UNION
SELECT v.Text AS Text FROM {newVersions} AS v WHERE v.Text IS NOT NULL
UNION
SELECT t.Text AS Text FROM {newTargets} AS t WHERE t.Text IS NOT NULL

-- same: hosts

-- same: spelt

-- same: names

-- same: strings

-- same: told

-- step: newStatuses
SELECT s.DPID AS DPID, s.PackageID AS PackageID
FROM vSMS_DistributionDPStatus AS s
WHERE @sinceCount > 0 AND s.LastUpdateDate >= @changedAfter
-- otherwise: newStatuses
SELECT d.DPID AS DPID, CAST(NULL AS varchar(20)) AS PackageID FROM {dps} AS d WHERE 1 = 0

-- step: newStates
SELECT s.DPID AS DPID, s.PkgID AS PackageID
FROM v_ContentDistribution AS s
WHERE @sinceCount > 0 AND s.SummaryDate >= @changedAfter
-- otherwise: newStates
SELECT d.DPID AS DPID, CAST(NULL AS varchar(20)) AS PackageID FROM {dps} AS d WHERE 1 = 0

-- step: newPaths
SELECT s.Text AS Text, s.PackageID AS PackageID FROM {newSummaries} AS s
UNION
SELECT v.Text AS Text, v.PackageID AS PackageID FROM {newVersions} AS v
UNION
SELECT t.Text AS Text, t.PackageID AS PackageID FROM {newTargets} AS t

-- step: jobs
SELECT CAST(j.JobID AS varchar(20)) AS JobID, j.DPID AS DPID, j.PkgID AS PackageID, j.State AS State,
  j.CreationTime AS CreationTime, j.StartTime AS StartTime, j.LastUpdateTime AS LastUpdateTime
FROM vSMS_DistributionJob AS j
-- otherwise: jobs
SELECT CAST(NULL AS varchar(20)) AS JobID, d.DPID AS DPID, CAST(NULL AS varchar(20)) AS PackageID,
  CAST(NULL AS int) AS State, CAST(NULL AS datetime) AS CreationTime, CAST(NULL AS datetime) AS StartTime,
  CAST(NULL AS datetime) AS LastUpdateTime
FROM {dps} AS d
WHERE 1 = 0

-- same: contentIds

-- result: messageCount
SELECT a.Messages - l.Messages AS Messages FROM {allMessages} AS a CROSS JOIN {lateMessages} AS l

-- result: newest
SELECT n.SiteCode AS SiteCode, CAST(n.RecordID AS varchar(20)) AS RecordID
FROM {newestOfSite} AS n
WHERE n.RecordID IS NOT NULL

-- result: targetsByPath
SELECT t.ServerNALPath AS NALPath, COUNT(*) AS Targets,
  CAST(SUM(CAST(COALESCE(t.Status, -1) AS bigint)) AS varchar(20)) AS Statuses
FROM v_DistributionPoint AS t
GROUP BY t.ServerNALPath

-- result: ownTargets
-- Rows of the DP's own path and site.
SELECT d.DPID AS DPID, (SELECT COUNT(*) FROM v_DistributionPoint AS t
  WHERE t.ServerNALPath = d.NALPath AND t.SiteCode = d.SiteCode) AS Targets
FROM {dps} AS d

-- result: newTarget
SELECT DISTINCT t.PackageID AS PackageID FROM {newTargets} AS t

-- result: content
SELECT c.PackageID AS PackageID FROM {contentIds} AS c

-- result: job
SELECT j.JobID AS JobID, j.DPID AS DPID, j.PackageID AS PackageID, j.State AS State,
  j.CreationTime AS CreationTime, j.StartTime AS StartTime, j.LastUpdateTime AS LastUpdateTime
FROM {jobs} AS j

-- result: news
SELECT CAST(t.RecordID AS varchar(20)) AS RecordID, t.MessageID AS MessageID, t.Time AS Time, t.DPID AS DPID,
  p.PackageID AS PackageID, CASE WHEN m.LooseID IS NULL THEN 0 ELSE 1 END AS Lacks,
  CASE WHEN s.Text IS NULL THEN 0 ELSE 1 END AS IsSample
FROM {told} AS t
LEFT JOIN {messages} AS m ON m.RecordID = t.RecordID
LEFT JOIN {packages} AS p ON p.PackageNo = t.PackageNo
LEFT JOIN {spelt} AS s ON s.Text = m.Spelling

-- result: changed
SELECT n.DPID AS DPID, w.PackageID AS PackageID FROM {newPaths} AS w INNER JOIN {names} AS n ON n.Text = w.Text
UNION
SELECT s.DPID AS DPID, s.PackageID AS PackageID FROM {newStatuses} AS s
UNION
SELECT s.DPID AS DPID, s.PackageID AS PackageID FROM {newStates} AS s
