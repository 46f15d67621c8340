import type { Severity } from '../../../extension/core/logs/scan/recordFields';

/** What a generated record says: the truth that a reader is compared with. */
export interface WrittenRecord {
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly component: string;
  readonly thread: number;
  /** Without `~`, which the server's form may add. */
  readonly message: string;
  /** What the CCM form writes; the server's form has none. */
  readonly type: 0 | 1 | 2 | 3;
  readonly source: string;
  /** By its text, for a form without types. */
  readonly spoken: Severity;
}

/** Minutes as ConfigMgr writes them: UTC = local time + bias. */
export type Bias = number;

const two = (value: number): string => String(value).padStart(2, '0');

const stampOf = (
  at: number,
  bias: Bias,
): { readonly date: string; readonly time: string; readonly bias: string } => {
  const local = new Date(at - bias * 60_000).toISOString();
  const [year, month, day] = local.slice(0, 10).split('-');
  const sign = bias < 0 ? '-' : '+';
  return {
    date: `${month ?? ''}-${day ?? ''}-${year ?? ''}`,
    time: local.slice(11, 23),
    bias: `${sign}${two(Math.abs(bias))}`,
  };
};

/** As clients, management points and distribution points write it. */
export const ccmText = (record: WrittenRecord, zone: Bias): string => {
  const { date, time, bias } = stampOf(record.at, zone);
  return `<![LOG[${record.message}]LOG]!><time="${time}${bias}" date="${date}" component="${record.component}" context="" type="${record.type}" thread="${record.thread}" file="${record.source}">`;
};

/** As components of a site server write it, one line a record. */
export const serverText = (record: WrittenRecord, zone: Bias): string => {
  const { date, time, bias } = stampOf(record.at, zone);
  const hex = record.thread.toString(16).toUpperCase();
  return `${record.message}  $$<${record.component}><${date} ${time}${bias}><thread=${record.thread} (0x${hex})>`;
};
