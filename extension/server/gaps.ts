import type { InlayHint, Range } from 'vscode-languageserver';
import type { DocumentRecord } from './documents/documentRecord';
import type { LogDocument } from './documents/logDocument';
import { say, type Logs } from './logs';

/** Before a record that was written long after the one above it: how long; also where the clock was put back. */
export const timeGaps = (document: LogDocument, { start, end }: Range, logs: Logs): InlayHint[] => {
  const { timeGap } = logs.settings;
  const hints: InlayHint[] = [];
  if (timeGap <= 0) return hints;
  const first = document.recordAt(document.offsetAt(start))?.index ?? 0;
  const to = document.offsetAt(end);
  let before = document.record(first - 1);
  for (let index = first; ; index++) {
    const record = document.record(index);
    if (record === undefined || record.start > to) return hints;
    const seconds = secondsBetween(before, record);
    if (Math.abs(seconds) >= timeGap) hints.push(hintAt(document, record, seconds, logs));
    before = record;
  }
};

/** In UTC where both records tell it; NaN when it is not known. */
const secondsBetween = (before: DocumentRecord | undefined, { utc, local }: DocumentRecord): number => {
  if (before === undefined) return NaN;
  const between = Number.isNaN(utc) || Number.isNaN(before.utc) ? local - before.local : utc - before.utc;
  return between / 1000;
};

const hintAt = (
  document: LogDocument,
  { start }: DocumentRecord,
  seconds: number,
  { words }: Logs,
): InlayHint => {
  const length = duration(Math.abs(seconds));
  return {
    position: document.positionAt(start),
    label: say(seconds < 0 ? words.clockWentBack : words.gap, length),
    paddingRight: true,
  };
};

const units = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
] as const;

/** In its two largest units: `2 h 5 min`. */
const duration = (seconds: number): string => {
  const at = units.findIndex(([, length]) => seconds >= length);
  const parts: string[] = [];
  let rest = Math.round(seconds);
  for (const [name, length] of units.slice(at, at + 2)) {
    const count = Math.floor(rest / length);
    if (count > 0) parts.push(`${count} ${name}`);
    rest -= count * length;
  }
  return parts.join(' ');
};
