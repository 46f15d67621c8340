import { closerLength, openerAt, openerLength } from '../formats/ccm';
import { isScriptSource } from '../formats/scriptSource';
import { digitSeverity } from '../severity/typeSeverity';
import { fixedClock, readBias } from '../time/clock';
import type { DayCache } from '../time/date';
import { dayMs } from '../time/dayNumber';
import { carriageReturn, closeBracket, greater, isBreak, isDigit, isSign, lineFeed, quote } from './ascii';
import { formatNumber, RecordFields } from './recordFields';
import { brackets, eight, firstMark, highs, nextControlOr, quotesIn, word } from './words';

// `<![LOG[message]LOG]!><time="15:30:09.905-480" date="05-09-2023" component="c" context="" type="1" thread="4352" file="a.cpp:330">`

const [openerHead, openerTail] = [word('<![L'), word('LOG[')];
const closerHead = word(']LOG');
const [closerTail, timeTail] = [eight(']!><time'), word('me="')];
const dateIs = eight('" date="');
const [componentHead, componentTail] = [eight('" compon'), eight('ponent="')];
const [contextHead, contextTail, typeTail] = [eight('" contex'), eight('t="" typ'), word('pe="')];
const [threadHead, threadTail] = [eight('" thread'), word('ad="')];
const fileIs = eight('" file="');

const componentLength = '" component="'.length;
const noContextLength = '" context="" type="'.length;
const threadLength = '" thread="'.length;
const fileLength = '" file="'.length;
const clockLength = 'HH:mm:ss.fff'.length;
const dateLength = 'MM-dd-yyyy'.length;

/** Bytes; what is longer is left to the general path, so that no look ahead is long. */
export const longestCommon = 2 ** 16;

/** No more bytes stand between two values whose ends are looked for. */
const longestBetween = 48;

/** The fast path for records of the CCM form, exactly as ConfigMgr writes them. */
export class CommonCcm {
  /** The record that was read last. What all of this form share stands in it already. */
  readonly record = new RecordFields();
  /** Line breaks in the message that was read last. */
  breaks = 0;
  /** The zone and date that stand in the last record, up to its component: mostly those of the next one too. */
  private zone = -1;
  private zoneLength = 0;
  private day = NaN;
  private bias = NaN;
  private biasIsOffset = false;
  private bytes: Uint8Array = new Uint8Array();
  private view = new DataView(this.bytes.buffer);

  constructor(private readonly days: DayCache) {
    this.record.begin(0, formatNumber.ccm);
  }

  begin(bytes: Uint8Array, view: DataView): void {
    this.bytes = bytes;
    this.view = view;
    this.zone = -1;
  }

  /** Where the record ends that begins here; -1 when it is left to the general path. */
  read(at: number): number {
    const { view, bytes, record } = this;
    if (at + openerLength > bytes.length) return -1;
    if (view.getInt32(at, true) !== openerHead || view.getInt32(at + 3, true) !== openerTail) return -1;
    const message = at + openerLength;
    const messageTo = this.closerOf(message);
    const time = messageTo + closerLength + '<time="'.length;
    if (messageTo < 0 || time + longestBetween > bytes.length) return -1;
    if (view.getFloat64(messageTo + 4, true) !== closerTail) return -1;
    if (view.getInt32(time - 4, true) !== timeTail) return -1;
    const clock = fixedClock(view, time);
    const component = clock < 0 ? -1 : this.readZone(time + clockLength);
    if (component < 0) return -1;
    const componentTo = this.valueEnd(component);
    const type = componentTo + noContextLength;
    const digit = componentTo < 0 ? -1 : (bytes[type] ?? 0);
    if (!isDigit(digit) || !this.hasNoContext(componentTo, type + 1)) return -1;
    const thread = type + 1 + threadLength;
    const threadTo = this.valueEnd(thread);
    if (threadTo < 0 || view.getFloat64(threadTo, true) !== fileIs) return -1;
    const source = threadTo + fileLength;
    const sourceTo = this.valueEnd(source);
    if (sourceTo < 0 || bytes[sourceTo + 1] !== greater || !this.isLineEnd(sourceTo + 2)) return -1;

    record.whole.set(at, sourceTo + 2);
    record.message.set(message, messageTo);
    record.component.set(component, componentTo);
    record.type.set(type, type + 1);
    record.thread.set(thread, threadTo);
    record.source.set(source, sourceTo);
    record.local = this.day * dayMs + clock;
    record.bias = this.bias;
    record.byScript = isScriptSource(bytes, record.source);
    record.biasIsOffset = this.biasIsOffset || record.byScript;
    record.severity = digitSeverity(digit, record.byScript);
    return sourceTo + 2;
  }

  /** Where `]LOG]` begins; -1 when it is far off, or another record begins before it. */
  private closerOf(message: number): number {
    const { view, bytes } = this;
    const to = Math.min(bytes.length, message + longestCommon) - 11;
    this.breaks = 0;
    for (let at = message; (at = nextControlOr(view, brackets, at, to)) < to; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === closeBracket && view.getInt32(at, true) === closerHead) return at;
      if (!isBreak(byte)) continue;
      if (byte === carriageReturn && bytes[at + 1] === lineFeed) at++;
      if (openerAt(bytes, at + 1) >= 0) return -1;
      this.breaks++;
    }
    return -1;
  }

  /** Reads what stands between the time and the component; returns where the component begins, or -1. */
  private readZone(at: number): number {
    const { view, zone, zoneLength } = this;
    if (zone < 0) return this.readNewZone(at);
    const last = zoneLength - 8;
    let place = 0;
    while (place < last && view.getFloat64(at + place, true) === view.getFloat64(zone + place, true))
      place += 8;
    if (place < last || view.getFloat64(at + last, true) !== view.getFloat64(zone + last, true))
      return this.readNewZone(at);
    return at + zoneLength;
  }

  private readNewZone(at: number): number {
    const { view, bytes, record } = this;
    this.zone = -1;
    const biasTo = bytes[at + 3] === quote ? at + 3 : at + 4;
    if (!isSign(bytes[at] ?? 0) || view.getFloat64(biasTo, true) !== dateIs) return -1;
    const date = biasTo + '" date="'.length;
    const component = date + dateLength + componentLength;
    this.day = this.days.fixed(view, date);
    if (Number.isNaN(this.day) || view.getFloat64(date + dateLength, true) !== componentHead) return -1;
    if (view.getFloat64(component - 8, true) !== componentTail) return -1;
    record.bias = NaN;
    record.biasIsOffset = false;
    readBias(bytes, at, biasTo, record);
    if (Number.isNaN(record.bias)) return -1;
    this.bias = record.bias;
    this.biasIsOffset = record.biasIsOffset;
    this.zone = at;
    this.zoneLength = component - at;
    return component;
  }

  /** Whether nothing but a type stands between the component and the thread. */
  private hasNoContext(at: number, typeTo: number): boolean {
    const { view } = this;
    return (
      view.getFloat64(at, true) === contextHead &&
      view.getFloat64(at + 8, true) === contextTail &&
      view.getInt32(at + 15, true) === typeTail &&
      view.getFloat64(typeTo, true) === threadHead &&
      view.getInt32(typeTo + 6, true) === threadTail
    );
  }

  /** The quote that ends a value without blanks; -1 for any other value, or at the end of the bytes. */
  private valueEnd(from: number): number {
    const { view, bytes } = this;
    const last = Math.min(bytes.length - longestBetween, from + longestCommon);
    for (let at = from | 0; at <= last; at = (at + 4) | 0) {
      const marks = quotesIn(view.getInt32(at, true)) & highs;
      if (marks === 0) continue;
      const end = at + firstMark(marks);
      return bytes[end] === quote ? end : -1;
    }
    return -1;
  }

  private isLineEnd(at: number): boolean {
    const { bytes } = this;
    return bytes[at] === lineFeed || (bytes[at] === carriageReturn && bytes[at + 1] === lineFeed);
  }
}
