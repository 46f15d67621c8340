-- Rows of v_ContentDistribution without a target row, and what else may target their pairs.
-- @dpId 0 stands for all DPs.

-- step: dps
-- Of several rows of one DP the newest counts.
SELECT i.ID AS DPID, i.NALPath AS NALPath, COALESCE(MAX(n.ID), i.ID) AS NewestID
FROM v_DistributionPointInfo AS i
LEFT JOIN v_DistributionPointInfo AS n ON n.ServerName = i.ServerName AND n.ResourceType = i.ResourceType
GROUP BY i.ID, i.NALPath

-- step: targets
SELECT DISTINCT t.PackageID AS PackageID, d.NewestID AS DPID
FROM v_DistributionPoint AS t
INNER JOIN {dps} AS d ON d.NALPath = t.ServerNALPath

-- step: states
SELECT c.PkgID AS PackageID, COALESCE(d.NewestID, c.DPID) AS DPID, MAX(c.State) AS State,
  MAX(c.SummaryDate) AS SummaryDate
FROM v_ContentDistribution AS c
LEFT JOIN {dps} AS d ON d.DPID = c.DPID
WHERE @dpId = 0 OR COALESCE(d.NewestID, c.DPID) = @dpId
GROUP BY c.PkgID, COALESCE(d.NewestID, c.DPID)

-- result: untargeted
SELECT s.PackageID AS PackageID, s.DPID AS DPID, d.NALPath AS NALPath, s.State AS State,
  s.SummaryDate AS SummaryDate
FROM {states} AS s
LEFT JOIN {dps} AS d ON d.DPID = s.DPID
LEFT JOIN {targets} AS t ON t.PackageID = s.PackageID AND t.DPID = s.DPID
WHERE t.PackageID IS NULL

-- result: otherTarget
-- Targets under a NAL path that no DP has now: left by a reassignment, or of a DP that is gone.
SELECT t.PackageID AS PackageID, t.ServerNALPath AS NALPath
FROM v_DistributionPoint AS t
WHERE NOT EXISTS (SELECT 1 FROM {dps} AS d WHERE d.NALPath = t.ServerNALPath)

-- result: someTarget
SELECT MAX(t.PackageID) AS PackageID FROM v_DistributionPoint AS t
