import text from './packageTargets.sql';
import type { NoParameters, Question } from './siteQuery';

export interface PackageTargetsRows {
  readonly targets: {
    readonly packageId: string;
    readonly targets: number;
    /** Sum of their Status, as text: a target that is being removed is seen by it. */
    readonly statuses: string;
  };
}

export const packageTargets: Question<NoParameters, PackageTargetsRows> = {
  id: 'packageTargets',
  text,
  needs: { v_DistributionPoint: ['PackageID', 'Status'] },
  parameters: {},
  decode: {
    targets: (row) => ({
      packageId: row.text('PackageID'),
      targets: row.int('Targets'),
      statuses: row.text('Statuses'),
    }),
  },
};
