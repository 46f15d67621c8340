import type { ScannedBytes } from '../scan/logScanner';
import type { Span } from '../scan/recordFields';

interface Spelling {
  readonly view: DataView;
  readonly length: number;
}

/** Numbers for texts that occur again and again, found by their bytes: 0 is the first one. */
export class Interner {
  private readonly texts: string[] = [];
  private readonly spellings: Spelling[] = [];
  private slots = new Int32Array(256).fill(-1);
  /** The number that was asked for last: mostly that of the next text too. */
  private last = -1;

  constructor(private readonly most: number) {}

  /** -1 when there are too many. */
  numberOf(scanned: ScannedBytes, span: Span): number {
    const { view } = scanned;
    const { from, to } = span;
    if (isSame(this.spellings[this.last], view, from, to)) return this.last;
    const slot = this.slotOf(view, from, to);
    const number = this.slots[slot] ?? -1;
    return (this.last = number >= 0 ? number : this.add(slot, scanned, span));
  }

  text(number: number): string | undefined {
    return this.texts[number];
  }

  get all(): readonly string[] {
    return this.texts;
  }

  private add(slot: number, scanned: ScannedBytes, span: Span): number {
    const number = this.texts.length;
    if (number >= this.most) return -1;
    const bytes = new Uint8Array(scanned.bytes.subarray(span.from, span.to));
    this.slots[slot] = number;
    this.texts.push(scanned.text(span));
    this.spellings.push({ view: new DataView(bytes.buffer), length: bytes.length });
    if (this.texts.length * 2 > this.slots.length) this.grow();
    return number;
  }

  /** The slot of a spelling, or the free one where it would be. */
  private slotOf(view: DataView, from: number, to: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = hashOf(view, from, to) & mask;
    for (;;) {
      const number = slots[slot] ?? -1;
      if (number < 0 || isSame(this.spellings[number], view, from, to)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    this.spellings.forEach(({ view, length }, number) => {
      this.slots[this.slotOf(view, 0, length)] = number;
    });
  }
}

const hashOf = (view: DataView, from: number, to: number): number => {
  let hash = to - from;
  let at = from;
  for (; at + 4 <= to; at += 4) hash = Math.imul(hash ^ view.getInt32(at, true), 0x9e3779b1);
  for (; at < to; at++) hash = Math.imul(hash ^ view.getUint8(at), 0x85ebca6b);
  return hash ^ (hash >>> 15);
};

const isSame = (spelling: Spelling | undefined, view: DataView, from: number, to: number): boolean => {
  const length = to - from;
  if (spelling?.length !== length) return false;
  const known = spelling.view;
  const last = length - 4;
  for (let at = 0; at < last; at += 4)
    if (known.getInt32(at, true) !== view.getInt32(from + at, true)) return false;
  // The last four bytes may be some of the ones before, too.
  if (last >= 0) return known.getInt32(last, true) === view.getInt32(from + last, true);
  for (let at = 0; at < length; at++) if (known.getUint8(at) !== view.getUint8(from + at)) return false;
  return true;
};
