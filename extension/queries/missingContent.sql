-- Facts of every expected pair of package and DP, but for those that are plainly validated: they are only
-- counted. What is plain is decided on the safe side; the verdicts are core/reconcile's.
-- A pair is numbered DPID * 1048576 + PackageNo, so that all that follows joins on one number.

-- step: dps
-- Of several rows of one DP the newest counts.
SELECT i.ID AS DPID, i.NALPath AS NALPath, i.ServerName AS ServerName, i.SiteCode AS SiteCode,
  CONCAT('\\', LOWER(i.ServerName), '\|') AS Ending,
  CONCAT('|', LOWER(i.ServerName)) AS Beginning
FROM v_DistributionPointInfo AS i
WHERE NOT EXISTS (
  SELECT 1 FROM v_DistributionPointInfo AS n
  WHERE n.ServerName = i.ServerName AND n.ResourceType = i.ResourceType AND n.ID > i.ID)

-- step: packageIds
SELECT p.PackageID AS PackageID FROM v_Package AS p
UNION
SELECT t.PackageID AS PackageID FROM v_DistributionPoint AS t
UNION
SELECT g.PkgID AS PackageID FROM v_DPGroupPackages AS g

-- step: packages
-- Plain: with content that the site has finished with. NULL decides against it.
SELECT ROW_NUMBER() OVER (ORDER BY p.SourceVersion) AS PackageNo, i.PackageID AS PackageID,
  p.SourceVersion AS SourceVersion,
  CASE WHEN p.PackageType <> 4 AND p.PkgSourceFlag <> 1 AND COALESCE(p.PkgFlags, 0) & 268435456 = 0
    AND p.ActionInProgress = 0 AND s.Action <> 3 AND s.StoredPkgVersion >= p.SourceVersion
    THEN 1 ELSE 0 END AS Plain
FROM {packageIds} AS i
LEFT JOIN v_Package AS p ON p.PackageID = i.PackageID
LEFT JOIN v_SmsPackage AS s ON s.PkgID = i.PackageID

-- step: lastPasses
-- Pairs whose newest status is a 2384 that is still kept: the status view says whose it is.
SELECT CAST(s.DPID AS bigint) * 1048576 + p.PackageNo AS PairNo, s.DPID AS DPID, p.SourceVersion AS SourceVersion,
  m.RecordID AS RecordID, m.Time AS Time,
  (SELECT MAX(a.AttributeValue) FROM v_StatMsgAttributes AS a
    WHERE a.RecordID = m.RecordID AND a.AttributeID = 410) AS Version
FROM vSMS_DistributionDPStatus AS s
INNER JOIN v_StatusMessage AS m ON m.RecordID = s.LastStatusID
INNER JOIN {packages} AS p ON p.PackageID = s.PackageID
WHERE s.MessageID = 2384 AND s.MessageState = 1 AND m.MessageID = 2384
-- otherwise: lastPasses
SELECT CAST(NULL AS bigint) AS PairNo, d.DPID AS DPID, CAST(NULL AS int) AS SourceVersion,
  CAST(NULL AS bigint) AS RecordID, CAST(NULL AS datetime) AS Time, CAST(NULL AS nvarchar(255)) AS Version
FROM {dps} AS d
WHERE 1 = 0

-- step: messages
-- All others that speak of a package on a DP, or of a cycle. 2380 and 2381 only announce a result.
SELECT m.RecordID AS RecordID, m.MessageID AS MessageID, m.Time AS Time,
  CASE WHEN m.Component = 'SMS_Distribution_Point_Monitoring' THEN m.MachineName END AS Machine,
  (SELECT MAX(a.AttributeValue) FROM v_StatMsgAttributes AS a
    WHERE a.RecordID = m.RecordID AND a.AttributeID = 400) AS PackageID,
  (SELECT MAX(a.AttributeValue) FROM v_StatMsgAttributes AS a
    WHERE a.RecordID = m.RecordID AND a.AttributeID = 404) AS DpText,
  (SELECT MAX(a.AttributeValue) FROM v_StatMsgAttributes AS a
    WHERE a.RecordID = m.RecordID AND a.AttributeID = 410) AS Version
FROM v_StatusMessage AS m
LEFT JOIN {lastPasses} AS p ON p.RecordID = m.RecordID
WHERE p.RecordID IS NULL
  AND (m.MessageID >= 2300 AND m.MessageID <= 2379 OR m.MessageID >= 2382 AND m.MessageID <= 2399
    OR m.MessageID >= 8200 AND m.MessageID <= 8212 OR m.MessageID >= 9506 AND m.MessageID <= 9509)

-- step: loose
-- Insertion strings of messages that lack an attribute.
SELECT m.RecordID AS RecordID, s.InsStrValue AS Text
FROM {messages} AS m
INNER JOIN v_StatMsgInsStrings AS s ON s.RecordID = m.RecordID
WHERE s.InsStrIndex <= 2 AND s.InsStrValue IS NOT NULL AND (m.PackageID IS NULL OR m.DpText IS NULL)

-- step: spellings
-- Every way in which rows and messages name a DP.
SELECT t.ServerNALPath AS Text FROM v_DistributionPoint AS t
UNION
SELECT s.ServerNALPath AS Text FROM v_PackageStatusDistPointsSumm AS s
UNION
SELECT g.DPNALPath AS Text FROM v_DPGroupMembers AS g
UNION
SELECT m.DpText AS Text FROM {messages} AS m WHERE m.DpText IS NOT NULL
UNION
SELECT m.Machine AS Text FROM {messages} AS m WHERE m.Machine IS NOT NULL AND m.DpText IS NULL
UNION
SELECT l.Text AS Text FROM {loose} AS l

-- step: spelt
SELECT s.Text AS Text, CONCAT(LOWER(s.Text), '|') AS Ended, CONCAT('|', LOWER(s.Text), '.') AS Begun,
  CASE WHEN REPLACE(REPLACE(s.Text, '.', ''), '\', '') = s.Text THEN 1 ELSE 0 END AS IsHost
FROM {spellings} AS s
LEFT JOIN {dps} AS d ON d.NALPath = s.Text
WHERE d.DPID IS NULL

-- step: names
-- A spelling names a DP when it is its NAL path, ends in its server part, is its bare name, or is a bare host
-- name; and when it names one only.
SELECT d.NALPath AS Text, CASE WHEN MIN(d.DPID) = MAX(d.DPID) THEN MIN(d.DPID) END AS DPID
FROM {dps} AS d
GROUP BY d.NALPath
UNION ALL
SELECT s.Text AS Text, CASE WHEN MIN(d.DPID) = MAX(d.DPID) THEN MIN(d.DPID) END AS DPID
FROM {spelt} AS s
LEFT JOIN {dps} AS d ON REPLACE(s.Ended, d.Ending, '') <> s.Ended
  OR d.ServerName = s.Text
  OR (s.IsHost = 1 AND REPLACE(d.Beginning, s.Begun, '') <> d.Beginning)
GROUP BY s.Text

-- step: strings
SELECT l.RecordID AS RecordID, MAX(p.PackageNo) AS PackageNo,
  CASE WHEN MIN(n.DPID) = MAX(n.DPID) THEN MIN(n.DPID) END AS DPID
FROM {loose} AS l
LEFT JOIN {packages} AS p ON p.PackageID = l.Text
LEFT JOIN {names} AS n ON n.Text = l.Text
GROUP BY l.RecordID

-- step: told
SELECT m.RecordID AS RecordID, m.MessageID AS MessageID, m.Time AS Time, m.Version AS Version,
  COALESCE(n.DPID, s.DPID, w.DPID) AS DPID, COALESCE(p.PackageNo, s.PackageNo) AS PackageNo
FROM {messages} AS m
LEFT JOIN {packages} AS p ON p.PackageID = m.PackageID
LEFT JOIN {names} AS n ON n.Text = m.DpText
LEFT JOIN {strings} AS s ON s.RecordID = m.RecordID
LEFT JOIN {names} AS w ON w.Text = m.Machine

-- step: marks
SELECT t.DPID AS DPID,
  MAX(CASE WHEN t.MessageID = 2386 THEN t.Time END) AS LastEnd,
  MAX(CASE WHEN t.MessageID = 2393 THEN t.Time END) AS NewestStart,
  MAX(CASE WHEN t.MessageID = 2388 THEN t.Time END) AS NewestBroken
FROM {told} AS t
WHERE t.DPID IS NOT NULL AND t.MessageID IN (2386, 2388, 2393)
GROUP BY t.DPID

-- step: windows
SELECT m.DPID AS DPID, m.LastEnd AS LastEnd, MAX(t.Time) AS PreviousEnd
FROM {marks} AS m
LEFT JOIN {told} AS t ON t.DPID = m.DPID AND t.MessageID = 2386 AND t.Time < m.LastEnd
GROUP BY m.DPID, m.LastEnd

-- step: cycles
SELECT w.DPID AS DPID, w.LastEnd AS LastEnd, w.PreviousEnd AS PreviousEnd, MAX(t.Time) AS StartMark
FROM {windows} AS w
LEFT JOIN {told} AS t ON t.DPID = w.DPID AND t.MessageID = 2393 AND t.Time <= w.LastEnd
  AND (w.PreviousEnd IS NULL OR t.Time > w.PreviousEnd)
GROUP BY w.DPID, w.LastEnd, w.PreviousEnd

-- step: targets
-- Quiet: the one row of the DP's own site, untouched since the last finished cycle began.
SELECT CAST(n.DPID AS bigint) * 1048576 + p.PackageNo AS PairNo, n.DPID AS DPID, p.PackageNo AS PackageNo,
  CASE WHEN t.Status = 3 THEN 0 ELSE 1 END AS Standing,
  CASE WHEN t.Status <> 3 AND p.Plain = 1 AND t.LastRefreshTime < c.StartMark
    AND t.SiteCode = d.SiteCode AND d.NALPath = t.ServerNALPath THEN 1 ELSE 0 END AS Quiet
FROM {names} AS n
INNER JOIN v_DistributionPoint AS t ON t.ServerNALPath = n.Text
INNER JOIN {packages} AS p ON p.PackageID = t.PackageID
LEFT JOIN {dps} AS d ON d.DPID = n.DPID
LEFT JOIN {cycles} AS c ON c.DPID = n.DPID

-- step: troubled
SELECT t.PairNo AS PairNo FROM {targets} AS t WHERE t.Quiet = 0

-- result: counts
SELECT COUNT(*) AS N FROM {troubled} AS t
