import { closeBracket, colon, indexIn, openBracket, skipBlanks, space } from '../scan/ascii';
import { formatNumber, severityNumber, type RecordFields } from '../scan/recordFields';
import { typeSeverity } from '../severity/typeSeverity';
import { readLeadingStamp } from '../time/leadingStamp';

/** The app-deploy toolkit's own form: `[05-09-2023 15:30:09.905] [Installation] [Show-Prompt] [Info] :: text`. */
export const readToolkitLine = (
  bytes: Uint8Array,
  from: number,
  to: number,
  record: RecordFields,
): boolean => {
  const stamp = readLeadingStamp(bytes, from + 1, to);
  if (Number.isNaN(stamp.local) || bytes[stamp.end] !== closeBracket) return false;
  const component = groupAt(bytes, stamp.end + 1, to);
  const source = groupAt(bytes, component, to);
  const level = groupAt(bytes, source, to);
  if (component < 0 || source < 0 || level < 0) return false;
  const text = skipBlanks(bytes, level, to);
  if (bytes[text] !== colon || bytes[text + 1] !== colon || text + 1 >= to) return false;
  record.begin(from, formatNumber.toolkit);
  record.local = stamp.local;
  record.byScript = true;
  record.component.set(stamp.end + 1 + 2, component - 1);
  record.source.set(component + 2, source - 1);
  record.type.set(source + 2, level - 1);
  record.message.set(skipBlanks(bytes, text + 2, to), to);
  record.severity = typeSeverity(bytes, record.type.from, record.type.to, true) ?? severityNumber.info;
  return true;
};

/** Where ` [...]` ends; -1 when it does not stand there. */
const groupAt = (bytes: Uint8Array, at: number, to: number): number => {
  if (at < 0 || bytes[at] !== space || bytes[at + 1] !== openBracket) return -1;
  const end = indexIn(bytes, closeBracket, at, to);
  return end < to ? end + 1 : -1;
};
