import { FilterError } from './filterError';
import type { FilterFields } from './filterField';
import type { Filter } from './filter';
import { parseTerm } from './parseTerm';
import { TokenReader } from './tokenReader';
import { tokenize } from './tokenize';

/** Deeper nesting than anyone writes; keeps hostile text from exhausting the stack. */
const deepest = 100;

/** Understands a filter text for a table with these fields; the empty text is everything. Throws FilterError. */
export const parseFilter = (text: string, fields: FilterFields): Filter => {
  const reader = new TokenReader(tokenize(text));
  if (reader.peek().kind === 'end') return { kind: 'everything' };
  const filter = parseOr(reader, fields, 0);
  const rest = reader.peek();
  if (rest.kind !== 'end')
    throw new FilterError(
      'A closing parenthesis has no opening one.',
      rest.start,
      rest.end,
      'Remove it, or put ( before the terms it closes.',
    );
  return filter;
};

const parseOr = (reader: TokenReader, fields: FilterFields, depth: number): Filter => {
  if (depth > deepest)
    throw new FilterError(
      'The filter is nested too deeply.',
      reader.peek().start,
      reader.peek().end,
      `Use at most ${deepest} levels of parentheses and "not".`,
    );
  const operands = [parseAnd(reader, fields, depth)];
  while (reader.takeKeyword('or') !== undefined) operands.push(parseAnd(reader, fields, depth));
  return join('or', operands);
};

const parseAnd = (reader: TokenReader, fields: FilterFields, depth: number): Filter => {
  const operands = [parseUnary(reader, fields, depth)];
  while (!endsAnd(reader)) {
    reader.takeKeyword('and');
    operands.push(parseUnary(reader, fields, depth));
  }
  return join('and', operands);
};

const endsAnd = (reader: TokenReader): boolean => {
  const { kind } = reader.peek();
  return kind === 'end' || kind === ')' || reader.isKeyword('or');
};

const parseUnary = (reader: TokenReader, fields: FilterFields, depth: number): Filter => {
  const negation = reader.take('-') ?? reader.takeKeyword('not');
  if (negation !== undefined) {
    if (depth >= deepest) return parseOr(reader, fields, depth + 1);
    return { kind: 'not', operand: parseUnary(reader, fields, depth + 1) };
  }
  const opening = reader.take('(');
  if (opening === undefined) return parseTerm(reader, fields);
  const inner = parseOr(reader, fields, depth + 1);
  if (reader.take(')') === undefined)
    throw new FilterError(
      'A parenthesis is not closed.',
      opening.start,
      opening.end,
      'Add ) after the terms.',
    );
  return inner;
};

const join = (kind: 'and' | 'or', operands: readonly Filter[]): Filter => {
  const [only] = operands;
  return only !== undefined && operands.length === 1 ? only : { kind, operands };
};
