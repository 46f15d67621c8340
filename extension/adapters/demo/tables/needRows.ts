import { nalText } from '../site/nalText';
import type { DemoBoundaryGroup, DemoDeployment, DemoSequence } from '../site/siteNeeds';
import type { SiteModel } from '../site/siteModel';
import { day } from '../site/time';
import { timeText } from '../timeText';
import type { Put } from './inventoryWriter';

const writeSequence = (put: Put, site: SiteModel, sequence: DemoSequence): void => {
  const { packageId, name, boot, content, runs } = sequence;
  put('v_TaskSequencePackage', {
    PackageID: packageId,
    Name: name,
    PackageType: 4,
    SourceSite: site.siteCode,
    SourceVersion: 1,
    BootImageID: boot?.packageId ?? '',
  });
  const references = [
    ...(boot === undefined ? [] : [boot]),
    ...content,
    ...(runs === undefined ? [] : [runs]),
  ];
  for (const one of references) {
    // An application is named by its own ID, its content by the package.
    const ObjectID =
      'type' in one && one.type === 8 ? `ScopeId_0/Application_${one.packageId}` : one.packageId;
    put('v_TaskSequencePackageReferences', { PackageID: packageId, ObjectID, RefPackageID: one.packageId });
    if ('type' in one && one.type === 8) continue;
    put('v_TaskSequenceReferencesInfo', {
      PackageID: packageId,
      ReferencePackageID: one.packageId,
      ReferencePackageType: 'type' in one ? one.type : 4,
      ReferenceName: one.name,
      ProgramName: '*',
    });
  }
};

const writeDeployment = (put: Put, site: SiteModel, deployment: DemoDeployment): void => {
  const { id, number, packageId, software, collection, purpose, deadline, targeted, expires } = deployment;
  const place = { PackageID: packageId, ProgramName: '*', CollectionID: collectionId(site, collection) };
  const begins = timeText(site.options.now - 60 * day);
  put('v_Advertisement', {
    ...place,
    AdvertisementID: id,
    AdvertisementName: `${software} - ${collection}`,
    AssignmentID: number,
    AssignedScheduleEnabled: purpose === 'required' ? 1 : 0,
    PresentTime: begins,
    PresentTimeEnabled: 1,
    ExpirationTimeEnabled: expires === undefined ? 0 : 1,
    ExpirationTime: timeText(expires ?? site.options.now),
    SourceSite: site.siteCode,
  });
  if (deployment.isSummarised)
    put('v_DeploymentSummary', {
      ...place,
      OfferID: id,
      AssignmentID: number,
      SoftwareName: software,
      CollectionName: collection,
      DeploymentIntent: purpose === 'required' ? 1 : 2,
      DeploymentTime: begins,
      EnforcementDeadline: deadline === undefined ? null : timeText(deadline),
      NumberTotal: targeted,
    });
};

const collectionId = ({ siteCode }: SiteModel, collection: string): string =>
  `${siteCode}C${String(collection.length).padStart(4, '0')}`;

/** v_DeploymentSummary lists it too, without a package. */
const writeApplication = (put: Put, site: SiteModel, number: number): void => {
  const place = {
    AssignmentID: number,
    CollectionID: collectionId(site, 'All Users'),
    CollectionName: 'All Users',
  };
  put('v_ApplicationAssignment', {
    ...place,
    ApplicationName: `Application ${String(number)}`,
    OfferTypeID: 2,
  });
  put('v_DeploymentSummary', { ...place, OfferID: '', PackageID: '', DeploymentIntent: 2, NumberTotal: 40 });
};

/** Site systems are spelt with and without the display part; one of them is no DP. */
const writeBoundaryGroup = (put: Put, site: SiteModel, group: DemoBoundaryGroup): void => {
  put('vSMS_BoundaryGroup', {
    GroupID: group.groupId,
    Name: group.name,
    DefaultSiteCode: site.siteCode,
    MemberCount: group.boundaries,
    SiteSystemCount: group.dps.length + 1,
  });
  const paths = [
    ...group.dps.map(({ nalPath, server, siteCode, isCloud }, at) =>
      at === 0 || isCloud ? nalPath : nalText(server, siteCode, false),
    ),
    nalText('MP01.contoso.local', site.siteCode, true),
  ];
  for (const ServerNALPath of paths)
    put('vSMS_BoundaryGroupSiteSystems', {
      GroupID: group.groupId,
      ServerNALPath,
      SiteCode: site.siteCode,
      Flags: 0,
    });
};

/** Task sequences, deployments and boundary groups. */
export const writeNeeds = (put: Put, site: SiteModel): void => {
  const { sequences, deployments, applications, boundaryGroups } = site.needs;
  for (const sequence of sequences) writeSequence(put, site, sequence);
  for (const deployment of deployments) writeDeployment(put, site, deployment);
  for (const number of applications) writeApplication(put, site, number);
  for (const group of boundaryGroups) writeBoundaryGroup(put, site, group);
};
