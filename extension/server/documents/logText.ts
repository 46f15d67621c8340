import type { Position } from 'vscode-languageserver-textdocument';
import { lastWhere } from './lastWhere';

/** A text that is looked at in slices; a string is one. */
export type SlicedText = Pick<string, 'length' | 'slice'>;

/** Whole lines of a text: its last character ends a line, unless it is the last part. */
class TextPart {
  private known: Uint32Array | undefined;

  constructor(readonly text: string) {}

  /** Where the lines behind its first one begin; that of the next part is one of them. */
  get lineStarts(): Uint32Array {
    return (this.known ??= lineStartsOf(this.text));
  }
}

/** UTF-16 units of a part. */
const usualPart = 2 ** 16;

/** How many times that a part may become long by edits. */
const mostGrown = 4;

/**
 * A text of lines, in parts. An edit makes another text, which has all parts in common that it left alone: an edit of
 * 20 MB takes no longer than one of a page. Lines end as the language server protocol says: LF, CR, or both.
 */
export class LogText implements SlicedText {
  readonly length: number;
  private readonly starts: Float64Array;
  private knownLines: Float64Array | undefined;
  private lastPart = 0;

  private constructor(
    private readonly parts: readonly TextPart[],
    private readonly partLength: number,
  ) {
    this.starts = sumsOf(parts, ({ text }) => text.length);
    this.length = this.starts[parts.length] ?? 0;
  }

  static of(text: string, partLength = usualPart): LogText {
    return new LogText(partsOf(text, partLength), partLength);
  }

  get lineCount(): number {
    return 1 + (this.lines[this.parts.length] ?? 0);
  }

  slice(start = 0, end = this.length): string {
    const from = this.partAt(start);
    const to = this.partAt(end);
    const local = (part: number, offset: number): number => Math.max(0, offset - (this.starts[part] ?? 0));
    if (from === to) return this.textOf(from).slice(local(from, start), local(from, end));
    const inside = this.parts.slice(from + 1, to).map(({ text }) => text);
    return [
      this.textOf(from).slice(local(from, start)),
      ...inside,
      this.textOf(to).slice(0, local(to, end)),
    ].join('');
  }

  /** The text with another one instead of a stretch of it. */
  replaced(start: number, end: number, text: string): LogText {
    let from = this.partAt(start);
    const to = this.partAt(end);
    // An LF belongs to the CR before it.
    const joins = from > 0 && start === this.starts[from] && this.textOf(from - 1).endsWith('\r');
    if (joins) from--;
    const head = this.textOf(from).slice(0, start - (this.starts[from] ?? 0));
    const written = `${head}${text}${this.textOf(to).slice(end - (this.starts[to] ?? 0))}`;
    const isLong = written.length > mostGrown * this.partLength;
    const parts = isLong ? partsOf(written, this.partLength) : [new TextPart(written)];
    return new LogText(
      [...this.parts.slice(0, from), ...parts, ...this.parts.slice(to + 1)],
      this.partLength,
    );
  }

  /** A place behind the end of its line is at that. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.length));
    const part = this.partAt(at);
    const local = at - (this.starts[part] ?? 0);
    const { lineStarts } = this.parts[part] ?? new TextPart('');
    const row = lastWhere(lineStarts.length, (index) => (lineStarts[index] ?? 0) <= local);
    const start = row < 0 ? 0 : (lineStarts[row] ?? 0);
    const line = (this.lines[part] ?? 0) + row + 1;
    return { line, character: beforeBreak(this.textOf(part), start, local) - start };
  }

  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    if (line >= this.lineCount) return this.length;
    const { part, start, end } = this.placeOf(line);
    const offset = Math.min(start + Math.max(0, character), end);
    return (this.starts[part] ?? 0) + beforeBreak(this.textOf(part), start, offset);
  }

  /** What ends a line; '' for the last one. */
  breakOf(line: number): string {
    if (line < 0 || line >= this.lineCount) return '';
    const { part, start, end } = this.placeOf(line);
    const text = this.textOf(part);
    return text.slice(beforeBreak(text, start, end), end);
  }

  /** Of a line, its part, and where it begins and ends in that, with its break. */
  private placeOf(line: number): { readonly part: number; readonly start: number; readonly end: number } {
    const { lines, parts } = this;
    const part = lastWhere(parts.length, (index) => (lines[index] ?? 0) <= line);
    const { lineStarts, text } = parts[part] ?? new TextPart('');
    const row = line - (lines[part] ?? 0);
    return { part, start: row === 0 ? 0 : (lineStarts[row - 1] ?? 0), end: lineStarts[row] ?? text.length };
  }

  /** Of each part, how many lines begin before it. */
  private get lines(): Float64Array {
    return (this.knownLines ??= sumsOf(this.parts, ({ lineStarts }) => lineStarts.length));
  }

  private partAt(offset: number): number {
    const { lastPart, starts } = this;
    // What is asked for is mostly beside what was asked for last.
    if ((starts[lastPart] ?? Infinity) <= offset && offset < (starts[lastPart + 1] ?? 0)) return lastPart;
    return (this.lastPart = Math.max(
      0,
      lastWhere(this.parts.length, (index) => (starts[index] ?? 0) <= offset),
    ));
  }

  private textOf(part: number): string {
    return this.parts[part]?.text ?? '';
  }
}

/** What comes before each part, and at last before the end. */
const sumsOf = (parts: readonly TextPart[], sizeOf: (part: TextPart) => number): Float64Array => {
  const sums = new Float64Array(parts.length + 1);
  parts.forEach((part, index) => (sums[index + 1] = (sums[index] ?? 0) + sizeOf(part)));
  return sums;
};

const partsOf = (text: string, partLength: number): readonly TextPart[] => {
  const parts: TextPart[] = [];
  const lineBreak = /\r\n?|\n/g;
  for (let start = 0; start < text.length;) {
    lineBreak.lastIndex = start + partLength;
    const end = lineBreak.test(text) ? lineBreak.lastIndex : text.length;
    parts.push(new TextPart(text.slice(start, end)));
    start = end;
  }
  return parts.length > 0 ? parts : [new TextPart('')];
};

const lineStartsOf = (text: string): Uint32Array => {
  const starts: number[] = [];
  const next = (mark: string, from: number): number => {
    const found = text.indexOf(mark, from);
    return found < 0 ? Infinity : found;
  };
  let [cr, lf] = [next('\r', 0), next('\n', 0)];
  while (cr < Infinity || lf < Infinity) {
    const start = (lf === cr + 1 ? lf : Math.min(cr, lf)) + 1;
    starts.push(start);
    if (cr < start) cr = next('\r', start);
    if (lf < start) lf = next('\n', start);
  }
  return Uint32Array.from(starts);
};

const beforeBreak = (text: string, start: number, offset: number): number => {
  let at = offset;
  while (at > start && (text[at - 1] === '\n' || text[at - 1] === '\r')) at--;
  return at;
};
