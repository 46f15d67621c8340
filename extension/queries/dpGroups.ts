import type { NoParameters, Question } from './siteQuery';
import text from './dpGroups.sql';

export interface DpGroupResults {
  readonly dpGroup: { readonly groupId: string; readonly name: string; readonly description: string };
  readonly member: { readonly groupId: string; readonly nalPath: string };
  readonly content: { readonly groupId: string; readonly packageId: string };
}

export const dpGroups: Question<NoParameters, DpGroupResults> = {
  id: 'dpGroups',
  text,
  needs: { v_DistributionPointInfo: [] },
  optional: {
    groups: {
      source: 'groups',
      needs: { v_SMS_DistributionPointGroup: ['GroupID', 'Name', 'Description'] },
    },
    members: { source: 'groups', needs: { v_DPGroupMembers: ['GroupID', 'DPNALPath'] } },
    contents: { source: 'groups', needs: { v_DPGroupPackages: ['GroupID', 'PkgID'] } },
  },
  parameters: {},
  decode: {
    dpGroup: (row) => ({
      groupId: row.text('GroupID'),
      name: row.text('Name'),
      description: row.optionalText('Description') ?? '',
    }),
    member: (row) => ({ groupId: row.text('GroupID'), nalPath: row.text('DPNALPath') }),
    content: (row) => ({ groupId: row.text('GroupID'), packageId: row.text('PkgID') }),
  },
};
