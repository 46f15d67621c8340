import { ascii, colon, isDigit, startsWithAnyCase } from '../scan/ascii';
import type { Span } from '../scan/recordFields';

const endings = ['.ps1', '.psm1'].map(ascii);

/** Whether the source of a record is a PowerShell script, with or without a line: `C:\x\y.ps1:12`. */
export const isScriptSource = (bytes: Uint8Array, { from, to }: Span): boolean => {
  let end = to;
  while (end > from && isDigit(bytes[end - 1] ?? 0)) end--;
  end = end > from && bytes[end - 1] === colon ? end - 1 : to;
  // Asked of every record, most of which end in `p`.
  if (end <= from || bytes[end - 1] !== 49) return false;
  return endings.some(
    (ending) => end - ending.length >= from && startsWithAnyCase(bytes, end - ending.length, ending),
  );
};
