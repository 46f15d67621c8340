import {
  ascii,
  equals,
  greater,
  indexIn,
  isBlank,
  less,
  quote,
  skipBlanks,
  startsWithAnyCase,
} from '../scan/ascii';
import type { RecordFields } from '../scan/recordFields';
import { readBias, readClock } from '../time/clock';
import { readDate } from '../time/date';
import { dayMs } from '../time/dayNumber';

const names = {
  time: ascii('time'),
  date: ascii('date'),
  component: ascii('component'),
  type: ascii('type'),
  thread: ascii('thread'),
  file: ascii('file'),
  source: ascii('source'),
};

const toolkit = ascii('appdeploytoolkit');

/**
 * Reads the attributes behind `]LOG]!>`, which end before `to` on the same line: `name="value"` in any order, with
 * anything between, quotes missing or doubled; what is not understood is passed. Returns where they end; -1 when there
 * are none, and `to` when they have no end.
 */
export const readAttributes = (bytes: Uint8Array, from: number, to: number, record: RecordFields): number => {
  if (from >= to || bytes[from] !== less) return -1;
  let clock = NaN;
  let day = NaN;
  let isQuoting = true;
  let at = from + 1;
  for (;;) {
    at = skipBlanks(bytes, at, to);
    if (at >= to) break;
    if (bytes[at] === greater) {
      at++;
      break;
    }
    const nameFrom = at;
    while (at < to && !endsName(bytes[at] ?? 0)) at++;
    const nameTo = at;
    at = skipBlanks(bytes, at, to);
    if (bytes[at] !== equals || at >= to) {
      if (at === nameFrom) at++;
      continue;
    }
    at = skipBlanks(bytes, at + 1, to);
    let [valueFrom, valueTo] = [at, at];
    const opens = at < to && bytes[at] === quote;
    const quoted = opens && isQuoting ? closingQuote(bytes, at + 1, to) : -1;
    // Then no later one is closed either; to look again would take the square of the line's length.
    if (opens && quoted < 0) isQuoting = false;
    if (quoted >= 0) {
      valueFrom++;
      valueTo = quoted;
      at = quoted + 1;
    } else {
      while (at < to && bytes[at] !== greater && !isBlank(bytes[at] ?? 0)) at++;
      valueTo = at;
      while (valueFrom < valueTo && bytes[valueFrom] === quote) valueFrom++;
      while (valueTo > valueFrom && bytes[valueTo - 1] === quote) valueTo--;
    }
    const isNamed = (name: Uint8Array): boolean =>
      nameTo - nameFrom === name.length && startsWithAnyCase(bytes, nameFrom, name);
    if (isNamed(names.time)) {
      const found = readClock(bytes, valueFrom, valueTo);
      clock = found.ms;
      if (found.end > 0) readBias(bytes, found.end, valueTo, record);
    } else if (isNamed(names.date)) day = readDate(bytes, valueFrom, valueTo).day;
    else if (isNamed(names.component)) record.component.set(valueFrom, valueTo);
    else if (isNamed(names.type)) record.type.set(valueFrom, valueTo);
    else if (isNamed(names.thread)) record.thread.set(valueFrom, valueTo);
    else if (isNamed(names.file)) record.source.set(valueFrom, valueTo);
    else if (isNamed(names.source)) record.byScript = contains(bytes, valueFrom, valueTo, toolkit);
  }
  record.local = day * dayMs + clock;
  return at;
};

const endsName = (byte: number): boolean => byte === equals || byte === greater || isBlank(byte);

/** The quote that ends a value: behind it the attributes end, or a blank or the next one follows; -1 when none does. */
const closingQuote = (bytes: Uint8Array, from: number, to: number): number => {
  let at = indexIn(bytes, quote, from, to);
  while (at < to) {
    const next = bytes[at + 1];
    if (at + 1 >= to || next === greater || isBlank(next ?? 0)) return at;
    at = indexIn(bytes, quote, at + 1, to);
  }
  return -1;
};

const contains = (bytes: Uint8Array, from: number, to: number, word: Uint8Array): boolean => {
  for (let at = from; at + word.length <= to; at++) if (startsWithAnyCase(bytes, at, word)) return true;
  return false;
};
