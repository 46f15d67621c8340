-- Which packages are targeted to which DPs, by the DPs' own paths: those of whose pairs some are only counted.
-- One row stands for a package on up to 24 DPs, so that a site of five million pairs sends a hundred thousand rows.

-- step: dps
SELECT i.ID AS DPID, i.NALPath AS NALPath, i.SiteCode AS SiteCode,
  CAST(ROW_NUMBER() OVER (ORDER BY i.ID) - 1 AS int) AS DpNo
FROM v_DistributionPointInfo AS i

-- step: places
-- A DP's block, and its bit there: 2 to the power of its place, because no two engines have one power function.
SELECT d.DpNo AS DpNo, d.NALPath AS NALPath, d.SiteCode AS SiteCode, d.DpNo / 24 AS Block,
  CASE d.DpNo % 4 WHEN 0 THEN 1 WHEN 1 THEN 2 WHEN 2 THEN 4 ELSE 8 END
  * CASE d.DpNo / 4 % 6 WHEN 0 THEN 1 WHEN 1 THEN 16 WHEN 2 THEN 256 WHEN 3 THEN 4096 WHEN 4 THEN 65536 ELSE 1048576 END
  AS Bit
FROM {dps} AS d

-- result: dp
SELECT d.DPID AS DPID, d.DpNo AS DpNo FROM {dps} AS d

-- result: targets
-- A row that stands twice counts once, or its bit would become its neighbour's.
SELECT t.PackageID AS PackageID, p.Block AS Block, CAST(SUM(CAST(p.Bit AS bigint)) AS int) AS Bits
FROM (
  SELECT DISTINCT v.PackageID AS PackageID, q.DpNo AS DpNo
  FROM {places} AS q
  CROSS JOIN v_DistributionPoint AS v
  WHERE v.ServerNALPath = q.NALPath AND v.SiteCode = q.SiteCode) AS t
INNER JOIN {places} AS p ON p.DpNo = t.DpNo
GROUP BY t.PackageID, p.Block
