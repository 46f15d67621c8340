import text from './looseMessages.sql';
import { missingContent } from './missingContent';
import type { NoParameters, Question } from './siteQuery';

export interface LooseMessagesRows {
  /** A message that lacks the attribute of the DP or of the package, and what it is about all the same. */
  readonly unaddressed: {
    readonly recordId: string;
    readonly dpId: number;
    /** undefined: a mark of the DP's cycle. */
    readonly packageId: string | undefined;
  };
  /** A message that names a DP otherwise than by its NAL path. */
  readonly sample: { readonly recordId: string; readonly dpId: number };
}

export const looseMessages: Question<NoParameters, LooseMessagesRows> = {
  id: 'looseMessages',
  text,
  base: missingContent,
  needs: {
    v_DistributionPointInfo: ['ID', 'NALPath', 'ServerName', 'SiteCode', 'ResourceType'],
    v_Package: ['PackageID', 'PackageType', 'PkgSourceFlag', 'PkgFlags', 'SourceVersion', 'ActionInProgress'],
    v_SmsPackage: ['PkgID', 'Action', 'StoredPkgVersion'],
    v_DistributionPoint: ['PackageID'],
    v_StatusMessage: ['RecordID', 'MessageID', 'Time', 'Component', 'MachineName'],
    v_StatMsgAttributes: ['RecordID', 'AttributeID', 'AttributeValue'],
    v_StatMsgInsStrings: ['RecordID', 'InsStrIndex', 'InsStrValue'],
  },
  parameters: {},
  decode: {
    unaddressed: (row) => ({
      recordId: row.bigintText('RecordID'),
      dpId: row.int('DPID'),
      packageId: row.optionalText('PackageID'),
    }),
    sample: (row) => ({ recordId: row.bigintText('RecordID'), dpId: row.int('DPID') }),
  },
};
