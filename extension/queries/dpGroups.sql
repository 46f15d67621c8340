-- step: groups
SELECT g.GroupID AS GroupID, g.Name AS Name, g.Description AS Description
FROM v_SMS_DistributionPointGroup AS g
-- otherwise: groups
SELECT CAST(NULL AS varchar(40)) AS GroupID, CAST(NULL AS varchar(20)) AS Name,
  CAST(NULL AS varchar(20)) AS Description
FROM v_DistributionPointInfo AS d
WHERE 1 = 0

-- step: members
SELECT m.GroupID AS GroupID, m.DPNALPath AS DPNALPath
FROM v_DPGroupMembers AS m
-- otherwise: members
SELECT g.GroupID AS GroupID, CAST(NULL AS varchar(20)) AS DPNALPath FROM {groups} AS g WHERE 1 = 0

-- step: contents
SELECT c.GroupID AS GroupID, c.PkgID AS PkgID
FROM v_DPGroupPackages AS c
-- otherwise: contents
SELECT g.GroupID AS GroupID, CAST(NULL AS varchar(20)) AS PkgID FROM {groups} AS g WHERE 1 = 0

-- result: dpGroup
SELECT g.GroupID AS GroupID, g.Name AS Name, g.Description AS Description FROM {groups} AS g

-- result: member
SELECT m.GroupID AS GroupID, m.DPNALPath AS DPNALPath FROM {members} AS m

-- result: content
SELECT c.GroupID AS GroupID, c.PkgID AS PkgID FROM {contents} AS c
