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
import { indexOfByte, Literal } from '../scan/words';
import { fixedClock, readBias, readClock } from '../time/clock';
import { readDate, type DayCache } from '../time/date';
import { dayMs } from '../time/dayNumber';

const timeIs = new Literal('<time="');
const dateIs = new Literal('" date="');
const componentIs = new Literal('" component="');
const contextIs = new Literal('" context="');
const noContext = new Literal('" context="" type="');
const typeIs = new Literal('" type="');
const threadIs = new Literal('" thread="');
const fileIs = new Literal('" file="');

/**
 * Reads the attributes behind `]LOG]!>`, which end before `to` on the same line. Returns where they end; -1 when there
 * are none, and `to` when they have no end.
 */
export const readAttributes = (
  bytes: Uint8Array,
  view: DataView,
  from: number,
  to: number,
  record: RecordFields,
  days: DayCache,
): number => {
  if (from >= to || bytes[from] !== less) return -1;
  const native = readNative(bytes, view, from, to, record, days);
  return native >= 0 ? native : readForgiving(bytes, from, to, record);
};

/** The order, the quotes and the padding that ConfigMgr itself writes; -1 for any other. */
const readNative = (
  bytes: Uint8Array,
  view: DataView,
  from: number,
  to: number,
  record: RecordFields,
  days: DayCache,
): number => {
  const bias = from + 19;
  if (bias >= to || !timeIs.standsAt(view, from)) return -1;
  const clock = fixedClock(bytes, from + timeIs.length);
  const biasTo = indexOfByte(view, quote, bias, to);
  if (clock < 0 || !dateIs.standsAt(view, biasTo)) return -1;
  const date = biasTo + dateIs.length;
  const day = days.fixed(view, date);
  if (Number.isNaN(day) || !componentIs.standsAt(view, date + 10)) return -1;
  const component = date + 10 + componentIs.length;
  const componentTo = indexOfByte(view, quote, component, to);
  const type = readContext(view, componentTo, to);
  if (type < 0) return -1;
  const typeTo = bytes[type + 1] === quote ? type + 1 : indexOfByte(view, quote, type, to);
  if (!threadIs.standsAt(view, typeTo)) return -1;
  const thread = typeTo + threadIs.length;
  const threadTo = indexOfByte(view, quote, thread, to);
  if (!fileIs.standsAt(view, threadTo)) return -1;
  const file = threadTo + fileIs.length;
  const fileTo = indexOfByte(view, quote, file, to);
  if (fileTo + 1 >= to || bytes[fileTo + 1] !== greater) return -1;
  record.component.set(component, componentTo);
  record.type.set(type, typeTo);
  record.thread.set(thread, threadTo);
  record.source.set(file, fileTo);
  record.local = day * dayMs + clock;
  readBias(bytes, bias, biasTo, record);
  return fileTo + 2;
};

/** Where the type begins; -1 when it does not follow the context. */
const readContext = (view: DataView, from: number, to: number): number => {
  if (noContext.standsAt(view, from)) return from + noContext.length;
  if (!contextIs.standsAt(view, from)) return -1;
  const end = indexOfByte(view, quote, from + contextIs.length, to);
  return typeIs.standsAt(view, end) ? end + typeIs.length : -1;
};

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

/** `name="value"` in any order, with anything between, quotes missing or doubled; what is not understood is passed. */
const readForgiving = (bytes: Uint8Array, from: number, to: number, record: RecordFields): number => {
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
