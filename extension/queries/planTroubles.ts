import type { Question } from './siteQuery';
import text from './planTroubles.sql';

export interface PlanTroublesParameters extends Readonly<Record<string, number>> {
  /** Failures to reach a DP count from this time on, UTC epoch milliseconds. */
  readonly contactsSince: number;
}

/** The newest message of its kind. Time UTC epoch milliseconds. */
interface NewestMessage {
  readonly messageId: number;
  readonly packageId: string | undefined;
  /** A NAL path, or however the message names the DP. */
  readonly dpText: string | undefined;
  readonly time: number;
}

export interface PlanTroublesRows {
  readonly trouble: NewestMessage & { readonly firstString: string | undefined };
  /** Says that a trouble of its package or DP is over, when it is newer. */
  readonly ended: NewestMessage;
}

export const planTroubles: Question<PlanTroublesParameters, PlanTroublesRows, never> = {
  id: 'planTroubles',
  text,
  needs: {
    v_DistributionPointInfo: ['NALPath', 'ServerName'],
    v_StatusMessage: ['RecordID', 'MessageID', 'Time'],
    v_StatMsgAttributes: ['RecordID', 'AttributeID', 'AttributeValue'],
    v_StatMsgInsStrings: ['RecordID', 'InsStrIndex', 'InsStrValue'],
  },
  parameters: { contactsSince: 'time' },
  decode: {
    trouble: (row) => ({
      messageId: row.int('MessageID'),
      packageId: row.optionalText('PackageID') || undefined,
      dpText: row.optionalText('DpText') || undefined,
      firstString: row.optionalText('FirstString') || undefined,
      time: row.time('Time'),
    }),
    ended: (row) => ({
      messageId: row.int('MessageID'),
      packageId: row.optionalText('PackageID') || undefined,
      dpText: row.optionalText('DpText') || undefined,
      time: row.time('Time'),
    }),
  },
};
