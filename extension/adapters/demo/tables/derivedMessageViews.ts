import type { DerivedView } from '../schema';
import { wellKnownText } from './texts';

const text = (alias: string, column: string): string =>
  `LEFT JOIN Texts ${alias} ON ${alias}.TextID = m.${column}`;

const fields = {
  RecordID: 'm.RecordID',
  MessageID: 'm.MessageID',
  MessageType: 'm.MessageType',
  Severity: 'm.Severity',
  Time: 'm.Time',
  ModuleName: `CASE m.MessageType WHEN 768 THEN 'SMS Provider' ELSE 'SMS Server' END COLLATE NOCASE`,
  Component: 'c.Value',
  MachineName: 'w.Value',
  SiteCode: wellKnownText('siteCode'),
  Win32Error: '0',
  PerClient: '0',
  PartOfTransaction: '0',
  SuccessfulTransaction: '0',
  ReportFunction: '0',
  ProcessID: '4120',
  ThreadID: '(m.RecordID % 8192)',
};

const strings = (prefix: string): Record<string, string> =>
  Object.fromEntries([1, 2, 3, 4, 5].map((at) => [`${prefix}${at}`, `s${at}.Value`]));

const withStrings = `FROM Messages m ${text('c', 'Component')} ${text('w', 'Machine')}
  ${[1, 2, 3, 4, 5].map((at) => text(`s${at}`, `String${at}`)).join(' ')}`;

/** Views of status messages. */
export const derivedMessageViews: Readonly<Record<string, DerivedView>> = {
  v_StatusMessage: {
    from: `FROM Messages m ${text('c', 'Component')} ${text('w', 'Machine')}`,
    columns: fields,
  },
  v_StatMsgWithInsStrings: { from: withStrings, columns: { ...fields, ...strings('InsString') } },
  vStatusMessagesWithStrings: { from: withStrings, columns: { ...fields, ...strings('InsStrValue') } },
  v_Report_StatusMessageDetail: {
    from: withStrings,
    columns: {
      ...fields,
      ...strings('InsStrValue'),
      Timestamp: 'm.Time',
      System: 'w.Value',
      Source: fields.ModuleName,
    },
  },
  v_StatMsgAttributes: {
    from: `FROM Messages m JOIN AttributeIDs a JOIN Texts t ON t.TextID =
      CASE a.AttributeID WHEN 400 THEN m.PackageText WHEN 404 THEN m.DpText ELSE m.VersionText END`,
    columns: {
      RecordID: 'm.RecordID',
      AttributeID: 'a.AttributeID',
      AttributeValue: 't.Value',
      AttributeTime: 'm.Time',
    },
  },
  v_StatMsgInsStrings: {
    from: `FROM Messages m JOIN StringIndexes i JOIN Texts t ON t.TextID = CASE i.InsStrIndex
      WHEN 0 THEN m.String1 WHEN 1 THEN m.String2 WHEN 2 THEN m.String3 WHEN 3 THEN m.String4 ELSE m.String5 END`,
    columns: { RecordID: 'm.RecordID', InsStrIndex: 'i.InsStrIndex', InsStrValue: 't.Value' },
  },
};
