-- What needs packages: task sequences, deployments; and which boundary groups lean on which site systems.

-- step: sequences
SELECT s.PackageID AS PackageID, s.Name AS Name, s.BootImageID AS BootImageID
FROM v_TaskSequencePackage AS s
-- otherwise: sequences
SELECT CAST(NULL AS varchar(20)) AS PackageID, CAST(NULL AS varchar(20)) AS Name,
  CAST(NULL AS varchar(20)) AS BootImageID
FROM v_DistributionPointInfo AS d
WHERE 1 = 0

-- step: listed
SELECT r.PackageID AS SequenceID, r.RefPackageID AS PackageID
FROM v_TaskSequencePackageReferences AS r
WHERE r.RefPackageID <> ''
-- otherwise: listed
SELECT CAST(NULL AS varchar(20)) AS SequenceID, CAST(NULL AS varchar(20)) AS PackageID
FROM v_DistributionPointInfo AS d
WHERE 1 = 0

-- step: described
SELECT r.PackageID AS SequenceID, r.ReferencePackageID AS PackageID
FROM v_TaskSequenceReferencesInfo AS r
WHERE r.ReferencePackageID <> ''
-- otherwise: described
SELECT CAST(NULL AS varchar(20)) AS SequenceID, CAST(NULL AS varchar(20)) AS PackageID
FROM v_DistributionPointInfo AS d
WHERE 1 = 0

-- step: deployments
SELECT s.OfferID AS OfferID, s.AssignmentID AS AssignmentID, s.PackageID AS PackageID,
  s.SoftwareName AS SoftwareName, s.CollectionName AS CollectionName, s.DeploymentIntent AS DeploymentIntent,
  s.EnforcementDeadline AS EnforcementDeadline, s.NumberTotal AS NumberTotal
FROM v_DeploymentSummary AS s
-- otherwise: deployments
SELECT CAST(NULL AS varchar(20)) AS OfferID, CAST(NULL AS int) AS AssignmentID,
  CAST(NULL AS varchar(20)) AS PackageID, CAST(NULL AS varchar(20)) AS SoftwareName,
  CAST(NULL AS varchar(20)) AS CollectionName, CAST(NULL AS int) AS DeploymentIntent,
  CAST(NULL AS datetime) AS EnforcementDeadline, CAST(NULL AS int) AS NumberTotal
FROM v_DistributionPointInfo AS d
WHERE 1 = 0

-- step: advertisements
SELECT a.AdvertisementID AS AdvertisementID, a.AdvertisementName AS AdvertisementName, a.PackageID AS PackageID,
  a.CollectionID AS CollectionID, a.AssignedScheduleEnabled AS AssignedScheduleEnabled,
  a.ExpirationTimeEnabled AS ExpirationTimeEnabled, a.ExpirationTime AS ExpirationTime
FROM v_Advertisement AS a
-- otherwise: advertisements
SELECT CAST(NULL AS varchar(20)) AS AdvertisementID, CAST(NULL AS varchar(20)) AS AdvertisementName,
  CAST(NULL AS varchar(20)) AS PackageID, CAST(NULL AS varchar(20)) AS CollectionID,
  CAST(NULL AS int) AS AssignedScheduleEnabled, CAST(NULL AS int) AS ExpirationTimeEnabled,
  CAST(NULL AS datetime) AS ExpirationTime
FROM v_DistributionPointInfo AS d
WHERE 1 = 0

-- step: assignments
SELECT a.AssignmentID AS AssignmentID
FROM v_ApplicationAssignment AS a
-- otherwise: assignments
SELECT CAST(NULL AS int) AS AssignmentID
FROM v_DistributionPointInfo AS d
WHERE 1 = 0

-- step: groups
SELECT g.GroupID AS GroupID, g.Name AS Name, g.MemberCount AS MemberCount
FROM vSMS_BoundaryGroup AS g
-- otherwise: groups
SELECT CAST(NULL AS int) AS GroupID, CAST(NULL AS varchar(20)) AS Name, CAST(NULL AS int) AS MemberCount
FROM v_DistributionPointInfo AS d
WHERE 1 = 0

-- step: systems
SELECT s.GroupID AS GroupID, s.ServerNALPath AS ServerNALPath
FROM vSMS_BoundaryGroupSiteSystems AS s
-- otherwise: systems
SELECT CAST(NULL AS int) AS GroupID, CAST(NULL AS varchar(20)) AS ServerNALPath
FROM v_DistributionPointInfo AS d
WHERE 1 = 0

-- result: sequence
SELECT s.PackageID AS PackageID, s.Name AS Name, s.BootImageID AS BootImageID FROM {sequences} AS s

-- result: reference
SELECT l.SequenceID AS SequenceID, l.PackageID AS PackageID FROM {listed} AS l
UNION ALL
SELECT d.SequenceID AS SequenceID, d.PackageID AS PackageID FROM {described} AS d

-- result: deployment
SELECT d.OfferID AS OfferID, d.AssignmentID AS AssignmentID, d.PackageID AS PackageID,
  d.SoftwareName AS SoftwareName, d.CollectionName AS CollectionName, d.DeploymentIntent AS DeploymentIntent,
  d.EnforcementDeadline AS EnforcementDeadline, d.NumberTotal AS NumberTotal
FROM {deployments} AS d
WHERE d.PackageID <> ''

-- result: advertisement
SELECT a.AdvertisementID AS AdvertisementID, a.AdvertisementName AS AdvertisementName, a.PackageID AS PackageID,
  a.CollectionID AS CollectionID, a.AssignedScheduleEnabled AS AssignedScheduleEnabled,
  a.ExpirationTimeEnabled AS ExpirationTimeEnabled, a.ExpirationTime AS ExpirationTime
FROM {advertisements} AS a

-- result: withoutPackage
-- Deployments whose content no column names: of applications and of software updates.
SELECT
  (SELECT COUNT(*) FROM {assignments} AS a WHERE NOT EXISTS
    (SELECT 1 AS One FROM {deployments} AS d WHERE d.AssignmentID = a.AssignmentID AND d.PackageID <> '')
  ) AS Applications,
  (SELECT COUNT(*) FROM {deployments} AS o WHERE o.PackageID IS NULL OR o.PackageID = '') AS Deployments

-- result: boundaryGroup
SELECT g.GroupID AS GroupID, g.Name AS Name, g.MemberCount AS MemberCount FROM {groups} AS g

-- result: siteSystem
SELECT s.GroupID AS GroupID, s.ServerNALPath AS ServerNALPath FROM {systems} AS s
