import type { NoParameters, Question } from './siteQuery';
import text from './directContent.sql';

export interface DirectContentRow {
  readonly packageId: string;
  readonly nalPath: string;
}

export const directContent: Question<NoParameters, { direct: DirectContentRow }> = {
  id: 'directContent',
  text,
  needs: {
    v_DistributionPoint: ['PackageID', 'ServerNALPath', 'Status'],
    v_DPGroupMembers: ['GroupID', 'DPNALPath'],
    v_DPGroupPackages: ['GroupID', 'PkgID'],
  },
  parameters: {},
  decode: { direct: (row) => ({ packageId: row.text('PackageID'), nalPath: row.text('NALPath') }) },
};
