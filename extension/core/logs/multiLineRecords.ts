/** A record in the CCM format, from its `<![LOG[` to the end of its attributes; half-open UTF-16 offsets. */
export interface RecordSpan {
  readonly start: number;
  readonly end: number;
}

const opener = '<![LOG[';
const closer = ']LOG]!>';

/**
 * The records whose message spans lines. A record ends at the first `]LOG]!>` before the next opener at the
 * start of a line; one without (cut off in writing) ends before that opener.
 */
export const multiLineRecords = (text: string): readonly RecordSpan[] => {
  const spans: RecordSpan[] = [];
  for (let start = nextOpener(text, 0); start >= 0;) {
    const next = nextOpener(text, start + opener.length);
    const limit = next < 0 ? text.length : next;
    const closed = text.indexOf(closer, start);
    const end = closed < 0 || closed >= limit ? trimmedEnd(text, limit) : attributesEnd(text, closed, limit);
    if (hasLineBreak(text, start, end)) spans.push({ start, end });
    start = next;
  }
  return spans;
};

const nextOpener = (text: string, from: number): number => {
  let at = text.indexOf(opener, from);
  while (at > 0 && !isLineBreak(text.charCodeAt(at - 1))) at = text.indexOf(opener, at + 1);
  return at;
};

/** Attributes stand on the line of the closer. */
const attributesEnd = (text: string, closed: number, limit: number): number => {
  let end = closed;
  while (end < limit && !isLineBreak(text.charCodeAt(end))) end++;
  return end;
};

const trimmedEnd = (text: string, limit: number): number => {
  let end = limit;
  while (end > 0 && isLineBreak(text.charCodeAt(end - 1))) end--;
  return end;
};

const hasLineBreak = (text: string, start: number, end: number): boolean => {
  for (let at = start; at < end; at++) if (isLineBreak(text.charCodeAt(at))) return true;
  return false;
};

/** CR and LF: the editor breaks lines at a lone CR too. */
const isLineBreak = (unit: number): boolean => unit === 10 || unit === 13;
