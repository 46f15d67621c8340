-- Targets that no group asks for. A DP under another NAL path than its group has comes too: the reader drops it.

-- step: asked
SELECT DISTINCT m.DPNALPath AS NALPath, p.PkgID AS PackageID
FROM v_DPGroupMembers AS m
INNER JOIN v_DPGroupPackages AS p ON p.GroupID = m.GroupID

-- result: direct
SELECT t.PackageID AS PackageID, t.ServerNALPath AS NALPath
FROM v_DistributionPoint AS t
LEFT JOIN {asked} AS a ON a.PackageID = t.PackageID AND a.NALPath = t.ServerNALPath
WHERE a.PackageID IS NULL AND (t.Status IS NULL OR t.Status <> 3)
