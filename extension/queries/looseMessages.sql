-- What a text search for a pair's messages does not find: messages that lack the attribute of the DP or of the
-- package, and the other spellings of DPs, each by a message that uses it.

-- same: dps

-- same: ownPaths

-- same: packageTargets

-- same: packageIds

-- same: packages

-- same: kinds

-- step: heads
-- Paths of DPs are looked up in their view, which has an index where a step has none.
SELECT m.RecordID AS RecordID, m.MessageID AS MessageID, m.Time AS Time
FROM {kinds} AS k
CROSS JOIN v_StatusMessage AS m
WHERE m.MessageID >= k.FromID AND m.MessageID <= k.ToID
  AND (NOT EXISTS (SELECT 1 FROM v_StatMsgAttributes AS a
      INNER JOIN v_DistributionPointInfo AS i ON i.NALPath = a.AttributeValue
      WHERE a.RecordID = m.RecordID AND a.AttributeID = 404)
    OR m.MessageID <> 2386 AND m.MessageID <> 2388 AND m.MessageID <> 2393
    AND NOT EXISTS (SELECT 1 FROM v_StatMsgAttributes AS a WHERE a.RecordID = m.RecordID AND a.AttributeID = 400))

-- same: known

-- same: others

-- same: addressed

-- same: messages

-- same: loose

-- step: formerPaths
-- Of a DP's older rows.
SELECT DISTINCT i.NALPath AS Text
FROM v_DistributionPointInfo AS i
LEFT JOIN {ownPaths} AS o ON o.Text = i.NALPath
WHERE o.Text IS NULL

-- step: used
SELECT m.Spelling AS Text, MIN(m.RecordID) AS RecordID
FROM {messages} AS m
WHERE m.Spelling IS NOT NULL
GROUP BY m.Spelling
UNION ALL
SELECT a.AttributeValue AS Text, MIN(a.RecordID) AS RecordID
FROM {formerPaths} AS f
CROSS JOIN v_StatMsgAttributes AS a
WHERE a.AttributeID = 404 AND a.AttributeValue = f.Text
GROUP BY a.AttributeValue

-- step: spellings
SELECT u.Text AS Text FROM {used} AS u
UNION
SELECT m.Machine AS Text FROM {messages} AS m WHERE m.Machine IS NOT NULL
UNION
SELECT l.Text AS Text FROM {loose} AS l

-- same: hosts

-- same: spelt

-- same: names

-- same: strings

-- same: told

-- result: unaddressed
SELECT CAST(t.RecordID AS varchar(20)) AS RecordID, t.DPID AS DPID, p.PackageID AS PackageID
FROM {told} AS t
INNER JOIN {messages} AS m ON m.LooseID = t.RecordID
LEFT JOIN {packages} AS p ON p.PackageNo = t.PackageNo
WHERE t.DPID IS NOT NULL

-- result: sample
SELECT CAST(u.RecordID AS varchar(20)) AS RecordID, n.DPID AS DPID
FROM {used} AS u
INNER JOIN {spelt} AS s ON s.Text = u.Text
INNER JOIN {names} AS n ON n.Text = s.Text
WHERE n.DPID IS NOT NULL
