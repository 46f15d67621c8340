import { isServerTextMark } from '../formats/serverTrailer';
import { textSeverity } from '../severity/textSeverity';
import { fixedClock, readBias } from '../time/clock';
import type { DayCache } from '../time/date';
import { dayMs } from '../time/dayNumber';
import {
  carriageReturn,
  dollar,
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
import { formatNumber, severityNumber, type RecordFields } from './recordFields';
import { controlsIn, eight, firstMark, highs, lastIndexOfByte } from './words';

// `message  $$<SMS_X><06-14-2018 06:26:25.828-60><thread=2212 (0x8A4)>`

const threadIs = eight('<thread=');
const threadLength = '<thread='.length;
const stampLength = 'MM-dd-yyyy HH:mm:ss.fff'.length;
const longestComponent = 100;
const shortestRecord = '$$<S><06-14-2018 06:26:25.828-60><thread=1>'.length;

/** The fast path for records of the server's form, exactly as ConfigMgr writes them. */
export class CommonServer {
  private lineEnd = -1;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly view: DataView,
    private readonly days: DayCache,
    private readonly record: RecordFields,
  ) {}

  /** Where the record ends that begins here; -1 when it is left to the general path. Places must rise. */
  read(at: number): number {
    const { bytes, view, record } = this;
    const end = this.lineEndAfter(at);
    if (bytes[end - 1] !== greater || end - at < shortestRecord || end - at > longestCommon) return -1;
    if (bytes[end] === carriageReturn && bytes[end + 1] !== lineFeed) return -1;
    const thread = lastIndexOfByte(view, less, at, end);
    const stamp = thread - (bytes[thread - 28] === less ? 27 : 28);
    if (stamp <= at || thread + threadLength > end || view.getFloat64(thread, true) !== threadIs) return -1;
    const component = lastIndexOfByte(view, less, Math.max(at, stamp - longestComponent), stamp - 2) + 1;
    if (component < at + 3 || bytes[component - 2] !== dollar || bytes[component - 3] !== dollar) return -1;
    if (bytes[stamp - 1] !== less || bytes[stamp - 2] !== greater || bytes[thread - 1] !== greater) return -1;
    const day = this.days.fixed(view, stamp);
    const clock = fixedClock(view, stamp + 11);
    if (Number.isNaN(day) || clock < 0 || bytes[stamp + 10] !== space) return -1;
    if (!isSign(bytes[stamp + stampLength] ?? 0)) return -1;
    const threadTo = this.threadEnd(thread + threadLength, end);
    if (threadTo < 0) return -1;

    record.begin(at, formatNumber.server);
    record.whole.to = end;
    record.component.set(component, stamp - 2);
    record.thread.set(thread + threadLength, threadTo);
    record.local = day * dayMs + clock;
    readBias(bytes, stamp + stampLength, thread - 1, record);
    if (Number.isNaN(record.bias)) return -1;
    let [from, to] = [at, component - 3];
    while (from < to && isServerTextMark(bytes[from] ?? 0)) from++;
    while (to > from && isServerTextMark(bytes[to - 1] ?? 0)) to--;
    record.message.set(from, to);
    record.severity = textSeverity(bytes, from, to, severityNumber.info);
    return end;
  }

  /** `2212 (0x8A4)` or `2212`: where the number ends; -1 for anything else. */
  private threadEnd(from: number, end: number): number {
    const { bytes } = this;
    let to = from;
    while (isDigit(bytes[to] ?? 0)) to++;
    if (to === from) return -1;
    return to === end - 1 || (bytes[to] === space && bytes[to + 1] === openParenthesis) ? to : -1;
  }

  /** Looked for once, because a long line may begin many records. */
  private lineEndAfter(from: number): number {
    if (this.lineEnd < from) this.lineEnd = this.nextBreak(from);
    return this.lineEnd;
  }

  private nextBreak(from: number): number {
    const { bytes, view } = this;
    const last = bytes.length - 8;
    // Adding in 32 bits keeps the place in a register.
    for (let at = from | 0; at <= last; at = (at + 1) | 0) {
      const inFirst = controlsIn(view.getInt32(at, true)) & highs;
      const inSecond = controlsIn(view.getInt32(at + 4, true)) & highs;
      if ((inFirst | inSecond) === 0) {
        at = (at + 7) | 0;
        continue;
      }
      at += inFirst !== 0 ? firstMark(inFirst) : 4 + firstMark(inSecond);
      if (isBreak(bytes[at] ?? 0)) return at;
    }
    return nowhere;
  }
}
