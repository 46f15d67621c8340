import { ascii, comma, isBlank, skipBlanks, startsWithAnyCase } from '../scan/ascii';
import { formatNumber, type RecordFields } from '../scan/recordFields';
import { typeSeverity } from '../severity/typeSeverity';
import type { LeadingStamp } from '../time/leadingStamp';

const [cbs, dism] = [ascii('cbs'), ascii('dism')];

/** CBS, DISM and Windows set-up: `2024-02-20 10:11:12, Info                  CBS    text`. */
export const readServicing = (
  bytes: Uint8Array,
  from: number,
  to: number,
  stamp: LeadingStamp,
  record: RecordFields,
): boolean => {
  if (bytes[stamp.end] !== comma) return false;
  const level = skipBlanks(bytes, stamp.end + 1, to);
  const levelEnd = wordEnd(bytes, level, to);
  if (levelEnd === level) return false;
  const component = skipBlanks(bytes, levelEnd, to);
  const componentEnd = wordEnd(bytes, component, to);
  const isOf = (name: Uint8Array): boolean =>
    componentEnd - component === name.length && startsWithAnyCase(bytes, component, name);
  record.begin(from, isOf(cbs) ? formatNumber.cbs : isOf(dism) ? formatNumber.dism : formatNumber.panther);
  record.local = stamp.local;
  record.type.set(level, levelEnd);
  record.component.set(component, componentEnd);
  record.message.set(skipBlanks(bytes, componentEnd, to), to);
  record.severity = typeSeverity(bytes, level, levelEnd, false) ?? record.severity;
  return true;
};

const wordEnd = (bytes: Uint8Array, from: number, to: number): number => {
  let at = from;
  while (at < to && !isBlank(bytes[at] ?? 0)) at++;
  return at;
};
