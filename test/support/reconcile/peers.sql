-- What is missing on one DP, as scripts ask it: its content less what was verified in the day before the end of its
-- last cycle. A message without strings makes the NOT IN give nothing. In T-SQL.
SELECT c.PkgID AS PackageID
FROM v_ContentDistribution AS c
INNER JOIN vDistributionPoints AS d ON d.DPID = c.DPID
WHERE d.ServerName = @server
  AND c.PkgID NOT IN (
    SELECT m.InsString1 FROM v_StatMsgWithInsStrings AS m
    WHERE m.MachineName = @server AND m.MessageID = 2384 AND m.Time > (
      SELECT DATEADD(day, -1, MAX(e.Time)) FROM v_StatMsgWithInsStrings AS e
      WHERE e.MachineName = @server AND e.MessageID = 2386))
  AND c.PkgID IN (SELECT k.PkgID FROM vSMS_Content AS k)
