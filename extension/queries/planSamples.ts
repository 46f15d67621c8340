import text from './planSamples.sql';
import type { Question } from './siteQuery';

export interface PlanSamplesParameters extends Readonly<Record<string, string | number>> {
  /** DPs, as entries of a list (textList.ts). */
  readonly wanted: string;
  readonly wantedCount: number;
  /** UTC epoch milliseconds. */
  readonly since: number;
}

export interface PlanSamplesRows {
  /** A result of content validation: 2384, or one of 2382, 2383 and 2385. Time UTC epoch milliseconds. */
  readonly checked: {
    readonly dpId: number;
    readonly packageId: string | undefined;
    readonly messageId: number;
    readonly time: number;
  };
}

export const planSamples: Question<PlanSamplesParameters, PlanSamplesRows, never> = {
  id: 'planSamples',
  text,
  needs: {
    v_DistributionPointInfo: ['ID', 'NALPath', 'ServerName'],
    v_StatusMessage: ['RecordID', 'MessageID', 'Time', 'MachineName', 'Component'],
    v_StatMsgAttributes: ['RecordID', 'AttributeID', 'AttributeValue'],
  },
  parameters: { wanted: 'text', wantedCount: 'int', since: 'time' },
  decode: {
    checked: (row) => ({
      dpId: row.int('DPID'),
      packageId: row.optionalText('PackageID') || undefined,
      messageId: row.int('MessageID'),
      time: row.time('Time'),
    }),
  },
};
