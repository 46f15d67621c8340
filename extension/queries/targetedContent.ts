import type { Question } from './siteQuery';
import text from './targetedContent.sql';

/** One package targeted to one DP, with what its newest status says of content validation. */
export interface TargetedContentRow {
  readonly packageId: string;
  readonly nalPath: string;
  readonly siteCode: string;
  readonly resourceType: string;
  /** 0 none, 1 updated, 2 added, 3 deleted. */
  readonly status: number | undefined;
  /** 2382 to 2385 with its time; undefined when the newest status is about something else. */
  readonly lastValidation: { readonly messageId: number; readonly time: number } | undefined;
  /** What v_ContentDistributionVersions says of when the content was validated. */
  readonly validatedVersionTime: number | undefined;
}

/** '' stands for all; `server` is a DP's server name in lower case. */
export interface TargetedContentParameters extends Readonly<Record<string, string>> {
  readonly packageId: string;
  readonly server: string;
}

export const targetedContent: Question<TargetedContentParameters, { target: TargetedContentRow }> = {
  id: 'targetedContent',
  text,
  needs: {
    v_DistributionPoint: ['PackageID', 'ServerNALPath', 'SiteCode', 'ResourceType', 'Status'],
    v_DistributionPointInfo: ['ID', 'NALPath'],
  },
  optional: {
    validations: {
      source: 'statuses',
      needs: { vSMS_DistributionDPStatus: ['PackageID', 'DPID', 'MessageID', 'LastUpdateDate'] },
    },
    versions: {
      source: 'validatedVersions',
      needs: { v_ContentDistributionVersions: ['PkgID', 'DPNALPath', 'ValidatedVersionTime'] },
    },
  },
  parameters: { packageId: 'text', server: 'text' },
  decode: {
    target: (row) => {
      const messageId = row.optionalInt('ValidationID');
      return {
        packageId: row.text('PackageID'),
        nalPath: row.text('NALPath'),
        siteCode: row.text('SiteCode'),
        resourceType: row.optionalText('ResourceType') ?? '',
        status: row.optionalInt('Status'),
        lastValidation: messageId === undefined ? undefined : { messageId, time: row.time('ValidatedAt') },
        validatedVersionTime: row.optionalTime('ValidatedVersionTime'),
      };
    },
  },
};
