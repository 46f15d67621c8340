-- result: dpGroup
SELECT g.GroupID AS GroupID, g.Name AS Name, g.Description AS Description
FROM v_SMS_DistributionPointGroup AS g

-- result: member
SELECT m.GroupID AS GroupID, m.DPNALPath AS DPNALPath
FROM v_DPGroupMembers AS m

-- result: content
SELECT c.GroupID AS GroupID, c.PkgID AS PkgID
FROM v_DPGroupPackages AS c
