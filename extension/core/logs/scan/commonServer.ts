import { isServerTextMark } from '../formats/serverTrailer';
import { mayHoldHead } from '../severity/troubleHeads';
import { textSeverity } from '../severity/textSeverity';
import { fixedClock, readBias } from '../time/clock';
import type { DayCache } from '../time/date';
import { dayMs } from '../time/dayNumber';
import {
  carriageReturn,
  closeParenthesis,
  dollar,
  equals,
  greater,
  isBreak,
  isDigit,
  isSign,
  less,
  lineFeed,
  openParenthesis,
  space,
} from './ascii';
import { longestCommon } from './commonCcm';
import { nowhere } from './landmarks';
import { formatNumber, RecordFields, severityNumber } from './recordFields';
import { dollars, eight, nextAngleOrBelow, nextControlOr, spaces, zeros } from './words';

// `message  $$<SMS_X><06-14-2018 06:26:25.828-60><thread=2212 (0x8A4)>`

const threadHead = eight('><thread');
const threadLength = '><thread='.length;
const stampLength = 'MM-dd-yyyy HH:mm:ss.fff'.length;
const longestComponent = 100;
const longestNumber = 12;
/** No more bytes are looked at behind `$$<`. */
const longestTrailer = longestComponent + stampLength + threadLength + 2 * longestNumber + 20;

/** The fast path for records of the server's form, exactly as ConfigMgr writes them. */
export class CommonServer {
  /** The record that was read last. What all of this form share stands in it already. */
  readonly record = new RecordFields();
  private bytes: Uint8Array = new Uint8Array();
  private view = new DataView(this.bytes.buffer);
  private dollars = -1;
  /** The bias of the last record as it is written: mostly that of the next one too. */
  private bias = 0;

  constructor(private readonly days: DayCache) {
    this.record.begin(0, formatNumber.server);
  }

  begin(bytes: Uint8Array, view: DataView): void {
    this.bytes = bytes;
    this.view = view;
    this.dollars = -1;
  }

  /** Where the record ends that begins here; -1 when it is left to the general path. Places must rise. */
  read(at: number): number {
    const { bytes, view, record } = this;
    if (this.dollars < at) this.dollars = this.dollarsAfter(at);
    const messageTo = this.dollars;
    const component = messageTo + 3;
    if (messageTo - at > longestCommon || component + longestTrailer > bytes.length) return -1;
    if (bytes[messageTo] !== dollar) return -1;
    const componentTo = nextAngleOrBelow(view, spaces, component, component + longestComponent);
    const stamp = componentTo + 2;
    if (bytes[componentTo] !== greater || bytes[componentTo + 1] !== less) return -1;
    const day = this.days.fixed(view, stamp);
    const clock = fixedClock(view, stamp + 11);
    if (clock < 0 || bytes[stamp + 10] !== space) return -1;
    const bias = stamp + stampLength;
    const biasTo = bytes[bias + 3] === greater ? bias + 3 : bias + 4;
    if (view.getFloat64(biasTo, true) !== threadHead || bytes[biasTo + 8] !== equals) return -1;
    if (Number.isNaN(day) || !this.readBias(bias, biasTo)) return -1;
    const thread = biasTo + threadLength;
    const threadTo = this.threadEnd(thread);
    const end = threadTo < 0 ? -1 : this.trailerEnd(threadTo);
    if (end < 0) return -1;

    let [from, to] = [at, messageTo];
    while (from < to && isServerTextMark(bytes[from] ?? 0)) from++;
    while (to > from && isServerTextMark(bytes[to - 1] ?? 0)) to--;
    record.whole.set(at, end);
    record.message.set(from, to);
    record.component.set(component, componentTo);
    record.thread.set(thread, threadTo);
    record.local = day * dayMs + clock;
    record.severity = mayHoldHead(view, from, to)
      ? textSeverity(bytes, from, to, severityNumber.info)
      : severityNumber.info;
    return end;
  }

  /** Where the next `$$<` or line break stands; looked for once, because a long line may begin many records. */
  private dollarsAfter(from: number): number {
    const { bytes, view } = this;
    const to = bytes.length - longestTrailer;
    for (
      let at = nextControlOr(view, dollars, from, to);
      at < to;
      at = nextControlOr(view, dollars, at + 1, to)
    ) {
      const byte = bytes[at] ?? 0;
      if (byte === dollar ? bytes[at + 1] === dollar && bytes[at + 2] === less : isBreak(byte)) return at;
    }
    return nowhere;
  }

  private readBias(from: number, to: number): boolean {
    const { bytes, view, record } = this;
    // Four bytes are all of it, with the `>` behind a short one.
    const written = view.getInt32(from, true);
    if (written === this.bias) return true;
    this.bias = 0;
    record.bias = NaN;
    if (!isSign(bytes[from] ?? 0)) return false;
    readBias(bytes, from, to, record);
    if (Number.isNaN(record.bias)) return false;
    this.bias = written;
    return true;
  }

  /** Where the number ends; -1 when there is none. */
  private threadEnd(from: number): number {
    const { bytes } = this;
    let to = from;
    while (to - from < longestNumber && isDigit(bytes[to] ?? 0)) to++;
    return to === from ? -1 : to;
  }

  /** Where a line ends that goes on with `>`, or ` (0x8A4)>`; -1 when it does not. */
  private trailerEnd(from: number): number {
    const { bytes, view } = this;
    let at = from;
    if (bytes[at] === space && bytes[at + 1] === openParenthesis) {
      at = nextAngleOrBelow(view, zeros, at + 2, at + 2 + longestNumber);
      if (bytes[at] !== closeParenthesis) return -1;
      at++;
    }
    if (bytes[at] !== greater) return -1;
    const isEnd =
      bytes[at + 1] === lineFeed || (bytes[at + 1] === carriageReturn && bytes[at + 2] === lineFeed);
    return isEnd ? at + 1 : -1;
  }
}
