-- Content targeted to one DP, with what tells that it is on its way or was found damaged.
-- @server is the DP's server name in lower case; @packageId '' stands for all.

-- same: targets

-- same: chosen

-- same: validations

-- step: refreshed
SELECT c.PackageID AS PackageID, c.NALPath AS NALPath, MAX(t.LastRefreshTime) AS LastRefreshTime
FROM {chosen} AS c
CROSS JOIN v_DistributionPoint AS t
WHERE t.PackageID = c.PackageID AND t.ServerNALPath = c.NALPath
GROUP BY c.PackageID, c.NALPath

-- step: states
SELECT c.PackageID AS PackageID, c.NALPath AS NALPath, MAX(s.State) AS State
FROM {chosen} AS c
CROSS JOIN v_PackageStatusDistPointsSumm AS s
WHERE s.PackageID = c.PackageID AND s.ServerNALPath = c.NALPath
GROUP BY c.PackageID, c.NALPath
-- otherwise: states
SELECT c.PackageID AS PackageID, c.NALPath AS NALPath, CAST(NULL AS int) AS State
FROM {chosen} AS c
WHERE 1 = 0

-- step: jobs
-- Pending, ready, started, in progress, pending restart, suspended.
SELECT j.PkgID AS PackageID, CONCAT(LOWER(j.NALPath), '|') AS Ended
FROM vSMS_DistributionJob AS j
WHERE j.State <= 4 OR j.State = 8
-- otherwise: jobs
SELECT c.PackageID AS PackageID, c.NALPath AS Ended
FROM {chosen} AS c
WHERE 1 = 0

-- result: target
SELECT c.PackageID AS PackageID, c.NALPath AS NALPath, c.Status AS Status, r.LastRefreshTime AS LastRefreshTime,
  s.State AS State, v.MessageID AS ValidationID
FROM {chosen} AS c
LEFT JOIN {refreshed} AS r ON r.PackageID = c.PackageID AND r.NALPath = c.NALPath
LEFT JOIN {states} AS s ON s.PackageID = c.PackageID AND s.NALPath = c.NALPath
LEFT JOIN {validations} AS v ON v.PackageID = c.PackageID AND v.DPID = c.DPID

-- result: job
SELECT DISTINCT j.PackageID AS PackageID
FROM {jobs} AS j
WHERE REPLACE(j.Ended, CONCAT('\\', @server, '\|'), '') <> j.Ended
