import type { Filter } from './filter';
import { FilterError } from './filterError';
import type { FilterField } from './filterField';
import { parseTimePoint } from './timePoint';
import type { TokenReader } from './tokenReader';
import { tokenText, type OperatorToken, type TextToken } from './tokenize';

/** `since<7d`, `last>=2026-05-01`, `last:2026-05-01`; `last:unknown` is a time that nothing tells. */
export const parseTime = (reader: TokenReader, field: FilterField, first: OperatorToken): Filter => {
  const operator = (first.operator === ':' ? reader.take('operator') : undefined) ?? first;
  const token = reader.take('text');
  const text = token === undefined ? '' : tokenText(token) + rest(reader, token);
  if (operator.operator === ':' && text.toLowerCase() === 'unknown')
    return { kind: 'unknownTime', field: field.name };
  const time = parseTimePoint(text);
  const place = token ?? first;
  if (time === undefined)
    throw new FilterError(
      token === undefined ? `A time is missing after ${field.name}.` : `"${text}" is not a time.`,
      place.start,
      Math.max(place.end, place.start + text.length),
      `Write an age in hours, days or weeks, as in ${field.name}<12h or ${field.name}>7d, a date, as in ${field.name}>2026-05-01, or ${field.name}:unknown.`,
    );
  const comparator = operator.operator === ':' ? '=' : operator.operator;
  if (time.kind === 'age' && comparator === '=')
    throw new FilterError(
      `"${text}" leaves open whether less or more than that is meant.`,
      operator.start,
      place.end,
      `Write ${field.name}<${text} for less than so long ago, ${field.name}>${text} for more.`,
    );
  return { kind: 'time', field: field.name, comparator, time };
};

/** What belongs to it though the tokenizer has cut it off: a unit, as in `7 d`, or the minutes of a time of day. */
const rest = (reader: TokenReader, token: TextToken): string => {
  const text = tokenText(token);
  if (token.quoted) return '';
  if (/^\d+$/.test(text) && isUnit(reader)) return takeText(reader);
  const next = reader.peek();
  if (!/T\d\d$/i.test(text) || next.kind !== 'operator' || next.operator !== ':' || next.start !== token.end)
    return '';
  reader.take('operator');
  return `:${takeText(reader)}`;
};

const takeText = (reader: TokenReader): string => {
  const token = reader.take('text');
  return token === undefined ? '' : tokenText(token);
};

const isUnit = (reader: TokenReader): boolean => {
  const token = reader.peek();
  return token.kind === 'text' && !token.quoted && /^[hdw]$/i.test(tokenText(token));
};
