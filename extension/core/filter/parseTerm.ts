import { parseBytes } from './bytes';
import { FilterError } from './filterError';
import { findField, type FilterField, type FilterFields } from './filterField';
import type { Filter } from './filter';
import { nearest } from './nearest';
import { parseTime } from './parseTime';
import { foldText, type Pattern } from './pattern';
import { isKeyword, type TokenReader } from './tokenReader';
import { tokenText, type OperatorToken, type TextToken, type Token } from './tokenize';

/** A free word, or a field with what it is asked for. */
export const parseTerm = (reader: TokenReader, fields: FilterFields): Filter => {
  const token = reader.take('text');
  if (token === undefined) throw missingTerm(reader.peek());
  const operator = reader.take('operator');
  if (operator !== undefined) return parseField(reader, namedField(token, fields), token, operator);
  if (!token.quoted && isKeyword(tokenText(token)))
    throw new FilterError(
      `A term is missing beside "${tokenText(token)}".`,
      token.start,
      token.end,
      'Put one there, or put the word in quotation marks to search for it.',
    );
  return { kind: 'word', pattern: token.pattern };
};

const missingTerm = (token: Token): FilterError => {
  if (token.kind === 'operator')
    return new FilterError(
      `A field name is missing before ${token.operator}.`,
      token.start,
      token.end,
      'Write one, as in state:missing, or put the text in quotation marks.',
    );
  if (token.kind === ',')
    return new FilterError(
      'A comma stands outside a list of values.',
      token.start,
      token.end,
      'Lists follow a field, as in state:missing,corrupt; put other text in quotation marks.',
    );
  return new FilterError(
    'A term is missing here.',
    token.start,
    token.end,
    'Add a word or a field, as in state:missing.',
  );
};

const namedField = (token: TextToken, fields: FilterFields): FilterField => {
  const name = tokenText(token);
  const field = token.quoted ? undefined : findField(fields, name);
  if (field !== undefined) return field;
  const names = fields.map((one) => one.name);
  throw new FilterError(
    `Unknown field ${name}.`,
    token.start,
    token.end,
    `${meant(name, names)}Fields are ${names.join(', ')}. To search for the text itself, put it in quotation marks.`,
  );
};

const parseField = (
  reader: TokenReader,
  field: FilterField,
  name: TextToken,
  operator: OperatorToken,
): Filter => {
  if (field.kind === 'size') return parseSize(reader, field, operator);
  if (field.kind === 'time') return parseTime(reader, field, operator);
  if (operator.operator !== ':' && operator.operator !== '=')
    throw new FilterError(
      `${field.name} cannot be compared with ${operator.operator}.`,
      operator.start,
      operator.end,
      `Write ${field.name}: for a part of the text, ${field.name}= for all of it.`,
    );
  const tokens = parseList(reader, field, name);
  if (field.kind === 'choice')
    return { kind: 'choice', field: field.name, values: tokens.map((token) => choice(token, field)) };
  return {
    kind: 'text',
    field: field.name,
    exact: operator.operator === '=',
    values: tokens.map((token) => token.pattern),
  };
};

const parseList = (reader: TokenReader, field: FilterField, name: Token): readonly TextToken[] => {
  const tokens: TextToken[] = [];
  do {
    const value = reader.take('text');
    if (value === undefined)
      throw new FilterError(
        `A value is missing after ${field.name}.`,
        name.start,
        reader.peek().start,
        field.kind === 'choice' ? `Values are ${listValues(field)}.` : `For example ${field.name}:abc*.`,
      );
    tokens.push(value);
  } while (reader.take(',') !== undefined);
  return tokens;
};

const choice = (token: TextToken, field: Extract<FilterField, { kind: 'choice' }>): Pattern => {
  if (token.pattern.length > 1) return token.pattern;
  const wanted = foldText(tokenText(token));
  const known = field.values.find(({ value }) => foldText(value) === wanted);
  if (known !== undefined) return [known.value];
  throw new FilterError(
    `${field.name} has no value "${tokenText(token)}".`,
    token.start,
    token.end,
    `${meant(
      tokenText(token),
      field.values.map(({ value }) => value),
    )}Values are ${listValues(field)}.`,
  );
};

const meant = (typed: string, names: readonly string[]): string => {
  const near = nearest(typed, names);
  return near === undefined ? '' : `Did you mean ${near}? `;
};

const listValues = (field: Extract<FilterField, { kind: 'choice' }>): string =>
  field.values.map(({ value }) => value).join(', ');

/** `size>1GB`, also as `size:>1GB` and `size > 1 GB`; `size:unknown` is content whose size was not read. */
const parseSize = (reader: TokenReader, field: FilterField, first: OperatorToken): Filter => {
  const operator = (first.operator === ':' ? reader.take('operator') : undefined) ?? first;
  const token = reader.take('text');
  const text = token === undefined ? '' : tokenText(token);
  if (operator.operator === ':' && text.toLowerCase() === 'unknown')
    return { kind: 'unknownSize', field: field.name };
  const unit = /^[\d.]+$/.test(text) && isUnit(reader.peek()) ? reader.take('text') : undefined;
  const bytes = parseBytes(unit === undefined ? text : text + tokenText(unit));
  if (bytes === undefined)
    throw new FilterError(
      token === undefined ? `A size is missing after ${field.name}.` : `"${text}" is not a size.`,
      (token ?? first).start,
      (token ?? first).end,
      `Write a number and B, kB, MB, GB or TB, as in ${field.name}>1.5GB, or ${field.name}:unknown.`,
    );
  const comparator = operator.operator === ':' ? '=' : operator.operator;
  return { kind: 'size', field: field.name, comparator, bytes };
};

const isUnit = (token: Token): boolean =>
  token.kind === 'text' && !token.quoted && /^(?:[tgmk]i?)?b$/i.test(tokenText(token));
