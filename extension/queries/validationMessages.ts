import type { Question } from './siteQuery';
import text from './validationMessages.sql';

/** UTC epoch milliseconds. */
export interface ValidationMessagesParameters extends Readonly<Record<string, number>> {
  /** Of 2386, 2388 and 2393. */
  readonly marksSince: number;
  /** Of 2380 to 2385. */
  readonly since: number;
}

export interface ValidationMessageRow {
  readonly recordId: string;
  readonly messageId: number;
  readonly time: number;
  readonly machineName: string;
  /** Attribute 404: a NAL path or a name; '' where there is none. */
  readonly dpText: string;
  /** Attribute 400, or the first insertion string; '' where there is neither. */
  readonly packageId: string;
  /** The third insertion string: the files of 2385. */
  readonly files: string;
}

export const validationMessages: Question<
  ValidationMessagesParameters,
  { message: ValidationMessageRow },
  never
> = {
  id: 'validationMessages',
  text,
  needs: {
    v_StatusMessage: ['RecordID', 'MessageID', 'Time', 'MachineName', 'Component'],
    v_StatMsgAttributes: ['RecordID', 'AttributeID', 'AttributeValue'],
    v_StatMsgInsStrings: ['RecordID', 'InsStrIndex', 'InsStrValue'],
  },
  parameters: { marksSince: 'time', since: 'time' },
  decode: {
    message: (row) => ({
      recordId: row.bigintText('RecordID'),
      messageId: row.int('MessageID'),
      time: row.time('Time'),
      machineName: row.optionalText('MachineName') ?? '',
      dpText: row.optionalText('DpText') ?? '',
      packageId: row.optionalText('PackageID') ?? row.optionalText('String1') ?? '',
      files: row.optionalText('String3') ?? '',
    }),
  },
};
