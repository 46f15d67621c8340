import text from './contentAgain.sql';
import { missingContent, type MissingContentRows } from './missingContent';
import type { Question } from './siteQuery';

/** Lists as queries/textList.ts makes them. */
export interface ContentAgainParameters extends Readonly<Record<string, string | number>> {
  readonly wanted: string;
  readonly wantedCount: number;
  readonly loose: string;
  readonly looseCount: number;
  readonly samples: string;
  readonly samplesCount: number;
}

/** Rows of `missingContent` for the listed pairs; nothing is only counted. */
export type ContentAgainRows = Omit<MissingContentRows, 'plainByDp' | 'plainByPackage' | 'late'>;

const { cycle, oldestPass, gone, surplus, job, message, pair } = missingContent.decode;

export const contentAgain: Question<ContentAgainParameters, ContentAgainRows> = {
  id: 'contentAgain',
  text,
  base: missingContent,
  needs: missingContent.needs,
  optional: {
    passIds: {
      source: 'statuses',
      needs: {
        vSMS_DistributionDPStatus: ['PackageID', 'DPID', 'LastStatusID', 'MessageID', 'MessageState'],
      },
    },
    otherPasses: {
      source: 'statuses',
      needs: { vSMS_DistributionDPStatus: ['LastStatusID', 'MessageID', 'MessageState'] },
    },
    anySummaryPaths: { source: 'summaries', needs: { v_PackageStatusDistPointsSumm: ['ServerNALPath'] } },
    summaryPaths: {
      source: 'summaries',
      needs: { v_PackageStatusDistPointsSumm: ['PackageID', 'ServerNALPath'] },
    },
    groupDps: { source: 'groups', needs: { v_DPGroupMembers: ['GroupID', 'DPNALPath'] } },
    groupPackages: { source: 'groups', needs: { v_DPGroupPackages: ['GroupID', 'PkgID'] } },
    groupCells: { source: 'groups', needs: { v_DPGroupPackages: ['GroupID', 'PkgID'] } },
  },
  parameters: {
    wanted: 'text',
    wantedCount: 'int',
    loose: 'text',
    looseCount: 'int',
    samples: 'text',
    samplesCount: 'int',
  },
  decode: { cycle, oldestPass, gone, surplus, job, message, pair },
};
