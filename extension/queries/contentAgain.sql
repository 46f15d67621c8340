-- The facts of some pairs again, of all that a list names: pairs, whole DPs and whole packages.
-- Lists are one text of entries of 19 characters each (core/reconcile/wanted.ts): there is no table to pass.
-- @wanted: DPID (10 digits, 0 is every DP), PackageID (8 characters, blank is every package), and how messages are
-- sought: P by the package, D by the DP, A among all (of a pair). @loose: RecordIDs of messages of these pairs that lack
-- an attribute.
-- @samples: RecordIDs of messages that name these DPs otherwise than by NAL path.

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
  RTRIM(SUBSTRING(k.Text, h.N * 19 + 11, 8)) AS PackageID, SUBSTRING(k.Text, h.N * 19 + 19, 1) AS Sought
FROM {wantedBlocks} AS k
CROSS JOIN {hundred} AS h
WHERE k.N * 100 + h.N < @wantedCount

-- step: looselyBlocks
SELECT a.N * 100 + b.N AS N, SUBSTRING(@loose, (a.N * 100 + b.N) * 1900 + 1, 1900) AS Text
FROM {hundred} AS a
CROSS JOIN {hundred} AS b
WHERE a.N * 100 + b.N <= @looseCount / 100

-- step: loosely
SELECT CAST(SUBSTRING(k.Text, h.N * 19 + 1, 19) AS bigint) AS RecordID
FROM {looselyBlocks} AS k
CROSS JOIN {hundred} AS h
WHERE k.N * 100 + h.N < @looseCount

-- step: examplesBlocks
SELECT a.N * 100 + b.N AS N, SUBSTRING(@samples, (a.N * 100 + b.N) * 1900 + 1, 1900) AS Text
FROM {hundred} AS a
CROSS JOIN {hundred} AS b
WHERE a.N * 100 + b.N <= @samplesCount / 100

-- step: examples
SELECT CAST(SUBSTRING(k.Text, h.N * 19 + 1, 19) AS bigint) AS RecordID
FROM {examplesBlocks} AS k
CROSS JOIN {hundred} AS h
WHERE k.N * 100 + h.N < @samplesCount

-- same: dps

-- same: ownPaths

-- step: askedPackages
SELECT DISTINCT w.PackageID AS PackageID FROM {wanted} AS w WHERE w.PackageID <> ''

-- step: anyPath
-- Of whole DPs any row may tell a path; and of many packages it is quicker to look at all.
SELECT w.DPID AS DPID FROM {wanted} AS w WHERE w.PackageID = ''
UNION
SELECT d.DPID AS DPID FROM {dps} AS d WHERE (SELECT COUNT(*) FROM {askedPackages} AS a) > 20

-- step: anyTargetPaths
SELECT DISTINCT t.ServerNALPath AS Text
FROM v_DistributionPoint AS t
WHERE t.ServerNALPath IS NOT NULL AND EXISTS (SELECT 1 FROM {anyPath} AS w)

-- step: packageIds
-- A path that is no DP's own may name one of these, too.
SELECT p.PackageID AS PackageID FROM v_Package AS p
UNION
SELECT w.PackageID AS PackageID FROM {wanted} AS w WHERE w.PackageID <> ''
UNION
SELECT t.PackageID AS PackageID
FROM {wanted} AS w
INNER JOIN {dps} AS d ON d.DPID = w.DPID
CROSS JOIN v_DistributionPoint AS t
WHERE w.PackageID = '' AND t.ServerNALPath = d.NALPath
UNION
SELECT t.PackageID AS PackageID
FROM {anyTargetPaths} AS a
LEFT JOIN {ownPaths} AS o ON o.Text = a.Text
CROSS JOIN v_DistributionPoint AS t
WHERE o.Text IS NULL AND t.ServerNALPath = a.Text

-- same: packages

-- same: kinds

-- step: soughtPairs
SELECT DISTINCT w.DPID AS DPID, w.PackageID AS PackageID, o.Text AS NALPath
FROM {wanted} AS w
LEFT JOIN {ownPaths} AS o ON o.DPID = w.DPID
WHERE w.Sought = 'A'

-- step: anyKinds
SELECT k.FromID AS FromID, k.ToID AS ToID
FROM {kinds} AS k
WHERE k.IsPass = 0 AND EXISTS (SELECT 1 FROM {soughtPairs} AS s)

-- step: soughtPackages
SELECT DISTINCT w.PackageID AS PackageID FROM {wanted} AS w WHERE w.Sought = 'P'

-- step: soughtDps
SELECT DISTINCT d.DPID AS DPID, d.NALPath AS NALPath
FROM {wanted} AS w
INNER JOIN {dps} AS d ON d.DPID = w.DPID
WHERE w.Sought = 'D'

-- step: soughtTexts
SELECT d.NALPath AS Text FROM {soughtDps} AS d
UNION
SELECT a.AttributeValue AS Text
FROM {examples} AS e
INNER JOIN v_StatMsgAttributes AS a ON a.RecordID = e.RecordID AND a.AttributeID = 404

-- step: soughtRecords
-- CROSS JOIN keeps SQLite to this order, here and below.
SELECT a.RecordID AS RecordID
FROM {soughtPackages} AS p
CROSS JOIN v_StatMsgAttributes AS a
WHERE a.AttributeID = 400 AND a.AttributeValue = p.PackageID
UNION
SELECT a.RecordID AS RecordID
FROM {soughtTexts} AS t
CROSS JOIN v_StatMsgAttributes AS a
WHERE a.AttributeID = 404 AND a.AttributeValue = t.Text
UNION
SELECT l.RecordID AS RecordID FROM {loosely} AS l

-- step: passIds
-- Passes that are the newest status of their pair: the status view says whose they are. Sums keep SQLite from
-- making an index of all passes.
SELECT s.LastStatusID AS RecordID
FROM {soughtPackages} AS p
CROSS JOIN vSMS_DistributionDPStatus AS s
WHERE s.PackageID = p.PackageID AND s.MessageID + 0 = 2384 AND s.MessageState = 1
UNION
SELECT s.LastStatusID AS RecordID
FROM {soughtDps} AS d
CROSS JOIN vSMS_DistributionDPStatus AS s
WHERE s.DPID = d.DPID AND s.MessageID + 0 = 2384 AND s.MessageState + 0 = 1
UNION
SELECT s.LastStatusID AS RecordID
FROM {soughtPairs} AS w
CROSS JOIN vSMS_DistributionDPStatus AS s
WHERE s.PackageID = w.PackageID AND s.DPID = w.DPID AND s.MessageID + 0 = 2384 AND s.MessageState + 0 = 1
-- otherwise: passIds
SELECT CAST(NULL AS bigint) AS RecordID FROM {dps} AS d WHERE 1 = 0

-- step: otherPasses
SELECT m.RecordID AS RecordID, m.MessageID AS MessageID, m.Time AS Time
FROM v_StatusMessage AS m
WHERE EXISTS (SELECT 1 FROM {soughtPairs} AS w) AND m.MessageID = 2384
  AND NOT EXISTS (SELECT 1 FROM vSMS_DistributionDPStatus AS s
    WHERE s.LastStatusID = m.RecordID AND s.MessageID = 2384 AND s.MessageState = 1)
-- otherwise: otherPasses
SELECT m.RecordID AS RecordID, m.MessageID AS MessageID, m.Time AS Time
FROM v_StatusMessage AS m
WHERE EXISTS (SELECT 1 FROM {soughtPairs} AS w) AND m.MessageID = 2384

-- step: anyHeads
SELECT m.RecordID AS RecordID, m.MessageID AS MessageID, m.Time AS Time
FROM {anyKinds} AS k
CROSS JOIN v_StatusMessage AS m
WHERE m.MessageID >= k.FromID AND m.MessageID <= k.ToID
UNION ALL
SELECT p.RecordID AS RecordID, p.MessageID AS MessageID, p.Time AS Time FROM {otherPasses} AS p

-- step: heads
SELECT m.RecordID AS RecordID, m.MessageID AS MessageID, m.Time AS Time
FROM {soughtRecords} AS s
CROSS JOIN v_StatusMessage AS m
CROSS JOIN {kinds} AS k
LEFT JOIN {passIds} AS p ON p.RecordID = s.RecordID
WHERE m.RecordID = s.RecordID AND m.MessageID >= k.FromID AND m.MessageID <= k.ToID
  AND (k.IsPass = 0 OR p.RecordID IS NULL)
UNION
SELECT h.RecordID AS RecordID, h.MessageID AS MessageID, h.Time AS Time
FROM {anyHeads} AS h
CROSS JOIN v_StatMsgAttributes AS d
CROSS JOIN v_StatMsgAttributes AS a
INNER JOIN {soughtPairs} AS w ON w.PackageID = a.AttributeValue AND w.NALPath = d.AttributeValue
WHERE d.RecordID = h.RecordID AND d.AttributeID = 404 AND a.RecordID = h.RecordID AND a.AttributeID = 400

-- same: known

-- same: others

-- same: addressed

-- same: messages

-- same: loose

-- step: targetPaths
-- A package's rows hold every path that names the DP of one of its pairs.
SELECT DISTINCT t.ServerNALPath AS Text
FROM {askedPackages} AS a
CROSS JOIN v_DistributionPoint AS t
WHERE t.PackageID = a.PackageID AND t.ServerNALPath IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {anyPath} AS w)
UNION
SELECT t.Text AS Text FROM {anyTargetPaths} AS t

-- step: anySummaryPaths
SELECT DISTINCT s.ServerNALPath AS Text
FROM v_PackageStatusDistPointsSumm AS s
WHERE s.ServerNALPath IS NOT NULL AND EXISTS (SELECT 1 FROM {anyPath} AS w)
-- otherwise: anySummaryPaths
SELECT d.NALPath AS Text FROM {dps} AS d WHERE 1 = 0

-- step: summaryPaths
SELECT DISTINCT s.ServerNALPath AS Text
FROM {askedPackages} AS a
CROSS JOIN v_PackageStatusDistPointsSumm AS s
WHERE s.PackageID = a.PackageID AND s.ServerNALPath IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {anyPath} AS w)
UNION
SELECT s.Text AS Text FROM {anySummaryPaths} AS s
-- otherwise: summaryPaths
SELECT d.NALPath AS Text FROM {dps} AS d WHERE 1 = 0

-- same: memberPaths

-- same: spellings

-- same: hosts

-- same: spelt

-- same: names

-- same: strings

-- same: told

-- same: validations

-- same: marks

-- same: windows

-- same: cycles

-- same: keptPasses

-- same: earlierEnds

-- same: reported

-- same: passed

-- same: unmarked

-- same: announced

-- same: firstSeen

-- step: paths
SELECT n.Text AS Text, n.DPID AS DPID, d.SiteCode AS DpSiteCode,
  CASE WHEN d.NALPath = n.Text THEN d.SiteCode END AS OwnSiteCode
FROM {names} AS n
LEFT JOIN {dps} AS d ON d.DPID = n.DPID

-- step: doubts
SELECT CAST(d.DPID AS bigint) AS PairNo FROM {dps} AS d WHERE 1 = 0

-- same: jobs

-- step: wholeDps
SELECT DISTINCT w.DPID AS DPID FROM {wanted} AS w WHERE w.PackageID = ''

-- step: wantedTargets
SELECT n.DPID AS DPID, n.Text AS Text, w.PackageID AS PackageID
FROM {wanted} AS w
INNER JOIN {paths} AS n ON n.DPID = w.DPID

-- step: targetKeys
SELECT w.DPID AS DPID, w.Text AS Text, t.ServerNALPath AS NALPath, t.PackageID AS PackageID,
  t.SiteCode AS SiteCode, t.Status AS Status, t.LastRefreshTime AS LastRefreshTime
FROM {wantedTargets} AS w
CROSS JOIN v_DistributionPoint AS t
WHERE w.PackageID <> '' AND t.ServerNALPath = w.Text AND t.PackageID = w.PackageID
UNION ALL
SELECT w.DPID AS DPID, w.Text AS Text, t.ServerNALPath AS NALPath, t.PackageID AS PackageID,
  t.SiteCode AS SiteCode, t.Status AS Status, t.LastRefreshTime AS LastRefreshTime
FROM {wantedTargets} AS w
CROSS JOIN v_DistributionPoint AS t
WHERE w.PackageID = '' AND t.ServerNALPath = w.Text
UNION ALL
SELECT n.DPID AS DPID, n.Text AS Text, t.ServerNALPath AS NALPath, t.PackageID AS PackageID,
  t.SiteCode AS SiteCode, t.Status AS Status, t.LastRefreshTime AS LastRefreshTime
FROM {wanted} AS w
CROSS JOIN v_DistributionPoint AS t
INNER JOIN {paths} AS n ON n.Text = t.ServerNALPath
WHERE w.DPID = 0 AND t.PackageID = w.PackageID
  AND NOT EXISTS (SELECT 1 FROM {wholeDps} AS o WHERE o.DPID = n.DPID)

-- step: targets
SELECT CAST(t.DPID AS bigint) * 1048576 + p.PackageNo AS PairNo, t.DPID AS DPID, p.PackageNo AS PackageNo,
  t.NALPath AS NALPath, t.SiteCode AS SiteCode, t.Status AS Status, t.LastRefreshTime AS LastRefreshTime,
  CASE WHEN n.OwnSiteCode = t.SiteCode THEN 1 ELSE 0 END AS IsOwn,
  CASE WHEN n.DpSiteCode = t.SiteCode THEN 1 ELSE 0 END AS IsOfSite
FROM {targetKeys} AS t
INNER JOIN {packages} AS p ON p.PackageID = t.PackageID
INNER JOIN {paths} AS n ON n.Text = t.Text

-- step: groupDps
SELECT DISTINCT m.GroupID AS GroupID, n.DPID AS DPID
FROM v_DPGroupMembers AS m
INNER JOIN {names} AS n ON n.Text = m.DPNALPath
-- otherwise: groupDps
SELECT CAST(NULL AS varchar(20)) AS GroupID, d.DPID AS DPID FROM {dps} AS d WHERE 1 = 0

-- step: groupPackages
SELECT g.GroupID AS GroupID, g.PkgID AS PackageID
FROM {askedPackages} AS a
INNER JOIN v_DPGroupPackages AS g ON g.PkgID = a.PackageID
-- otherwise: groupPackages
SELECT CAST(NULL AS varchar(20)) AS GroupID, a.PackageID AS PackageID FROM {askedPackages} AS a WHERE 1 = 0

-- step: groupCells
-- Of the wanted pairs, DPs and packages, those that a group asks for.
SELECT w.DPID AS DPID, w.PackageID AS PackageID
FROM {groupPackages} AS g
INNER JOIN {groupDps} AS m ON m.GroupID = g.GroupID
INNER JOIN {wanted} AS w ON w.PackageID = g.PackageID AND w.DPID = m.DPID
WHERE w.DPID <> 0
UNION
SELECT w.DPID AS DPID, g.PkgID AS PackageID
FROM {wanted} AS w
INNER JOIN {groupDps} AS m ON m.DPID = w.DPID
INNER JOIN v_DPGroupPackages AS g ON g.GroupID = m.GroupID
WHERE w.PackageID = ''
UNION
SELECT m.DPID AS DPID, w.PackageID AS PackageID
FROM {wanted} AS w
INNER JOIN {groupPackages} AS g ON g.PackageID = w.PackageID
INNER JOIN {groupDps} AS m ON m.GroupID = g.GroupID
WHERE w.DPID = 0
-- otherwise: groupCells
SELECT d.DPID AS DPID, CAST(NULL AS varchar(20)) AS PackageID FROM {dps} AS d WHERE 1 = 0

-- step: unmet
-- Where nothing is targeted by the DP's own path.
SELECT c.DPID AS DPID, p.PackageNo AS PackageNo, p.PackageID AS PackageID
FROM {groupCells} AS c
INNER JOIN {packages} AS p ON p.PackageID = c.PackageID
INNER JOIN {dps} AS d ON d.DPID = c.DPID
WHERE NOT EXISTS (SELECT 1 FROM v_DistributionPoint AS t
  WHERE t.PackageID = c.PackageID AND t.ServerNALPath = d.NALPath)

-- same: metOtherwise

-- same: cells

-- same: sentNumbers

-- same: sent

-- same: targetRows

-- same: summaryRows

-- same: statusRows

-- same: stateRows

-- same: versionRows

-- same: pairMessages

-- same: contentIds

-- same: markRows

-- same: cycle

-- same: oldestPass

-- same: gone

-- same: surplus

-- same: job

-- same: message

-- same: pair
