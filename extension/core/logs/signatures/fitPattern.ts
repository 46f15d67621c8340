import type { FoldedLine } from './foldLine';
import type { Literal, Pattern, Run, Token } from './pattern';

/** What the captures of a pattern took, as written. */
export type Captures = Readonly<Record<string, string>>;

/** UTF-16 units of a captured text that are kept. */
const longestCapture = 300;

/**
 * The leftmost fit of a pattern; undefined when it does not fit. Every run is looked for once, behind the one before it,
 * and a token is at most 40 characters long, so the time is linear in the message, whatever the pattern.
 */
export const fitPattern = ({ runs, rest }: Pattern, line: FoldedLine): Captures | undefined => {
  const captures: Record<string, string> = {};
  let from = 0;
  for (const run of runs) {
    const place = findRun(run, line.folded, from);
    if (place === undefined) return undefined;
    if (run.gap !== undefined) captures[run.gap] = taken(line.text, from, place.at);
    for (const { name, start, end } of place.tokens) captures[name] = line.text.slice(start, end);
    from = place.end;
  }
  if (rest !== undefined) captures[rest] = taken(line.text, from, line.text.length);
  return captures;
};

const taken = (text: string, from: number, to: number): string =>
  text.slice(from, Math.min(to, from + longestCapture)).trim();

interface TakenToken {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

interface RunPlace {
  readonly at: number;
  readonly end: number;
  readonly tokens: readonly TakenToken[];
}

const findRun = ({ parts }: Run, text: string, from: number): RunPlace | undefined => {
  const [first] = parts;
  const next = (at: number): number => (first?.kind === 'literal' ? text.indexOf(first.text, at) : at);
  for (let at = next(from); at >= 0 && at <= text.length; at = next(at + 1)) {
    const place = runAt(parts, text, at);
    if (place !== undefined) return place;
  }
  return undefined;
};

const runAt = (parts: readonly (Literal | Token)[], text: string, at: number): RunPlace | undefined => {
  const tokens: TakenToken[] = [];
  let end = at;
  for (const part of parts) {
    const start = end;
    end = part.kind === 'literal' ? literalEnd(part.text, text, start) : tokenEnds[part.kind](text, start);
    if (end < 0) return undefined;
    if (part.kind !== 'literal') tokens.push({ name: part.name, start, end });
  }
  return { at, end, tokens };
};

const literalEnd = (literal: string, text: string, at: number): number =>
  text.startsWith(literal, at) ? at + literal.length : -1;

/** Where a token that begins here ends; -1 when none does. Sticky expressions without anything to go back to. */
const endOf =
  (expression: RegExp) =>
  (text: string, at: number): number => {
    expression.lastIndex = at;
    return expression.test(text) ? expression.lastIndex : -1;
  };

const tokenEnds: Readonly<Record<Token['kind'], (text: string, at: number) => number>> = {
  number: endOf(/\d{1,20}/y),
  hex: endOf(/0x[\da-f]{1,16}|(?!0x)[\da-f]{1,16}/y),
  guid: endOf(
    /\{[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\}|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/y,
  ),
  package: endOf(/(?<![\da-z])[\da-z]{3}[\da-f]{5}(?![\da-z])/y),
};
