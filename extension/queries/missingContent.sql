-- Facts of every expected pair of package and DP, but for those that are plainly validated: these are only
-- counted. What is plain is decided on the safe side; the verdicts are core/reconcile's.
-- A pair is numbered DPID * 1048576 + PackageNo, so that all that follows joins on one number.
-- With @countPlain 0 all pairs are sent.

-- step: dps
-- Of several rows of one DP the newest counts.
SELECT i.ID AS DPID, i.NALPath AS NALPath, i.ServerName AS ServerName, i.SiteCode AS SiteCode,
  CONCAT('\\', LOWER(i.ServerName), '\|') AS Ending,
  CONCAT('|', LOWER(i.ServerName)) AS Beginning
FROM v_DistributionPointInfo AS i
WHERE NOT EXISTS (
  SELECT 1 FROM v_DistributionPointInfo AS n
  WHERE n.ServerName = i.ServerName AND n.ResourceType = i.ResourceType AND n.ID > i.ID)

-- step: ownPaths
-- What a DP's own NAL path names: that DP, when it is the only one with it.
SELECT d.NALPath AS Text, CASE WHEN MIN(d.DPID) = MAX(d.DPID) THEN MIN(d.DPID) END AS DPID
FROM {dps} AS d
GROUP BY d.NALPath

-- step: packageTargets
SELECT t.PackageID AS PackageID, COUNT(*) AS Pairs
FROM v_DistributionPoint AS t
GROUP BY t.PackageID

-- step: packageIds
SELECT p.PackageID AS PackageID FROM v_Package AS p
UNION
SELECT t.PackageID AS PackageID FROM {packageTargets} AS t
UNION
SELECT g.PkgID AS PackageID FROM v_DPGroupPackages AS g
-- otherwise: packageIds
SELECT p.PackageID AS PackageID FROM v_Package AS p
UNION
SELECT t.PackageID AS PackageID FROM {packageTargets} AS t

-- step: packages
-- Plain: with content that the site has finished with. NULL decides against it.
SELECT ROW_NUMBER() OVER (ORDER BY p.SourceVersion) AS PackageNo, i.PackageID AS PackageID,
  p.SourceVersion AS SourceVersion, CAST(p.SourceVersion AS varchar(20)) AS VersionText,
  CASE WHEN p.PackageType <> 4 AND p.PkgSourceFlag <> 1 AND COALESCE(p.PkgFlags, 0) & 268435456 = 0
    AND p.ActionInProgress = 0 AND s.Action <> 3 AND s.StoredPkgVersion >= p.SourceVersion
    THEN 1 ELSE 0 END AS Plain
FROM {packageIds} AS i
LEFT JOIN v_Package AS p ON p.PackageID = i.PackageID
LEFT JOIN v_SmsPackage AS s ON s.PkgID = i.PackageID

-- step: otherPasses
-- All but the newest status of their pair: of that, the status view says whose it is.
SELECT m.RecordID AS RecordID, m.MessageID AS MessageID, m.Time AS Time
FROM v_StatusMessage AS m
WHERE m.MessageID = 2384 AND NOT EXISTS (SELECT 1 FROM vSMS_DistributionDPStatus AS s
  WHERE s.LastStatusID = m.RecordID AND s.MessageID = 2384 AND s.MessageState = 1)
-- otherwise: otherPasses
SELECT m.RecordID AS RecordID, m.MessageID AS MessageID, m.Time AS Time
FROM v_StatusMessage AS m
WHERE m.MessageID = 2384

-- step: kinds
-- Message IDs that speak of a package on a DP, or of a cycle. 2380 and 2381 only announce a result.
SELECT 2300 AS FromID, 2379 AS ToID, 0 AS IsPass
UNION ALL
SELECT 2382 AS FromID, 2383 AS ToID, 0 AS IsPass
UNION ALL
SELECT 2384 AS FromID, 2384 AS ToID, 1 AS IsPass
UNION ALL
SELECT 2385 AS FromID, 2399 AS ToID, 0 AS IsPass
UNION ALL
SELECT 8200 AS FromID, 8212 AS ToID, 0 AS IsPass
UNION ALL
SELECT 9506 AS FromID, 9509 AS ToID, 0 AS IsPass

-- step: heads
-- CROSS JOIN keeps SQLite to this order: an index finds the messages of each kind.
SELECT m.RecordID AS RecordID, m.MessageID AS MessageID, m.Time AS Time
FROM {kinds} AS k
CROSS JOIN v_StatusMessage AS m
WHERE k.IsPass = 0 AND m.MessageID >= k.FromID AND m.MessageID <= k.ToID
UNION ALL
SELECT p.RecordID AS RecordID, p.MessageID AS MessageID, p.Time AS Time FROM {otherPasses} AS p

-- step: known
-- Those whose attributes name a package, and a DP by its own NAL path: nearly all.
SELECT h.RecordID AS RecordID, h.MessageID AS MessageID, h.Time AS Time, o.DPID AS DPID, p.PackageNo AS PackageNo
FROM {heads} AS h
CROSS JOIN v_StatMsgAttributes AS d
CROSS JOIN v_StatMsgAttributes AS a
INNER JOIN {ownPaths} AS o ON o.Text = d.AttributeValue
INNER JOIN {packages} AS p ON p.PackageID = a.AttributeValue
WHERE d.RecordID = h.RecordID AND d.AttributeID = 404 AND a.RecordID = h.RecordID AND a.AttributeID = 400
  AND o.DPID IS NOT NULL

-- step: others
SELECT h.RecordID AS RecordID, h.MessageID AS MessageID, h.Time AS Time
FROM {heads} AS h
LEFT JOIN {known} AS k ON k.RecordID = h.RecordID
WHERE k.RecordID IS NULL

-- step: addressed
SELECT h.RecordID AS RecordID, h.MessageID AS MessageID, h.Time AS Time,
  (SELECT MAX(a.AttributeValue) FROM v_StatMsgAttributes AS a
    WHERE a.RecordID = h.RecordID AND a.AttributeID = 400) AS PackageID,
  (SELECT MAX(a.AttributeValue) FROM v_StatMsgAttributes AS a
    WHERE a.RecordID = h.RecordID AND a.AttributeID = 404) AS DpText
FROM {others} AS h

-- step: messages
-- Of content validation, the machine tells the DP where the attribute does not.
-- Spelling: how it names a DP, when not by the DP's own NAL path. LooseID: of a message that lacks an attribute.
SELECT h.RecordID AS RecordID, h.MessageID AS MessageID, h.Time AS Time,
  CASE WHEN h.DpText IS NULL THEN (SELECT MAX(m.MachineName) FROM v_StatusMessage AS m
    WHERE m.RecordID = h.RecordID AND m.Component = 'SMS_Distribution_Point_Monitoring') END AS Machine,
  p.PackageNo AS PackageNo, o.DPID AS DPID, CASE WHEN o.Text IS NULL THEN h.DpText END AS Spelling,
  CASE WHEN h.PackageID IS NULL OR h.DpText IS NULL THEN h.RecordID END AS LooseID
FROM {addressed} AS h
LEFT JOIN {packages} AS p ON p.PackageID = h.PackageID
LEFT JOIN {ownPaths} AS o ON o.Text = h.DpText

-- step: loose
-- Insertion strings of messages that lack an attribute.
SELECT m.RecordID AS RecordID, s.InsStrValue AS Text
FROM {messages} AS m
INNER JOIN v_StatMsgInsStrings AS s ON s.RecordID = m.LooseID
WHERE s.InsStrIndex <= 2 AND s.InsStrValue IS NOT NULL AND m.LooseID IS NOT NULL

-- step: targetPaths
SELECT DISTINCT t.ServerNALPath AS Text FROM v_DistributionPoint AS t WHERE t.ServerNALPath IS NOT NULL

-- step: summaryPaths
SELECT DISTINCT s.ServerNALPath AS Text FROM v_PackageStatusDistPointsSumm AS s WHERE s.ServerNALPath IS NOT NULL
-- otherwise: summaryPaths
SELECT d.NALPath AS Text FROM {dps} AS d WHERE 1 = 0

-- step: memberPaths
SELECT DISTINCT g.DPNALPath AS Text FROM v_DPGroupMembers AS g
-- otherwise: memberPaths
SELECT d.NALPath AS Text FROM {dps} AS d WHERE 1 = 0

-- step: spellings
-- Every other way than its NAL path in which rows and messages name a DP.
SELECT t.Text AS Text FROM {targetPaths} AS t
UNION
SELECT s.Text AS Text FROM {summaryPaths} AS s
UNION
SELECT g.Text AS Text FROM {memberPaths} AS g
UNION
SELECT m.Spelling AS Text FROM {messages} AS m WHERE m.Spelling IS NOT NULL
UNION
SELECT m.Machine AS Text FROM {messages} AS m WHERE m.Machine IS NOT NULL
UNION
SELECT l.Text AS Text FROM {loose} AS l

-- step: hosts
-- As much of a DP's name as a package ID has characters.
SELECT DISTINCT SUBSTRING(LOWER(d.ServerName), 1, 8) AS Host FROM {dps} AS d

-- step: spelt
-- Package IDs are most of what messages without attributes name: each would be held against each DP.
SELECT s.Text AS Text, CONCAT(LOWER(s.Text), '|') AS Ended, CONCAT('|', LOWER(s.Text), '.') AS Begun,
  CASE WHEN REPLACE(s.Text, '\', '') <> s.Text THEN 1 ELSE 0 END AS IsPath,
  CASE WHEN REPLACE(REPLACE(s.Text, '.', ''), '\', '') = s.Text THEN 1 ELSE 0 END AS IsHost
FROM {spellings} AS s
LEFT JOIN {dps} AS d ON d.NALPath = s.Text
LEFT JOIN {packages} AS p ON p.PackageID = s.Text
LEFT JOIN {hosts} AS h ON h.Host = LOWER(s.Text)
WHERE d.DPID IS NULL AND (p.PackageNo IS NULL OR h.Host IS NOT NULL)

-- step: names
-- A spelling names a DP when it is its NAL path, ends in its server part, is its bare name, or is a bare host
-- name; and when it names one only.
SELECT o.Text AS Text, o.DPID AS DPID FROM {ownPaths} AS o
UNION ALL
SELECT s.Text AS Text, CASE WHEN MIN(d.DPID) = MAX(d.DPID) THEN MIN(d.DPID) END AS DPID
FROM {spelt} AS s
LEFT JOIN {dps} AS d ON d.ServerName = s.Text
  OR (s.IsPath = 1 AND REPLACE(s.Ended, d.Ending, '') <> s.Ended)
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
SELECT k.RecordID AS RecordID, k.MessageID AS MessageID, k.Time AS Time, k.DPID AS DPID, k.PackageNo AS PackageNo
FROM {known} AS k
UNION ALL
SELECT m.RecordID AS RecordID, m.MessageID AS MessageID, m.Time AS Time,
  COALESCE(m.DPID, n.DPID, s.DPID, w.DPID) AS DPID, COALESCE(m.PackageNo, s.PackageNo) AS PackageNo
FROM {messages} AS m
LEFT JOIN {names} AS n ON n.Text = m.Spelling
LEFT JOIN {strings} AS s ON s.RecordID = m.LooseID
LEFT JOIN {names} AS w ON w.Text = m.Machine

-- step: validations
-- Marks of cycles and what content validation found.
SELECT t.RecordID AS RecordID, t.MessageID AS MessageID, t.Time AS Time, t.DPID AS DPID
FROM {told} AS t
WHERE t.DPID IS NOT NULL AND (t.MessageID >= 2382 AND t.MessageID <= 2388 OR t.MessageID = 2393)

-- step: marks
SELECT t.DPID AS DPID,
  MAX(CASE WHEN t.MessageID = 2386 THEN t.Time END) AS LastEnd,
  MAX(CASE WHEN t.MessageID = 2393 THEN t.Time END) AS NewestStart,
  MAX(CASE WHEN t.MessageID = 2388 THEN t.Time END) AS NewestBroken
FROM {validations} AS t
WHERE t.MessageID IN (2386, 2388, 2393)
GROUP BY t.DPID

-- step: windows
SELECT m.DPID AS DPID, m.LastEnd AS LastEnd, MAX(t.Time) AS PreviousEnd
FROM {marks} AS m
LEFT JOIN {validations} AS t ON t.DPID = m.DPID AND t.MessageID = 2386 AND t.Time < m.LastEnd
GROUP BY m.DPID, m.LastEnd

-- step: cycles
SELECT w.DPID AS DPID, w.LastEnd AS LastEnd, w.PreviousEnd AS PreviousEnd, MAX(t.Time) AS StartMark
FROM {windows} AS w
LEFT JOIN {validations} AS t ON t.DPID = w.DPID AND t.MessageID = 2393 AND t.Time <= w.LastEnd
  AND (w.PreviousEnd IS NULL OR t.Time > w.PreviousEnd)
GROUP BY w.DPID, w.LastEnd, w.PreviousEnd

-- step: keptPasses
SELECT MIN(m.Time) AS Oldest FROM v_StatusMessage AS m WHERE m.MessageID = 2384

-- step: earlierEnds
SELECT w.DPID AS DPID, MAX(t.Time) AS EarlierEnd
FROM {windows} AS w
INNER JOIN {validations} AS t ON t.DPID = w.DPID
WHERE t.MessageID = 2386 AND t.Time < w.PreviousEnd
GROUP BY w.DPID

-- step: reported
-- What content validation found, in the window of the last cycle and in the one before.
SELECT w.DPID AS DPID,
  MIN(CASE WHEN (w.PreviousEnd IS NULL OR t.Time > w.PreviousEnd) AND t.Time <= w.LastEnd THEN t.Time END) AS FirstSeen,
  SUM(CASE WHEN (w.PreviousEnd IS NULL OR t.Time > w.PreviousEnd) AND t.Time <= w.LastEnd THEN 1 ELSE 0 END) AS Results,
  SUM(CASE WHEN t.Time <= w.PreviousEnd AND (e.EarlierEnd IS NULL OR t.Time > e.EarlierEnd) THEN 1 ELSE 0 END)
    AS PreviousResults
FROM {windows} AS w
INNER JOIN {validations} AS t ON t.DPID = w.DPID
LEFT JOIN {earlierEnds} AS e ON e.DPID = w.DPID
WHERE t.MessageID >= 2382 AND t.MessageID <= 2385
GROUP BY w.DPID

-- step: passed
-- The same of the passes that are the newest status of their pair and still kept: status rows outlive messages.
SELECT w.DPID AS DPID,
  (SELECT MIN(s.LastUpdateDate) FROM vSMS_DistributionDPStatus AS s
    WHERE w.StartMark IS NULL AND s.DPID = w.DPID AND s.MessageID = 2384 AND s.MessageState = 1 AND s.LastUpdateDate >= k.Oldest
      AND (w.PreviousEnd IS NULL OR s.LastUpdateDate > w.PreviousEnd) AND s.LastUpdateDate <= w.LastEnd) AS FirstSeen,
  (SELECT COUNT(*) FROM vSMS_DistributionDPStatus AS s
    WHERE s.DPID = w.DPID AND s.MessageID = 2384 AND s.MessageState = 1 AND s.LastUpdateDate >= k.Oldest
      AND (w.PreviousEnd IS NULL OR s.LastUpdateDate > w.PreviousEnd) AND s.LastUpdateDate <= w.LastEnd) AS Results,
  (SELECT COUNT(*) FROM vSMS_DistributionDPStatus AS s
    WHERE s.DPID = w.DPID AND s.MessageID = 2384 AND s.MessageState = 1 AND s.LastUpdateDate >= k.Oldest
      AND s.LastUpdateDate <= w.PreviousEnd AND (e.EarlierEnd IS NULL OR s.LastUpdateDate > e.EarlierEnd))
    AS PreviousResults
FROM {cycles} AS w
CROSS JOIN {keptPasses} AS k
LEFT JOIN {earlierEnds} AS e ON e.DPID = w.DPID
-- otherwise: passed
SELECT w.DPID AS DPID, CAST(NULL AS datetime) AS FirstSeen, 0 AS Results, 0 AS PreviousResults
FROM {cycles} AS w
WHERE 1 = 0

-- step: unmarked
SELECT c.DPID AS DPID, c.PreviousEnd AS PreviousEnd, c.LastEnd AS LastEnd
FROM {cycles} AS c
WHERE c.StartMark IS NULL AND c.PreviousEnd IS NOT NULL

-- step: announced
-- Validations that began or were queued tell the start of a cycle whose 2393 is lost.
SELECT u.DPID AS DPID, MIN(m.Time) AS FirstSeen
FROM v_StatusMessage AS m
INNER JOIN v_StatMsgAttributes AS a ON a.RecordID = m.RecordID AND a.AttributeID = 404
INNER JOIN {names} AS n ON n.Text = a.AttributeValue
INNER JOIN {unmarked} AS u ON u.DPID = n.DPID
WHERE (m.MessageID = 2380 OR m.MessageID = 2381) AND m.Time > u.PreviousEnd AND m.Time <= u.LastEnd
  AND m.Time > (SELECT MIN(f.PreviousEnd) FROM {unmarked} AS f)
GROUP BY u.DPID

-- step: firstSeen
SELECT f.DPID AS DPID, MIN(f.FirstSeen) AS FirstSeen
FROM (
  SELECT r.DPID AS DPID, r.FirstSeen AS FirstSeen FROM {reported} AS r
  UNION ALL
  SELECT p.DPID AS DPID, p.FirstSeen AS FirstSeen FROM {passed} AS p
  UNION ALL
  SELECT a.DPID AS DPID, a.FirstSeen AS FirstSeen FROM {announced} AS a) AS f
GROUP BY f.DPID

-- step: latePasses
-- Where no finished cycle is known, a pass within the stale limit counts.
SELECT d.DPID AS DPID, (SELECT MIN(s.LastUpdateDate) FROM vSMS_DistributionDPStatus AS s
  WHERE @countPlain = 1 AND s.DPID = d.DPID AND s.MessageID = 2384 AND s.MessageState = 1
    AND s.LastUpdateDate >= @staleBefore) AS FirstSeen
FROM {dps} AS d
LEFT JOIN {cycles} AS c ON c.DPID = d.DPID
WHERE c.LastEnd IS NULL
-- otherwise: latePasses
SELECT d.DPID AS DPID, CAST(NULL AS datetime) AS FirstSeen FROM {dps} AS d WHERE @staleBefore IS NULL

-- step: lateVersions
-- The same where status messages tell of no pass, and the validated versions do.
SELECT d.DPID AS DPID, MIN(v.ValidatedVersionTime) AS FirstSeen
FROM {latePasses} AS l
INNER JOIN {dps} AS d ON d.DPID = l.DPID
CROSS JOIN v_ContentDistributionVersions AS v
WHERE @countPlain = 1 AND l.FirstSeen IS NULL AND v.DPNALPath = d.NALPath AND v.ValidatedVersionTime >= @staleBefore
GROUP BY d.DPID
-- otherwise: lateVersions
SELECT l.DPID AS DPID, CAST(NULL AS datetime) AS FirstSeen FROM {latePasses} AS l WHERE 1 = 0

-- step: versionPasses
-- Not of packages that may be empty: without a message, these have no content to validate.
SELECT CAST(d.DPID AS bigint) * 1048576 + p.PackageNo AS PairNo
FROM {lateVersions} AS l
INNER JOIN {dps} AS d ON d.DPID = l.DPID
CROSS JOIN v_ContentDistributionVersions AS v
INNER JOIN {packages} AS p ON p.PackageID = v.PkgID
INNER JOIN v_SmsPackage AS z ON z.PkgID = v.PkgID AND z.SourceSize > 0
WHERE v.DPNALPath = d.NALPath AND v.ValidatedVersionTime >= l.FirstSeen
-- otherwise: versionPasses
SELECT CAST(l.DPID AS bigint) AS PairNo FROM {lateVersions} AS l WHERE 1 = 0

-- step: paths
-- What names a DP, with what its row says and since when a pass proves content: the start of its last finished
-- cycle, or what stands for it.
SELECT n.Text AS Text, n.DPID AS DPID, COALESCE(c.StartMark, f.FirstSeen, c.LastEnd, l.FirstSeen, v.FirstSeen) AS Since,
  CASE WHEN v.DPID IS NULL THEN 0 ELSE 1 END AS ByVersion,
  d.SiteCode AS DpSiteCode, CASE WHEN d.NALPath = n.Text THEN d.SiteCode END AS OwnSiteCode
FROM {names} AS n
LEFT JOIN {dps} AS d ON d.DPID = n.DPID
LEFT JOIN {cycles} AS c ON c.DPID = n.DPID
LEFT JOIN {firstSeen} AS f ON f.DPID = n.DPID
LEFT JOIN {latePasses} AS l ON l.DPID = n.DPID
LEFT JOIN {lateVersions} AS v ON v.DPID = n.DPID

-- step: doubts
-- Pairs of which something else than their newest pass was heard since then.
SELECT CAST(t.DPID AS bigint) * 1048576 + t.PackageNo AS PairNo
FROM {told} AS t
INNER JOIN {paths} AS n ON n.DPID = t.DPID AND n.OwnSiteCode IS NOT NULL
WHERE t.PackageNo IS NOT NULL AND (n.Since IS NULL OR t.Time >= n.Since)

-- step: doubtfulSummaries
-- All but: installed (monitoring counts as that), in the current version, before that. A CROSS JOIN keeps
-- SQLite to its order: the few paths or packages first, here and below.
SELECT CAST(n.DPID AS bigint) * 1048576 + p.PackageNo AS PairNo
FROM {paths} AS n
CROSS JOIN v_PackageStatusDistPointsSumm AS s
INNER JOIN {packages} AS p ON p.PackageID = s.PackageID
WHERE @countPlain = 1 AND s.ServerNALPath = n.Text
  AND CASE WHEN (s.State = 0 OR s.State = 8) AND s.SourceVersion IS NOT NULL
    AND (s.LastCopied IS NULL OR s.LastCopied < n.Since) THEN 0 ELSE 1 END = 1
UNION ALL
SELECT CAST(n.DPID AS bigint) * 1048576 + p.PackageNo AS PairNo
FROM {packages} AS p
CROSS JOIN v_PackageStatusDistPointsSumm AS s
INNER JOIN {paths} AS n ON n.Text = s.ServerNALPath
WHERE @countPlain = 1 AND s.PackageID = p.PackageID AND s.SourceVersion < p.SourceVersion
-- otherwise: doubtfulSummaries
SELECT d.PairNo AS PairNo FROM {doubts} AS d WHERE 1 = 0

-- step: doubtfulStates
SELECT CAST(d.DPID AS bigint) * 1048576 + p.PackageNo AS PairNo
FROM v_ContentDistribution AS d
INNER JOIN {packages} AS p ON p.PackageID = d.PkgID
WHERE @countPlain = 1 AND d.StateGroup <> 1
-- otherwise: doubtfulStates
SELECT d.PairNo AS PairNo FROM {doubts} AS d WHERE 1 = 0

-- step: doubtfulVersions
SELECT CAST(n.DPID AS bigint) * 1048576 + p.PackageNo AS PairNo
FROM {packages} AS p
CROSS JOIN v_ContentDistributionVersions AS v
INNER JOIN {paths} AS n ON n.Text = v.DPNALPath
WHERE @countPlain = 1 AND v.PkgID = p.PackageID AND v.ValidatedVersion < p.SourceVersion
-- otherwise: doubtfulVersions
SELECT d.PairNo AS PairNo FROM {doubts} AS d WHERE 1 = 0

-- step: otherVersions
-- A pass that tells of another version than the package's. The first version has none before it.
SELECT CAST(s.DPID AS bigint) * 1048576 + p.PackageNo AS PairNo
FROM {packages} AS p
CROSS JOIN vSMS_DistributionDPStatus AS s
CROSS JOIN v_StatMsgAttributes AS v
WHERE @countPlain = 1 AND p.Plain = 1 AND p.SourceVersion <> 1 AND s.PackageID = p.PackageID
  AND s.MessageID = 2384 AND s.MessageState = 1
  AND v.RecordID = s.LastStatusID AND v.AttributeID = 410 AND v.AttributeValue <> p.VersionText
-- otherwise: otherVersions
SELECT d.PairNo AS PairNo FROM {doubts} AS d WHERE 1 = 0

-- step: jobs
SELECT CAST(j.DPID AS bigint) * 1048576 + p.PackageNo AS PairNo, CAST(j.JobID AS varchar(20)) AS JobID,
  j.State AS State, j.CreationTime AS CreationTime, j.StartTime AS StartTime, j.LastUpdateTime AS LastUpdateTime
FROM vSMS_DistributionJob AS j
INNER JOIN {packages} AS p ON p.PackageID = j.PkgID
-- otherwise: jobs
SELECT d.PairNo AS PairNo, CAST(NULL AS varchar(20)) AS JobID, CAST(NULL AS int) AS State,
  CAST(NULL AS datetime) AS CreationTime, CAST(NULL AS datetime) AS StartTime,
  CAST(NULL AS datetime) AS LastUpdateTime
FROM {doubts} AS d
WHERE 1 = 0

-- step: doubtfulStatuses
-- All but a pass, and an installation before that.
SELECT CAST(s.DPID AS bigint) * 1048576 + p.PackageNo AS PairNo
FROM {paths} AS n
CROSS JOIN vSMS_DistributionDPStatus AS s
INNER JOIN {packages} AS p ON p.PackageID = s.PackageID
WHERE @countPlain = 1 AND n.OwnSiteCode IS NOT NULL AND s.DPID = n.DPID
  AND CASE WHEN s.MessageState = 1 AND (s.MessageID = 2384 OR s.MessageID = 2330 AND s.LastUpdateDate < n.Since)
    THEN 0 ELSE 1 END = 1
-- otherwise: doubtfulStatuses
SELECT d.PairNo AS PairNo FROM {doubts} AS d WHERE 1 = 0

-- step: unproved
-- With a row that is not of the DP's own path and site, or was touched since then; or without a pass since.
SELECT CAST(n.DPID AS bigint) * 1048576 + p.PackageNo AS PairNo
FROM {paths} AS n
CROSS JOIN v_DistributionPoint AS t
INNER JOIN {packages} AS p ON p.PackageID = t.PackageID
WHERE n.DPID IS NOT NULL AND t.ServerNALPath = n.Text
  AND CASE WHEN @countPlain = 1 AND t.Status <> 3 AND n.OwnSiteCode = t.SiteCode AND t.LastRefreshTime < n.Since
    AND (n.ByVersion = 1 OR EXISTS (SELECT 1 FROM vSMS_DistributionDPStatus AS s
      WHERE s.PackageID = t.PackageID AND s.DPID = n.DPID AND s.MessageID = 2384 AND s.MessageState = 1
        AND s.LastUpdateDate >= n.Since))
    THEN 0 ELSE 1 END = 1
-- otherwise: unproved
SELECT CAST(n.DPID AS bigint) * 1048576 + p.PackageNo AS PairNo
FROM {paths} AS n
CROSS JOIN v_DistributionPoint AS t
INNER JOIN {packages} AS p ON p.PackageID = t.PackageID
WHERE n.DPID IS NOT NULL AND t.ServerNALPath = n.Text

-- step: unvalidated
-- Without a validated version, where passes are known by these only.
SELECT CAST(n.DPID AS bigint) * 1048576 + p.PackageNo AS PairNo
FROM {paths} AS n
CROSS JOIN v_DistributionPoint AS t
INNER JOIN {packages} AS p ON p.PackageID = t.PackageID
LEFT JOIN {versionPasses} AS v ON v.PairNo = CAST(n.DPID AS bigint) * 1048576 + p.PackageNo
WHERE n.ByVersion = 1 AND t.ServerNALPath = n.Text AND v.PairNo IS NULL

-- step: unfinished
-- Of packages that are not plain.
SELECT CAST(n.DPID AS bigint) * 1048576 + p.PackageNo AS PairNo
FROM {packages} AS p
CROSS JOIN v_DistributionPoint AS t
INNER JOIN {paths} AS n ON n.Text = t.ServerNALPath
WHERE p.Plain = 0 AND t.PackageID = p.PackageID

-- step: suspects
-- Every pair that is not plainly validated: the plain ones have nothing else to tell, and one row.
SELECT d.PairNo AS PairNo FROM {doubts} AS d
UNION
SELECT d.PairNo AS PairNo FROM {doubtfulSummaries} AS d WHERE d.PairNo IS NOT NULL
UNION
SELECT d.PairNo AS PairNo FROM {doubtfulStates} AS d WHERE d.PairNo IS NOT NULL
UNION
SELECT d.PairNo AS PairNo FROM {doubtfulVersions} AS d WHERE d.PairNo IS NOT NULL
UNION
SELECT d.PairNo AS PairNo FROM {otherVersions} AS d WHERE d.PairNo IS NOT NULL
UNION
SELECT j.PairNo AS PairNo FROM {jobs} AS j WHERE j.PairNo IS NOT NULL
UNION
SELECT d.PairNo AS PairNo FROM {doubtfulStatuses} AS d WHERE d.PairNo IS NOT NULL
UNION
SELECT u.PairNo AS PairNo FROM {unproved} AS u
UNION
SELECT u.PairNo AS PairNo FROM {unvalidated} AS u
UNION
SELECT u.PairNo AS PairNo FROM {unfinished} AS u WHERE u.PairNo IS NOT NULL

-- step: targets
-- All rows of these pairs, and those of servers that are no DPs.
SELECT u.PairNo AS PairNo, n.DPID AS DPID, p.PackageNo AS PackageNo,
  t.ServerNALPath AS NALPath, t.SiteCode AS SiteCode, t.Status AS Status, t.LastRefreshTime AS LastRefreshTime,
  CASE WHEN n.OwnSiteCode = t.SiteCode THEN 1 ELSE 0 END AS IsOwn,
  CASE WHEN n.DpSiteCode = t.SiteCode THEN 1 ELSE 0 END AS IsOfSite
FROM {suspects} AS u
INNER JOIN {packages} AS p ON p.PackageNo = u.PairNo % 1048576
INNER JOIN {paths} AS n ON n.DPID = u.PairNo / 1048576
CROSS JOIN v_DistributionPoint AS t
WHERE t.PackageID = p.PackageID AND t.ServerNALPath = n.Text
UNION ALL
SELECT CAST(n.DPID AS bigint) AS PairNo, n.DPID AS DPID, p.PackageNo AS PackageNo,
  t.ServerNALPath AS NALPath, t.SiteCode AS SiteCode, t.Status AS Status, t.LastRefreshTime AS LastRefreshTime,
  0 AS IsOwn, 0 AS IsOfSite
FROM {paths} AS n
CROSS JOIN v_DistributionPoint AS t
INNER JOIN {packages} AS p ON p.PackageID = t.PackageID
WHERE n.DPID IS NULL AND t.ServerNALPath = n.Text

-- step: groupDps
SELECT DISTINCT m.GroupID AS GroupID, d.DPID AS DPID, d.NALPath AS NALPath
FROM v_DPGroupMembers AS m
INNER JOIN {names} AS n ON n.Text = m.DPNALPath
INNER JOIN {dps} AS d ON d.DPID = n.DPID
-- otherwise: groupDps
SELECT CAST(NULL AS varchar(20)) AS GroupID, d.DPID AS DPID, d.NALPath AS NALPath FROM {dps} AS d WHERE 1 = 0

-- step: unmet
-- Packages of a group on its members, where nothing is targeted by the DP's own path.
SELECT DISTINCT m.DPID AS DPID, p.PackageNo AS PackageNo, p.PackageID AS PackageID
FROM {groupDps} AS m
CROSS JOIN v_DPGroupPackages AS g
INNER JOIN {packages} AS p ON p.PackageID = g.PkgID
WHERE g.GroupID = m.GroupID AND NOT EXISTS (SELECT 1 FROM v_DistributionPoint AS t
  WHERE t.PackageID = g.PkgID AND t.ServerNALPath = m.NALPath)
-- otherwise: unmet
SELECT d.DPID AS DPID, CAST(NULL AS bigint) AS PackageNo, CAST(NULL AS varchar(20)) AS PackageID
FROM {dps} AS d
WHERE 1 = 0

-- step: metOtherwise
SELECT u.DPID AS DPID, u.PackageNo AS PackageNo
FROM {unmet} AS u
INNER JOIN {paths} AS n ON n.DPID = u.DPID
CROSS JOIN v_DistributionPoint AS t
WHERE t.PackageID = u.PackageID AND t.ServerNALPath = n.Text

-- step: cells
SELECT CAST(u.DPID AS bigint) * 1048576 + u.PackageNo AS PairNo, u.DPID AS DPID, u.PackageNo AS PackageNo
FROM {unmet} AS u
LEFT JOIN {metOtherwise} AS m ON m.DPID = u.DPID AND m.PackageNo = u.PackageNo
WHERE m.DPID IS NULL

-- step: sentNumbers
SELECT t.PairNo AS PairNo, t.DPID AS DPID, t.PackageNo AS PackageNo
FROM {targets} AS t
WHERE t.DPID IS NOT NULL
UNION
SELECT c.PairNo AS PairNo, c.DPID AS DPID, c.PackageNo AS PackageNo FROM {cells} AS c

-- step: sent
SELECT e.PairNo AS PairNo, e.DPID AS DPID, e.PackageNo AS PackageNo, p.PackageID AS PackageID
FROM {sentNumbers} AS e
INNER JOIN {packages} AS p ON p.PackageNo = e.PackageNo

-- step: targetRows
-- The row of the DP's own path and site first: others were left by a DP reassignment.
SELECT t.PairNo AS PairNo, t.NALPath AS NALPath, t.SiteCode AS SiteCode, t.Status AS Status,
  t.LastRefreshTime AS LastRefreshTime,
  ROW_NUMBER() OVER (PARTITION BY t.PairNo ORDER BY t.IsOwn DESC, t.IsOfSite DESC, t.LastRefreshTime DESC) AS Place
FROM {targets} AS t
WHERE t.DPID IS NOT NULL

-- step: summaryRows
SELECT e.PairNo AS PairNo, s.SiteCode AS SiteCode, s.State AS State, s.SourceVersion AS SourceVersion,
  s.LastCopied AS LastCopied, s.SummaryDate AS SummaryDate,
  ROW_NUMBER() OVER (PARTITION BY e.PairNo
    ORDER BY CASE WHEN n.OwnSiteCode = s.SiteCode THEN 0 WHEN n.DpSiteCode = s.SiteCode THEN 1 ELSE 2 END,
      s.SummaryDate DESC, s.State DESC) AS Place
FROM {sent} AS e
INNER JOIN {paths} AS n ON n.DPID = e.DPID
CROSS JOIN v_PackageStatusDistPointsSumm AS s
WHERE s.PackageID = e.PackageID AND s.ServerNALPath = n.Text
-- otherwise: summaryRows
SELECT e.PairNo AS PairNo, CAST(NULL AS varchar(20)) AS SiteCode, CAST(NULL AS int) AS State,
  CAST(NULL AS int) AS SourceVersion, CAST(NULL AS datetime) AS LastCopied, CAST(NULL AS datetime) AS SummaryDate,
  1 AS Place
FROM {sent} AS e
WHERE 1 = 0

-- step: statusRows
SELECT e.PairNo AS PairNo, s.MessageID AS MessageID, s.MessageState AS MessageState,
  s.LastUpdateDate AS LastUpdateDate, s.LastStatusID AS LastStatusID,
  ROW_NUMBER() OVER (PARTITION BY e.PairNo ORDER BY s.LastUpdateDate DESC, s.LastStatusID DESC) AS Place
FROM {sent} AS e
CROSS JOIN vSMS_DistributionDPStatus AS s
WHERE s.PackageID = e.PackageID AND s.DPID = e.DPID
-- otherwise: statusRows
SELECT e.PairNo AS PairNo, CAST(NULL AS int) AS MessageID, CAST(NULL AS int) AS MessageState,
  CAST(NULL AS datetime) AS LastUpdateDate, CAST(NULL AS bigint) AS LastStatusID, 1 AS Place
FROM {sent} AS e
WHERE 1 = 0

-- step: stateRows
SELECT e.PairNo AS PairNo, MAX(s.StateGroup) AS StateGroup
FROM {sent} AS e
CROSS JOIN v_ContentDistribution AS s
WHERE s.PkgID = e.PackageID AND s.DPID = e.DPID
GROUP BY e.PairNo
-- otherwise: stateRows
SELECT e.PairNo AS PairNo, CAST(NULL AS int) AS StateGroup FROM {sent} AS e WHERE 1 = 0

-- step: versionRows
SELECT e.PairNo AS PairNo, v.ValidatedVersion AS ValidatedVersion, v.ValidatedVersionTime AS ValidatedVersionTime,
  ROW_NUMBER() OVER (PARTITION BY e.PairNo ORDER BY v.ValidatedVersionTime DESC) AS Place
FROM {sent} AS e
INNER JOIN {paths} AS n ON n.DPID = e.DPID
CROSS JOIN v_ContentDistributionVersions AS v
WHERE v.PkgID = e.PackageID AND v.DPNALPath = n.Text
-- otherwise: versionRows
SELECT e.PairNo AS PairNo, CAST(NULL AS int) AS ValidatedVersion, CAST(NULL AS datetime) AS ValidatedVersionTime,
  1 AS Place
FROM {sent} AS e
WHERE 1 = 0

-- step: pairMessages
-- The newest of each message ID.
SELECT q.PairNo AS PairNo, q.MessageID AS MessageID, q.Time AS Time, q.RecordID AS RecordID,
  CASE WHEN q.MessageID = 2384 THEN (SELECT MAX(a.AttributeValue) FROM v_StatMsgAttributes AS a
    WHERE a.RecordID = q.RecordID AND a.AttributeID = 410) END AS Version
FROM (
  SELECT e.PairNo AS PairNo, t.MessageID AS MessageID, t.Time AS Time, t.RecordID AS RecordID,
    ROW_NUMBER() OVER (PARTITION BY e.PairNo, t.MessageID ORDER BY t.Time DESC, t.RecordID DESC) AS Place
  FROM {told} AS t
  INNER JOIN {sent} AS e ON e.PairNo = CAST(t.DPID AS bigint) * 1048576 + t.PackageNo) AS q
WHERE q.Place = 1
UNION ALL
SELECT s.PairNo AS PairNo, s.MessageID AS MessageID, s.LastUpdateDate AS Time, s.LastStatusID AS RecordID,
  (SELECT MAX(a.AttributeValue) FROM v_StatMsgAttributes AS a
    WHERE a.RecordID = s.LastStatusID AND a.AttributeID = 410) AS Version
FROM {statusRows} AS s
WHERE s.MessageID = 2384 AND s.MessageState = 1

-- step: contentIds
SELECT DISTINCT c.PkgID AS PackageID FROM vSMS_Content AS c
-- otherwise: contentIds
SELECT p.PackageID AS PackageID FROM {packages} AS p WHERE 1 = 0

-- step: markRows
-- The messages behind the marks, by which a verdict names them.
SELECT t.DPID AS DPID, t.MessageID AS MessageID, t.Time AS Time, MAX(t.RecordID) AS RecordID
FROM {validations} AS t
WHERE t.MessageID IN (2386, 2388, 2393)
GROUP BY t.DPID, t.MessageID, t.Time

-- result: cycle
SELECT k.DPID AS DPID, k.LastEnd AS LastEnd, c.PreviousEnd AS PreviousEnd, c.StartMark AS StartMark,
  k.NewestStart AS NewestStart, k.NewestBroken AS NewestBroken,
  CASE WHEN c.StartMark IS NULL THEN f.FirstSeen END AS FirstSeen,
  COALESCE(r.Results, 0) + COALESCE(p.Results, 0) AS Results,
  COALESCE(r.PreviousResults, 0) + COALESCE(p.PreviousResults, 0) AS PreviousResults,
  CAST(e.RecordID AS varchar(20)) AS LastEndRecord, CAST(s.RecordID AS varchar(20)) AS StartMarkRecord,
  CAST(n.RecordID AS varchar(20)) AS NewestStartRecord, CAST(b.RecordID AS varchar(20)) AS NewestBrokenRecord
FROM {marks} AS k
LEFT JOIN {cycles} AS c ON c.DPID = k.DPID
LEFT JOIN {reported} AS r ON r.DPID = k.DPID
LEFT JOIN {passed} AS p ON p.DPID = k.DPID
LEFT JOIN {firstSeen} AS f ON f.DPID = k.DPID
LEFT JOIN {markRows} AS e ON e.DPID = k.DPID AND e.MessageID = 2386 AND e.Time = k.LastEnd
LEFT JOIN {markRows} AS s ON s.DPID = k.DPID AND s.MessageID = 2393 AND s.Time = c.StartMark
LEFT JOIN {markRows} AS n ON n.DPID = k.DPID AND n.MessageID = 2393 AND n.Time = k.NewestStart
LEFT JOIN {markRows} AS b ON b.DPID = k.DPID AND b.MessageID = 2388 AND b.Time = k.NewestBroken

-- result: oldestPass
SELECT k.Oldest AS Time, CAST(MAX(m.RecordID) AS varchar(20)) AS RecordID
FROM {keptPasses} AS k
LEFT JOIN v_StatusMessage AS m ON m.MessageID = 2384 AND m.Time = k.Oldest
GROUP BY k.Oldest

-- result: plainByDp
-- Rows of the DPs' own sites less those that are sent.
SELECT q.DPID AS DPID, q.Pairs - COALESCE(r.Pairs, 0) AS Pairs
FROM (
  SELECT n.DPID AS DPID, (SELECT COUNT(*) FROM v_DistributionPoint AS t
    WHERE t.ServerNALPath = n.Text AND t.SiteCode = n.OwnSiteCode) AS Pairs
  FROM {paths} AS n
  WHERE n.OwnSiteCode IS NOT NULL AND @countPlain = 1) AS q
LEFT JOIN (
  SELECT t.DPID AS DPID, COUNT(*) AS Pairs FROM {targets} AS t WHERE t.IsOwn = 1 GROUP BY t.DPID) AS r
  ON r.DPID = q.DPID

-- result: plainByPackage
-- Every row that is not among the targets is a plain pair.
SELECT q.PackageID AS PackageID, q.Pairs - COALESCE(r.Pairs, 0) AS Pairs
FROM {packageTargets} AS q
INNER JOIN {packages} AS p ON p.PackageID = q.PackageID
LEFT JOIN (
  SELECT t.PackageNo AS PackageNo, COUNT(*) AS Pairs FROM {targets} AS t GROUP BY t.PackageNo) AS r
  ON r.PackageNo = p.PackageNo
WHERE @countPlain = 1

-- result: late
-- Where no finished cycle is known: the oldest pass that is not stale yet.
SELECT l.DPID AS DPID, COALESCE(l.FirstSeen, v.FirstSeen) AS FirstSeen
FROM {latePasses} AS l
LEFT JOIN {lateVersions} AS v ON v.DPID = l.DPID
WHERE @countPlain = 1

-- result: gone
-- Targeted to a server that is no DP.
SELECT t.PackageID AS PackageID, t.ServerNALPath AS NALPath, t.SiteCode AS SiteCode, t.Status AS Status,
  t.LastRefreshTime AS LastRefreshTime, t.ResourceType AS ResourceType
FROM (SELECT DISTINCT u.PackageNo AS PackageNo, u.NALPath AS NALPath, u.SiteCode AS SiteCode
  FROM {targets} AS u WHERE u.DPID IS NULL) AS g
INNER JOIN {packages} AS p ON p.PackageNo = g.PackageNo
CROSS JOIN v_DistributionPoint AS t
WHERE t.PackageID = p.PackageID AND t.ServerNALPath = g.NALPath AND t.SiteCode = g.SiteCode

-- result: surplus
SELECT CAST(t.PairNo AS varchar(20)) AS PairNo, t.NALPath AS NALPath, t.SiteCode AS SiteCode, t.Status AS Status,
  t.LastRefreshTime AS LastRefreshTime
FROM {targetRows} AS t
WHERE t.Place > 1

-- result: job
SELECT CAST(j.PairNo AS varchar(20)) AS PairNo, j.JobID AS JobID, j.State AS State,
  j.CreationTime AS CreationTime, j.StartTime AS StartTime, j.LastUpdateTime AS LastUpdateTime
FROM {jobs} AS j
INNER JOIN {sent} AS e ON e.PairNo = j.PairNo

-- result: message
SELECT CAST(m.PairNo AS varchar(20)) AS PairNo, m.MessageID AS MessageID, m.Time AS Time,
  CAST(m.RecordID AS varchar(20)) AS RecordID, m.Version AS Version
FROM {pairMessages} AS m

-- result: pair
SELECT CAST(e.PairNo AS varchar(20)) AS PairNo, e.DPID AS DPID, e.PackageID AS PackageID,
  t.NALPath AS NALPath, t.SiteCode AS SiteCode, t.Status AS Status, t.LastRefreshTime AS LastRefreshTime,
  s.SiteCode AS SummarySiteCode, s.State AS State, s.SourceVersion AS SourceVersion, s.LastCopied AS LastCopied,
  s.SummaryDate AS SummaryDate,
  d.MessageID AS MessageID, d.MessageState AS MessageState, d.LastUpdateDate AS LastUpdateDate,
  CAST(d.LastStatusID AS varchar(20)) AS LastStatusID,
  g.StateGroup AS StateGroup, CASE WHEN v.PairNo IS NULL THEN 0 ELSE 1 END AS HasVersion, v.ValidatedVersion AS ValidatedVersion,
  v.ValidatedVersionTime AS ValidatedVersionTime,
  CASE WHEN c.PackageID IS NULL THEN 0 ELSE 1 END AS HasContent
FROM {sent} AS e
LEFT JOIN {targetRows} AS t ON t.PairNo = e.PairNo AND t.Place = 1
LEFT JOIN {summaryRows} AS s ON s.PairNo = e.PairNo AND s.Place = 1
LEFT JOIN {statusRows} AS d ON d.PairNo = e.PairNo AND d.Place = 1
LEFT JOIN {stateRows} AS g ON g.PairNo = e.PairNo
LEFT JOIN {versionRows} AS v ON v.PairNo = e.PairNo AND v.Place = 1
LEFT JOIN {contentIds} AS c ON c.PackageID = e.PackageID
