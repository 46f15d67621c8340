-- What has become of some pairs since a time: their targets, states, newest jobs and messages, and their packages.
-- @wanted is one text of entries of 19 characters: DPID (10 digits, 0 for a package by itself), PackageID (8
-- characters), and one that is not looked at (queries/textList.ts).

-- step: digits
SELECT 0 AS N UNION ALL SELECT 1 AS N UNION ALL SELECT 2 AS N UNION ALL SELECT 3 AS N UNION ALL SELECT 4 AS N
UNION ALL SELECT 5 AS N UNION ALL SELECT 6 AS N UNION ALL SELECT 7 AS N UNION ALL SELECT 8 AS N UNION ALL SELECT 9 AS N

-- step: hundred
SELECT a.N * 10 + b.N AS N FROM {digits} AS a CROSS JOIN {digits} AS b

-- step: wantedBlocks
SELECT a.N AS N, SUBSTRING(@wanted, a.N * 1900 + 1, 1900) AS Text
FROM {hundred} AS a
WHERE a.N <= @wantedCount / 100

-- step: wanted
SELECT CAST(SUBSTRING(k.Text, h.N * 19 + 1, 10) AS bigint) AS DPID,
  RTRIM(SUBSTRING(k.Text, h.N * 19 + 11, 8)) AS PackageID
FROM {wantedBlocks} AS k
CROSS JOIN {hundred} AS h
WHERE k.N * 100 + h.N < @wantedCount

-- step: wantedPackages
SELECT DISTINCT w.PackageID AS PackageID FROM {wanted} AS w

-- step: pairs
SELECT d.ID AS DPID, w.PackageID AS PackageID, d.NALPath AS NALPath, d.ServerName AS ServerName
FROM {wanted} AS w
INNER JOIN v_DistributionPointInfo AS d ON d.ID = w.DPID

-- step: heads
-- CROSS JOIN keeps SQLite to this order: few packages, then their messages.
SELECT m.RecordID AS RecordID, m.MessageID AS MessageID, m.Time AS Time, m.Win32Error AS Win32Error,
  m.MachineName AS MachineName, m.Component AS Component, p.PackageID AS PackageID
FROM {wantedPackages} AS p
CROSS JOIN v_StatMsgAttributes AS a
INNER JOIN v_StatusMessage AS m ON m.RecordID = a.RecordID
WHERE a.AttributeID = 400 AND a.AttributeValue = p.PackageID AND m.Time >= @since

-- step: addressed
SELECT h.RecordID AS RecordID, h.MessageID AS MessageID, h.Time AS Time, h.Win32Error AS Win32Error,
  h.PackageID AS PackageID,
  COALESCE((SELECT MAX(a.AttributeValue) FROM v_StatMsgAttributes AS a
    WHERE a.RecordID = h.RecordID AND a.AttributeID = 404),
    CASE WHEN h.Component = 'SMS_Distribution_Point_Monitoring' THEN h.MachineName END) AS DpText
FROM {heads} AS h

-- step: told
SELECT h.RecordID AS RecordID, p.DPID AS DPID
FROM {addressed} AS h
INNER JOIN {pairs} AS p ON p.PackageID = h.PackageID
  AND (p.NALPath = h.DpText OR p.ServerName = h.DpText)

-- step: targets
-- Of a reassigned DP, rows of the old site's NAL path are not looked at.
SELECT p.DPID AS DPID, p.PackageID AS PackageID, COUNT(*) AS Targets, MIN(t.Status) AS Status,
  MAX(t.LastRefreshTime) AS LastRefreshTime
FROM {pairs} AS p
CROSS JOIN v_DistributionPoint AS t
WHERE t.PackageID = p.PackageID AND t.ServerNALPath = p.NALPath
GROUP BY p.DPID, p.PackageID

-- step: summaries
SELECT p.DPID AS DPID, p.PackageID AS PackageID, MAX(s.State) AS State, MAX(s.LastCopied) AS LastCopied
FROM {pairs} AS p
CROSS JOIN v_PackageStatusDistPointsSumm AS s
WHERE s.PackageID = p.PackageID AND s.ServerNALPath = p.NALPath
GROUP BY p.DPID, p.PackageID
-- otherwise: summaries
SELECT p.DPID AS DPID, p.PackageID AS PackageID, CAST(NULL AS int) AS State, CAST(NULL AS datetime) AS LastCopied
FROM {pairs} AS p
WHERE 1 = 0

-- step: jobs
SELECT p.DPID AS DPID, p.PackageID AS PackageID, j.State AS State,
  j.CreationTime AS CreationTime, j.LastUpdateTime AS LastUpdateTime, j.RemainingSize AS RemainingSize,
  j.TotalSize AS TotalSize, ROW_NUMBER() OVER (PARTITION BY p.DPID, p.PackageID ORDER BY j.JobID DESC) AS Age
FROM vSMS_DistributionJob AS j
INNER JOIN {pairs} AS p ON p.PackageID = j.PkgID AND p.NALPath = j.NALPath
-- otherwise: jobs
SELECT p.DPID AS DPID, p.PackageID AS PackageID, CAST(NULL AS int) AS State,
  CAST(NULL AS datetime) AS CreationTime, CAST(NULL AS datetime) AS LastUpdateTime,
  CAST(NULL AS bigint) AS RemainingSize, CAST(NULL AS bigint) AS TotalSize, CAST(NULL AS bigint) AS Age
FROM {pairs} AS p
WHERE 1 = 0

-- step: statuses
-- The newest status of a pair is the site's own reading of a message, whatever attributes that lacks.
SELECT p.DPID AS DPID, p.PackageID AS PackageID, s.LastStatusID AS RecordID, s.MessageID AS MessageID,
  s.LastUpdateDate AS Time
FROM {pairs} AS p
CROSS JOIN vSMS_DistributionDPStatus AS s
WHERE s.PackageID = p.PackageID AND s.DPID = p.DPID AND s.LastUpdateDate >= @since
-- otherwise: statuses
SELECT p.DPID AS DPID, p.PackageID AS PackageID, CAST(NULL AS bigint) AS RecordID, CAST(NULL AS int) AS MessageID,
  CAST(NULL AS datetime) AS Time
FROM {pairs} AS p
WHERE 1 = 0

-- result: package
SELECT w.PackageID AS PackageID, p.SourceVersion AS SourceVersion, p.ActionInProgress AS ActionInProgress
FROM {wantedPackages} AS w
INNER JOIN v_Package AS p ON p.PackageID = w.PackageID

-- result: pair
SELECT p.DPID AS DPID, p.PackageID AS PackageID, COALESCE(t.Targets, 0) AS Targets, t.Status AS Status,
  t.LastRefreshTime AS LastRefreshTime, s.State AS State, s.LastCopied AS LastCopied
FROM {pairs} AS p
LEFT JOIN {targets} AS t ON t.PackageID = p.PackageID AND t.DPID = p.DPID
LEFT JOIN {summaries} AS s ON s.PackageID = p.PackageID AND s.DPID = p.DPID

-- result: job
-- The newest of each pair.
SELECT j.DPID AS DPID, j.PackageID AS PackageID, j.State AS State, j.CreationTime AS CreationTime,
  j.LastUpdateTime AS LastUpdateTime, CAST(j.RemainingSize AS varchar(20)) AS RemainingSize,
  CAST(j.TotalSize AS varchar(20)) AS TotalSize
FROM {jobs} AS j
WHERE j.Age = 1

-- result: message
SELECT CAST(h.RecordID AS varchar(20)) AS RecordID, t.DPID AS DPID, h.PackageID AS PackageID,
  h.MessageID AS MessageID, h.Time AS Time, h.Win32Error AS Win32Error,
  (SELECT MAX(s.InsStrValue) FROM v_StatMsgInsStrings AS s
    WHERE s.RecordID = h.RecordID AND s.InsStrIndex = 2) AS String3
FROM {told} AS t
INNER JOIN {heads} AS h ON h.RecordID = t.RecordID

-- result: status
SELECT s.DPID AS DPID, s.PackageID AS PackageID, CAST(s.RecordID AS varchar(20)) AS RecordID,
  s.MessageID AS MessageID, s.Time AS Time
FROM {statuses} AS s
