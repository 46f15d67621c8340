-- What smsdpmon has said of some DPs as a whole since a time: 2386, 2388 and 2393.
-- @wanted is one text of entries of 19 characters each (textList.ts); the first 10 are a DPID.

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
SELECT CAST(SUBSTRING(k.Text, h.N * 19 + 1, 10) AS bigint) AS DPID
FROM {wantedBlocks} AS k
CROSS JOIN {hundred} AS h
WHERE k.N * 100 + h.N < @wantedCount

-- step: names
SELECT w.DPID AS DPID, d.NALPath AS Text
FROM {wanted} AS w
INNER JOIN v_DistributionPointInfo AS d ON d.ID = w.DPID
UNION
SELECT w.DPID AS DPID, d.ServerName AS Text
FROM {wanted} AS w
INNER JOIN v_DistributionPointInfo AS d ON d.ID = w.DPID

-- step: results
-- CROSS JOIN keeps SQLite to this order: few DPs, then their messages.
SELECT n.DPID AS DPID, m.RecordID AS RecordID, m.MessageID AS MessageID, m.Time AS Time
FROM {names} AS n
CROSS JOIN v_StatMsgAttributes AS a
INNER JOIN v_StatusMessage AS m ON m.RecordID = a.RecordID
WHERE a.AttributeID = 404 AND a.AttributeValue = n.Text AND m.Time >= @since
  AND (m.MessageID = 2386 OR m.MessageID = 2388 OR m.MessageID = 2393)
UNION
-- Messages without the attribute of the DP are of the machine that sent them.
SELECT w.DPID AS DPID, m.RecordID AS RecordID, m.MessageID AS MessageID, m.Time AS Time
FROM {wanted} AS w
INNER JOIN v_DistributionPointInfo AS d ON d.ID = w.DPID
INNER JOIN v_StatusMessage AS m ON m.MachineName = d.ServerName
WHERE m.Time >= @since AND (m.MessageID = 2386 OR m.MessageID = 2388 OR m.MessageID = 2393)
  AND m.Component = 'SMS_Distribution_Point_Monitoring'
  AND NOT EXISTS (SELECT 1 FROM v_StatMsgAttributes AS a WHERE a.RecordID = m.RecordID AND a.AttributeID = 404)

-- result: told
SELECT t.DPID AS DPID, t.MessageID AS MessageID, t.Time AS Time
FROM {results} AS t
