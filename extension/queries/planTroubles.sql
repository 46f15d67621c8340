-- Status messages that speak against sending content: sources that cannot be read (2305-2307, 2361), content that
-- has not come from its source site (2372), full disks (2320, 2343), waiting to be prestaged (2371), DPs that cannot
-- be reached (2323, 2391, 8201, 8202) since @contactsSince; and the newest messages that say that such a thing is over.

-- step: troubleHeads
SELECT m.RecordID AS RecordID, m.MessageID AS MessageID, m.Time AS Time
FROM v_StatusMessage AS m
WHERE m.MessageID = 2305 OR m.MessageID = 2306 OR m.MessageID = 2307 OR m.MessageID = 2320 OR m.MessageID = 2343
  OR m.MessageID = 2361 OR m.MessageID = 2371 OR m.MessageID = 2372
UNION ALL
SELECT m.RecordID AS RecordID, m.MessageID AS MessageID, m.Time AS Time
FROM v_StatusMessage AS m
WHERE (m.MessageID = 2323 OR m.MessageID = 2391 OR m.MessageID = 8201 OR m.MessageID = 8202)
  AND m.Time >= @contactsSince

-- step: troubles
SELECT h.MessageID AS MessageID, h.Time AS Time,
  (SELECT MAX(a.AttributeValue) FROM v_StatMsgAttributes AS a
    WHERE a.RecordID = h.RecordID AND a.AttributeID = 400) AS PackageID,
  (SELECT MAX(a.AttributeValue) FROM v_StatMsgAttributes AS a
    WHERE a.RecordID = h.RecordID AND a.AttributeID = 404) AS DpText,
  (SELECT MAX(s.InsStrValue) FROM v_StatMsgInsStrings AS s
    WHERE s.RecordID = h.RecordID AND s.InsStrIndex = 0) AS FirstString
FROM {troubleHeads} AS h

-- step: troubledPackages
SELECT DISTINCT t.PackageID AS PackageID
FROM {troubles} AS t
WHERE t.PackageID IS NOT NULL AND t.MessageID <> 2323 AND t.MessageID <> 2391 AND t.MessageID <> 8201
  AND t.MessageID <> 8202

-- step: troubledPaths
SELECT d.NALPath AS NALPath
FROM {troubles} AS t
INNER JOIN v_DistributionPointInfo AS d ON d.NALPath = t.DpText
WHERE t.MessageID = 2323 OR t.MessageID = 2391 OR t.MessageID = 8201 OR t.MessageID = 8202
UNION
SELECT d.NALPath AS NALPath
FROM {troubles} AS t
INNER JOIN v_DistributionPointInfo AS d ON d.ServerName = t.FirstString
WHERE t.MessageID = 2323 OR t.MessageID = 2391 OR t.MessageID = 8201 OR t.MessageID = 8202

-- step: overRecords
-- CROSS JOIN keeps SQLite to this order.
SELECT a.RecordID AS RecordID
FROM {troubledPackages} AS p
CROSS JOIN v_StatMsgAttributes AS a
WHERE a.AttributeID = 400 AND a.AttributeValue = p.PackageID
UNION
SELECT a.RecordID AS RecordID
FROM {troubledPaths} AS d
CROSS JOIN v_StatMsgAttributes AS a
WHERE a.AttributeID = 404 AND a.AttributeValue = d.NALPath

-- step: over
-- Source processed (2301), package made anew (2311), snapshot taken (2376), prestaged (2367, 8209), arrived.
SELECT m.MessageID AS MessageID, m.Time AS Time,
  (SELECT MAX(a.AttributeValue) FROM v_StatMsgAttributes AS a
    WHERE a.RecordID = r.RecordID AND a.AttributeID = 400) AS PackageID,
  (SELECT MAX(a.AttributeValue) FROM v_StatMsgAttributes AS a
    WHERE a.RecordID = r.RecordID AND a.AttributeID = 404) AS DpText
FROM {overRecords} AS r
INNER JOIN v_StatusMessage AS m ON m.RecordID = r.RecordID
WHERE m.MessageID = 2301 OR m.MessageID = 2303 OR m.MessageID = 2311 OR m.MessageID = 2330 OR m.MessageID = 2367
  OR m.MessageID = 2376 OR m.MessageID = 8200 OR m.MessageID = 8209 OR m.MessageID = 8210 OR m.MessageID = 9509

-- result: trouble
SELECT t.MessageID AS MessageID, t.PackageID AS PackageID, t.DpText AS DpText, t.FirstString AS FirstString,
  MAX(t.Time) AS Time
FROM {troubles} AS t
GROUP BY t.MessageID, t.PackageID, t.DpText, t.FirstString

-- result: ended
SELECT o.MessageID AS MessageID, o.PackageID AS PackageID, o.DpText AS DpText, MAX(o.Time) AS Time
FROM {over} AS o
GROUP BY o.MessageID, o.PackageID, o.DpText
