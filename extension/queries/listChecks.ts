import text from './listChecks.sql';
import type { Question } from './siteQuery';

export interface ListChecksParameters extends Readonly<Record<string, string | number>> {
  /** DPs, as entries of a list (textList.ts). */
  readonly wanted: string;
  readonly wantedCount: number;
  /** UTC epoch milliseconds. */
  readonly since: number;
}

export interface ListChecksRows {
  /** 2386, 2388 or 2393. Time UTC epoch milliseconds. */
  readonly told: { readonly dpId: number; readonly messageId: number; readonly time: number };
}

export const listChecks: Question<ListChecksParameters, ListChecksRows, never> = {
  id: 'listChecks',
  text,
  needs: {
    v_DistributionPointInfo: ['ID', 'NALPath', 'ServerName'],
    v_StatusMessage: ['RecordID', 'MessageID', 'Time', 'MachineName', 'Component'],
    v_StatMsgAttributes: ['RecordID', 'AttributeID', 'AttributeValue'],
  },
  parameters: { wanted: 'text', wantedCount: 'int', since: 'time' },
  decode: {
    told: (row) => ({ dpId: row.int('DPID'), messageId: row.int('MessageID'), time: row.time('Time') }),
  },
};
