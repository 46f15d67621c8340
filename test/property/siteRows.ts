import {
  openDemoDatabase,
  type DemoDatabase,
  type SqliteRow,
} from '../../extension/adapters/demo/demoDatabase';
import { timeText } from '../../extension/adapters/demo/timeText';

/** Rows of a small site, by view. */
export type SiteRows = readonly (readonly [view: string, row: SqliteRow])[];

/** Lends a database with these rows; every view is a plain table. */
export const withRows = async <T>(
  rows: SiteRows,
  use: (database: DemoDatabase) => Promise<T>,
): Promise<T> => {
  const database = await openDemoDatabase('1806');
  try {
    for (const [view, row] of rows) database.insert(view, row);
    return await use(database);
  } finally {
    database.close();
  }
};

let records = 0;
export const nextRecord = (): number => ++records;

/** A status message with its attributes and insertion strings, in the ways that sites lack some of them. */
export const messageRows = (
  of: { readonly id: number; readonly time: number; readonly machine: string; readonly monitoring: boolean },
  told: { readonly packageId: string | null; readonly dp: string | null; readonly version: string | null },
  form: 'attributes' | 'strings' | 'half',
  RecordID = nextRecord(),
): SiteRows => {
  const attribute = (AttributeID: number, AttributeValue: string | null): SiteRows =>
    AttributeValue === null ? [] : [['v_StatMsgAttributes', { RecordID, AttributeID, AttributeValue }]];
  const string = (InsStrIndex: number, InsStrValue: string | null): SiteRows => [
    ['v_StatMsgInsStrings', { RecordID, InsStrIndex, InsStrValue }],
  ];
  return [
    [
      'v_StatusMessage',
      {
        RecordID,
        MessageID: of.id,
        Time: timeText(of.time),
        SiteCode: 'P01',
        MachineName: of.machine,
        Component: of.monitoring ? 'SMS_Distribution_Point_Monitoring' : 'SMS_DISTRIBUTION_MANAGER',
      },
    ],
    ...(form === 'strings' ? [] : attribute(400, told.packageId)),
    ...(form === 'attributes' ? attribute(404, told.dp) : []),
    ...attribute(410, told.version),
    ...(form === 'attributes' ? [] : [...string(0, told.packageId), ...string(1, told.dp)]),
  ];
};
