import {
  logFormats,
  severities,
  severityNumber,
  type LogFormat,
  type RecordFields,
  type Severity,
  type Span,
} from './scan/recordFields';
import type { ScannedBytes } from './scan/logScanner';
import { utcOf, type BiasPolicy } from './time/utcOf';

/** A record of a log. Lines begin with 1; offset and length are in bytes of the file. */
export interface LogRecord {
  readonly format: LogFormat;
  readonly line: number;
  readonly endLine: number;
  readonly offset: number;
  readonly length: number;
  /** Without the marks of its form; line breaks as written. */
  readonly message: string;
  /** null, as for all that follows: the record does not tell. */
  readonly component: string | null;
  readonly severity: Severity;
  /** As written: 0 to 3, or a level in words. */
  readonly type: number | string | null;
  /** A number, or what a script wrote. */
  readonly thread: number | string | null;
  readonly source: string | null;
  /** By the clock of the writer: `2023-05-09T15:30:09.905`. */
  readonly time: string | null;
  /** `2023-05-09T07:30:09.905Z`; null when the writer's distance from UTC is not known. */
  readonly utc: string | null;
  /** Head, end or attributes are missing. */
  readonly torn: boolean;
}

export const readRecord = (record: RecordFields, scanned: ScannedBytes, policy: BiasPolicy): LogRecord => {
  const { whole, local, bias, biasIsOffset } = record;
  const offset = scanned.offsetOf(whole.from);
  const utc = isoText(utcOf(local, bias, biasIsOffset, policy));
  const written = (span: Span): string | null => (span.from < 0 ? null : scanned.text(span));
  return {
    format: logFormats[record.format] ?? 'plain',
    line: record.line,
    endLine: record.endLine,
    offset,
    length: scanned.offsetOf(whole.to) - offset,
    message: scanned.text(record.message),
    component: written(record.component),
    severity: severities[record.severity] ?? 'none',
    type: numberOrText(written(record.type), 10),
    thread: numberOrText(written(record.thread), record.threadIsHex ? 16 : 10),
    source: written(record.source),
    time: isoText(local),
    utc: utc === null ? null : `${utc}Z`,
    torn: record.torn,
  };
};

export const isError = ({ severity }: RecordFields): boolean => severity === severityNumber.error;

const isoText = (ms: number): string | null =>
  Number.isNaN(ms) ? null : new Date(ms).toISOString().slice(0, -1);

const digits = { 10: /^\d{1,10}$/, 16: /^[\da-f]{1,8}$/i } as const;

const numberOrText = (text: string | null, radix: 10 | 16): number | string | null => {
  if (text === null || text === '') return null;
  return digits[radix].test(text) ? Number.parseInt(text, radix) : text;
};
