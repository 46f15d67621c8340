import type { DpKey } from '../content/nalPath';
import { needSources, type NeedSource } from './needSource';

/** Content that a task sequence runs with. */
export interface TaskSequence {
  readonly packageId: string;
  readonly name: string;
  readonly bootImageId: string | undefined;
  /** PackageIDs, as listed: another task sequence among them stands for what that one runs with. */
  readonly references: readonly string[];
}

export type Purpose = 'required' | 'available' | 'unknown';

/** A deployment that names a package or a task sequence, and has not expired. */
export interface Deployment {
  /** The advertisement's ID; of one that has none, the AssignmentID. */
  readonly id: string;
  readonly name: string;
  readonly packageId: string;
  readonly collection: string;
  readonly purpose: Purpose;
  /** Raw DeploymentIntent: 1 required, 2 available. */
  readonly intent: number | undefined;
  /** UTC epoch milliseconds. */
  readonly deadline: number | undefined;
  /** Devices or users that it is for (NumberTotal). */
  readonly targeted: number | undefined;
}

export interface BoundaryGroup {
  readonly groupId: number;
  readonly name: string;
  /** MemberCount; which clients are in them, the site's views do not tell. */
  readonly boundaries: number | undefined;
  /** Those of its site systems that are DPs. */
  readonly dps: readonly DpKey[];
}

/** What a site says about who needs its content. */
export interface SiteNeeds {
  readonly taskSequences: readonly TaskSequence[];
  readonly deployments: readonly Deployment[];
  readonly boundaryGroups: readonly BoundaryGroup[];
  /** Deployments whose content no column names. */
  readonly withoutPackage: {
    readonly applications: number;
    /** Of software updates and all else that v_DeploymentSummary lists. */
    readonly others: number;
  };
  /** Then absence proves nothing: what lacks here may be there. */
  readonly notRead: readonly NeedSource[];
}

/** As long as nothing was read. */
export const unreadNeeds: SiteNeeds = {
  taskSequences: [],
  deployments: [],
  boundaryGroups: [],
  withoutPackage: { applications: 0, others: 0 },
  notRead: needSources,
};
