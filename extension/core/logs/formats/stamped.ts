import {
  closeBracket,
  colon,
  greater,
  isBlank,
  isDigit,
  minus,
  openBracket,
  plus,
  skipBlanks,
} from '../scan/ascii';
import { formatNumber, severityNumber, type RecordFields } from '../scan/recordFields';
import { textSeverity } from '../severity/textSeverity';
import { twoDigits } from '../time/clock';
import { readCStamp } from '../time/cStamp';
import { readLeadingStamp } from '../time/leadingStamp';
import { readExportLine } from './pasted';
import { readServicing } from './servicing';
import { readWindowsUpdate } from './windowsUpdate';

/** A line that begins with a date: that of an export, of servicing, of Windows Update, or of any script. */
export const readDatedLine = (bytes: Uint8Array, from: number, to: number, record: RecordFields): boolean => {
  const bracketed = bytes[from] === openBracket;
  const stamp = readLeadingStamp(bytes, bracketed ? from + 1 : from, to);
  if (Number.isNaN(stamp.local)) return false;
  if (!bracketed)
    for (const read of [readServicing, readWindowsUpdate, readExportLine])
      if (read(bytes, from, to, stamp, record)) return true;
  record.begin(from, formatNumber.stamped);
  record.local = stamp.local;
  const zoneEnd = readZone(bytes, stamp.end, to, record);
  finish(bytes, zoneEnd, to, record);
  return true;
};

/** Set-up of a site system role: `<Fri Dec  9 11:25:00 2022> text`. */
export const readSetupLine = (bytes: Uint8Array, from: number, to: number, record: RecordFields): boolean => {
  const end = from + 26;
  if (end > to || bytes[end - 1] !== greater) return false;
  const local = readCStamp(bytes, from + 1, end - 1);
  if (Number.isNaN(local)) return false;
  record.begin(from, formatNumber.setup);
  record.local = local;
  finish(bytes, end, to, record);
  return true;
};

/** `Z`, or `+02:00`: an offset from UTC, as ISO 8601 has it. */
const readZone = (bytes: Uint8Array, at: number, to: number, record: RecordFields): number => {
  const sign = bytes[at];
  if (at < to && sign === 90) {
    record.bias = 0;
    return at + 1;
  }
  const hours = twoDigits(bytes, at + 1);
  const minutes = twoDigits(bytes, at + 4);
  if (at + 6 > to || (sign !== plus && sign !== minus) || bytes[at + 3] !== colon) return at;
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return at;
  record.bias = (sign === minus ? -1 : 1) * (hours * 60 + minutes);
  record.biasIsOffset = true;
  return at + 6;
};

const finish = (bytes: Uint8Array, stampEnd: number, to: number, record: RecordFields): void => {
  let at = stampEnd;
  while (at < to && (isBlank(bytes[at] ?? 0) || bytes[at] === closeBracket || bytes[at] === colon)) at++;
  if (bytes[at] === minus && at < to && !isDigit(bytes[at + 1] ?? 0)) at = skipBlanks(bytes, at + 1, to);
  record.message.set(at, to);
  record.severity = textSeverity(bytes, at, to, severityNumber.info);
};
