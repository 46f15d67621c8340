import type { DerivedView } from '../schema';
import { wellKnownText } from './texts';

/** Looked up only where the column is read. */
const text = (column: string): string =>
  `(SELECT t.Value FROM Texts t WHERE t.TextID = m.${column}) COLLATE NOCASE`;

const messages = 'FROM Messages m';

const fields = {
  RecordID: 'm.RecordID',
  MessageID: 'm.MessageID',
  MessageType: 'm.MessageType',
  Severity: 'm.Severity',
  Time: 'm.Time',
  ModuleName: `CASE m.MessageType WHEN 768 THEN 'SMS Provider' ELSE 'SMS Server' END COLLATE NOCASE`,
  Component: text('Component'),
  MachineName: text('Machine'),
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
  Object.fromEntries([1, 2, 3, 4, 5].map((at) => [`${prefix}${at}`, text(`String${at}`)]));

/** Views of status messages. */
export const derivedMessageViews: Readonly<Record<string, DerivedView>> = {
  v_StatusMessage: {
    from: messages,
    columns: fields,
  },
  v_StatMsgWithInsStrings: { from: messages, columns: { ...fields, ...strings('InsString') } },
  vStatusMessagesWithStrings: { from: messages, columns: { ...fields, ...strings('InsStrValue') } },
  v_Report_StatusMessageDetail: {
    from: messages,
    columns: {
      ...fields,
      ...strings('InsStrValue'),
      Timestamp: 'm.Time',
      System: fields.MachineName,
      Source: fields.ModuleName,
    },
  },
  v_StatMsgAttributes: {
    // The second condition follows from the first: with it, a text finds its messages by index.
    from: `FROM MessageTexts m JOIN AttributeIDs a JOIN Texts t ON t.TextID =
      CASE a.AttributeID WHEN 400 THEN m.PackageText WHEN 404 THEN m.DpText ELSE m.VersionText END
      AND (m.PackageText = t.TextID OR m.DpText = t.TextID OR m.VersionText = t.TextID)`,
    columns: {
      RecordID: 'm.RecordID',
      AttributeID: 'a.AttributeID',
      AttributeValue: 't.Value',
      AttributeTime: '(SELECT w.Time FROM Messages w WHERE w.RecordID = m.RecordID)',
    },
  },
  v_StatMsgInsStrings: {
    from: `FROM Messages m JOIN StringIndexes i JOIN Texts t ON t.TextID = CASE i.InsStrIndex
      WHEN 0 THEN m.String1 WHEN 1 THEN m.String2 WHEN 2 THEN m.String3 WHEN 3 THEN m.String4 ELSE m.String5 END`,
    columns: { RecordID: 'm.RecordID', InsStrIndex: 'i.InsStrIndex', InsStrValue: 't.Value' },
  },
};
