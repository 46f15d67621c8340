-- Targeted pairs that no pass tells of since a day before the end of the DP's last cycle: all DPs at once, and no
-- more than one question. In T-SQL.
WITH ends AS (
  SELECT a.AttributeValue AS NALPath, DATEADD(day, -1, MAX(m.Time)) AS Since
  FROM v_StatusMessage AS m
  INNER JOIN v_StatMsgAttributes AS a ON a.RecordID = m.RecordID AND a.AttributeID = 404
  WHERE m.MessageID = 2386
  GROUP BY a.AttributeValue
), passes AS (
  SELECT p.AttributeValue AS PackageID, n.AttributeValue AS NALPath
  FROM v_StatusMessage AS m
  INNER JOIN v_StatMsgAttributes AS p ON p.RecordID = m.RecordID AND p.AttributeID = 400
  INNER JOIN v_StatMsgAttributes AS n ON n.RecordID = m.RecordID AND n.AttributeID = 404
  INNER JOIN ends AS e ON e.NALPath = n.AttributeValue
  WHERE m.MessageID = 2384 AND m.Time > e.Since
)
SELECT t.PackageID AS PackageID, t.ServerNALPath AS NALPath
FROM v_DistributionPoint AS t
WHERE NOT EXISTS (
  SELECT 1 FROM passes AS p WHERE p.PackageID = t.PackageID AND p.NALPath = t.ServerNALPath)
