import {
  ascii,
  colon,
  dot,
  hash,
  indexIn,
  isDigit,
  minus,
  skipBlanks,
  space,
  startsWith,
} from '../scan/ascii';
import { formatNumber, severityNumber, type RecordFields } from '../scan/recordFields';
import { readClock } from '../time/clock';
import { readDate } from '../time/date';
import { dayMs } from '../time/dayNumber';
import { readLeadingStamp } from '../time/leadingStamp';
import type { IisField, LineContext } from './context';

const fieldNames: Readonly<Record<IisField, Uint8Array>> = {
  date: ascii('date'),
  time: ascii('time'),
  status: ascii('sc-status'),
  site: ascii('s-sitename'),
};
const directives = ['#Software:', '#Version:', '#Date:', '#Fields:', '#Remark:', '#Start-Date:'].map(ascii);
const [, , dateDirective, fieldsDirective] = directives;

/** A line of a W3C log: a directive, or columns by the last `#Fields:`. Its times are UTC. */
export const readIisLine = (
  bytes: Uint8Array,
  from: number,
  to: number,
  record: RecordFields,
  context: LineContext,
): boolean =>
  bytes[from] === hash
    ? readDirective(bytes, from, to, record, context)
    : context.iisFields !== undefined && readColumns(bytes, from, to, record, context, context.iisFields);

const readDirective = (
  bytes: Uint8Array,
  from: number,
  to: number,
  record: RecordFields,
  context: LineContext,
): boolean => {
  const directive = directives.find((name) => startsWith(bytes, from, name));
  if (directive === undefined) return false;
  record.begin(from, formatNumber.iis);
  record.message.set(from, to);
  const value = skipBlanks(bytes, indexIn(bytes, colon, from, to) + 1, to);
  if (directive === fieldsDirective) context.iisFields = fieldPlaces(bytes, value, to);
  if (directive !== dateDirective) return true;
  record.local = readLeadingStamp(bytes, value, to).local;
  record.bias = 0;
  context.day = Math.floor(record.local / dayMs);
  return true;
};

const fieldPlaces = (bytes: Uint8Array, from: number, to: number): Readonly<Record<IisField, number>> => {
  const places = { date: -1, time: -1, status: -1, site: -1 };
  let column = 0;
  for (let at = from; at < to; column++) {
    const end = indexIn(bytes, space, at, to);
    for (const name of ['date', 'time', 'status', 'site'] as const)
      if (end - at === fieldNames[name].length && startsWith(bytes, at, fieldNames[name]))
        places[name] = column;
    at = skipBlanks(bytes, end, to);
  }
  return places;
};

const readColumns = (
  bytes: Uint8Array,
  from: number,
  to: number,
  record: RecordFields,
  context: LineContext,
  places: Readonly<Record<IisField, number>>,
): boolean => {
  let date = { isW3c: true, day: context.day };
  let [ms, status] = [NaN, NaN];
  let [siteFrom, siteTo] = [-1, -1];
  const last = Math.max(places.date, places.time, places.status, places.site);
  let column = 0;
  for (let at = from; at < to && column <= last; column++) {
    const end = indexIn(bytes, space, at, to);
    if (column === places.date) date = readDay(bytes, at, end, context.day);
    else if (column === places.time) ms = readTime(bytes, at, end);
    else if (column === places.status) status = numberAt(bytes, at, end);
    else if (column === places.site) [siteFrom, siteTo] = [at, end];
    at = end + 1;
  }
  // What another program wrote between them has no columns, or stamps of another form.
  if (Number.isNaN(ms) || !date.isW3c) return false;
  record.begin(from, formatNumber.iis);
  record.message.set(from, to);
  if (siteFrom >= 0) record.component.set(siteFrom, siteTo);
  record.local = date.day * dayMs + ms;
  record.bias = 0;
  record.severity = statusSeverity(status);
  return true;
};

/** `yyyy-MM-dd`, as W3C has it; a dash has no value, and leaves the day of the lines before. */
const readDay = (
  bytes: Uint8Array,
  from: number,
  to: number,
  before: number,
): { readonly isW3c: boolean; readonly day: number } => {
  if (to - from === 1 && bytes[from] === minus) return { isW3c: true, day: before };
  const { day, end } = readDate(bytes, from, to);
  return { isW3c: bytes[from + 4] === minus && end === to && !Number.isNaN(day), day };
};

/** `HH:mm:ss`, with a fraction behind a dot, as W3C has it. */
const readTime = (bytes: Uint8Array, from: number, to: number): number => {
  const clock = readClock(bytes, from, to);
  const isOfW3c = bytes[from + 2] === colon && (to === from + 8 || bytes[from + 8] === dot);
  return isOfW3c && clock.end === to ? clock.ms : NaN;
};

/** 401 is how a logon by Windows authentication begins. */
const statusSeverity = (status: number): number => {
  if (status >= 500) return severityNumber.error;
  return status >= 400 && status !== 401 ? severityNumber.warning : severityNumber.info;
};

const numberAt = (bytes: Uint8Array, from: number, to: number): number => {
  let value = 0;
  for (let at = from; at < to; at++) {
    if (!isDigit(bytes[at] ?? 0)) return NaN;
    value = value * 10 + (bytes[at] ?? 0) - 48;
  }
  return to > from ? value : NaN;
};
