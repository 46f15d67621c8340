import type { NeedSource } from '../core/impact/needSource';
import type { NoParameters, Question } from './siteQuery';
import text from './impact.sql';

export interface ImpactRows {
  readonly sequence: {
    readonly packageId: string;
    readonly name: string;
    readonly bootImageId: string | undefined;
  };
  readonly reference: { readonly sequenceId: string; readonly packageId: string };
  readonly deployment: {
    readonly offerId: string | undefined;
    readonly assignmentId: number | undefined;
    readonly packageId: string;
    readonly software: string;
    readonly collection: string;
    readonly intent: number | undefined;
    /** UTC epoch milliseconds. */
    readonly deadline: number | undefined;
    readonly targeted: number | undefined;
  };
  readonly advertisement: {
    readonly id: string;
    readonly name: string;
    readonly packageId: string | undefined;
    readonly collectionId: string;
    /** It runs by a schedule: required. */
    readonly isScheduled: boolean | undefined;
    /** UTC epoch milliseconds; undefined: it does not expire. */
    readonly expires: number | undefined;
  };
  readonly withoutPackage: { readonly applications: number; readonly deployments: number };
  readonly boundaryGroup: {
    readonly groupId: number;
    readonly name: string;
    readonly boundaries: number | undefined;
  };
  readonly siteSystem: { readonly groupId: number; readonly nalPath: string };
}

export const impact: Question<NoParameters, ImpactRows, NeedSource> = {
  id: 'impact',
  text,
  needs: { v_DistributionPointInfo: [] },
  optional: {
    sequences: {
      source: 'taskSequences',
      needs: { v_TaskSequencePackage: ['PackageID', 'Name', 'BootImageID'] },
    },
    listed: {
      source: 'references',
      needs: { v_TaskSequencePackageReferences: ['PackageID', 'RefPackageID'] },
    },
    described: {
      source: 'references',
      needs: { v_TaskSequenceReferencesInfo: ['PackageID', 'ReferencePackageID'] },
    },
    deployments: {
      source: 'deployments',
      needs: {
        v_DeploymentSummary: [
          'OfferID',
          'AssignmentID',
          'PackageID',
          'SoftwareName',
          'CollectionName',
          'DeploymentIntent',
          'EnforcementDeadline',
          'NumberTotal',
        ],
      },
    },
    advertisements: {
      source: 'advertisements',
      needs: {
        v_Advertisement: [
          'AdvertisementID',
          'AdvertisementName',
          'PackageID',
          'CollectionID',
          'AssignedScheduleEnabled',
          'ExpirationTimeEnabled',
          'ExpirationTime',
        ],
      },
    },
    assignments: { source: 'assignments', needs: { v_ApplicationAssignment: ['AssignmentID'] } },
    groups: {
      source: 'boundaryGroups',
      needs: { vSMS_BoundaryGroup: ['GroupID', 'Name', 'MemberCount'] },
    },
    systems: {
      source: 'boundaryGroups',
      needs: { vSMS_BoundaryGroupSiteSystems: ['GroupID', 'ServerNALPath'] },
    },
  },
  parameters: {},
  decode: {
    sequence: (row) => ({
      packageId: row.text('PackageID'),
      name: row.optionalText('Name') ?? '',
      bootImageId: row.optionalText('BootImageID') || undefined,
    }),
    reference: (row) => ({ sequenceId: row.text('SequenceID'), packageId: row.text('PackageID') }),
    deployment: (row) => ({
      offerId: row.optionalText('OfferID') || undefined,
      assignmentId: row.optionalInt('AssignmentID'),
      packageId: row.text('PackageID'),
      software: row.optionalText('SoftwareName') ?? '',
      collection: row.optionalText('CollectionName') ?? '',
      intent: row.optionalInt('DeploymentIntent'),
      deadline: row.optionalTime('EnforcementDeadline'),
      targeted: row.optionalInt('NumberTotal'),
    }),
    advertisement: (row) => ({
      id: row.text('AdvertisementID'),
      name: row.optionalText('AdvertisementName') ?? '',
      packageId: row.optionalText('PackageID') || undefined,
      collectionId: row.optionalText('CollectionID') ?? '',
      isScheduled: row.optionalFlag('AssignedScheduleEnabled'),
      expires:
        row.optionalFlag('ExpirationTimeEnabled') === true ? row.optionalTime('ExpirationTime') : undefined,
    }),
    withoutPackage: (row) => ({ applications: row.int('Applications'), deployments: row.int('Deployments') }),
    boundaryGroup: (row) => ({
      groupId: row.int('GroupID'),
      name: row.optionalText('Name') || String(row.int('GroupID')),
      boundaries: row.optionalInt('MemberCount'),
    }),
    siteSystem: (row) => ({ groupId: row.int('GroupID'), nalPath: row.text('ServerNALPath') }),
  },
};
