import { foldCase } from './foldLine';
import {
  captureKinds,
  capturesOf,
  type CaptureKind,
  type Literal,
  type Pattern,
  type Token,
} from './pattern';

/** UTF-16 units. */
export const longestPattern = 500;

/** Shorter texts stand in every log. */
const leastLiteral = 4;

/** `**`, `{{` and `}}` stand for the character itself; `{name}` and `{name:kind}` capture; `*` is anything. */
const piece = /\*\*|\{\{|\}\}|\*|\{([A-Za-z]\w{0,30})(?::(\w{1,10}))?\}/g;

/** Understands a pattern, or says what is wrong with it. */
export const parsePattern = (written: string): Pattern | { readonly problem: string } => {
  if (written.length > longestPattern)
    return { problem: `A pattern has at most ${longestPattern} characters.` };
  const builder = new PatternBuilder();
  let end = 0;
  for (const match of written.matchAll(piece)) {
    const [whole, name, kind = 'text'] = match;
    builder.plain(written.slice(end, match.index));
    end = match.index + whole.length;
    if (whole === '*') builder.gap(undefined);
    else if (name === undefined) builder.literal(whole.charAt(0));
    else builder.capture(name, kind);
  }
  builder.plain(written.slice(end));
  return builder.pattern();
};

class PatternBuilder {
  private readonly runs: { gap: string | undefined; parts: (Literal | Token)[] }[] = [];
  /** What stands before the next run; null while a run goes on. */
  private open: { readonly name: string | undefined; readonly isWritten: boolean } | null = {
    name: undefined,
    isWritten: false,
  };
  private problem: string | undefined;

  plain(text: string): void {
    if (/[{}]/.test(text))
      this.problem ??=
        'A brace begins or ends no capture. Write {name} or {name:number}, and {{ or }} for the brace itself.';
    this.literal(text);
  }

  literal(text: string): void {
    if (text === '') return;
    const folded = foldCase(text.replaceAll(/\s+/g, ' '));
    const parts = this.run();
    const last = parts.at(-1);
    if (last?.kind === 'literal') parts[parts.length - 1] = { kind: 'literal', text: last.text + folded };
    else parts.push({ kind: 'literal', text: folded });
  }

  gap(name: string | undefined): void {
    if (this.open?.isWritten === true && (this.open.name ?? name) !== undefined)
      this.problem ??= 'Text has to stand between two captures of text: it is where the first one ends.';
    this.open = { name, isWritten: true };
  }

  capture(name: string, kind: string): void {
    const known = captureKinds.find((one) => one === kind);
    if (known === undefined)
      this.problem ??= `A capture is one of ${captureKinds.join(', ')}; "${kind}" is none.`;
    else if (known === 'text') this.gap(name);
    else this.run().push(tokenOf(known, name));
  }

  pattern(): Pattern | { readonly problem: string } {
    const rest = this.runs.length === 0 ? undefined : this.open?.name;
    const pattern = { runs: this.runs, rest };
    const names = capturesOf(pattern);
    const literals = this.runs.flatMap(({ parts }) => parts.flatMap((part) => literalOf(part)));
    const isTelling = literals.some((text) => text.trim().length >= leastLiteral);
    if (this.problem === undefined && !isTelling)
      return { problem: `Write at least ${leastLiteral} characters of text in one piece.` };
    if (this.problem === undefined && new Set(names).size < names.length)
      return { problem: 'Two captures have the same name.' };
    return this.problem === undefined ? pattern : { problem: this.problem };
  }

  private run(): (Literal | Token)[] {
    const last = this.runs.at(-1);
    if (this.open === null && last !== undefined) return last.parts;
    const parts: (Literal | Token)[] = [];
    this.runs.push({ gap: this.open?.name, parts });
    this.open = null;
    return parts;
  }
}

const tokenOf = (kind: Exclude<CaptureKind, 'text'>, name: string): Token => ({ kind, name });

const literalOf = (part: Literal | Token): readonly string[] => (part.kind === 'literal' ? [part.text] : []);
