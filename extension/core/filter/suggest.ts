import { findField, type FilterChoice, type FilterField, type FilterFields } from './filterField';
import { foldText } from './pattern';
import { quoteValue } from './print';
import { tokenize, type Operator, type Token } from './tokenize';

/** What may be typed next: `text` replaces the characters from `start` to the caret. */
export interface Suggestion {
  readonly start: number;
  readonly text: string;
  readonly about: string;
}

/**
 * Suggestions at the caret, best first: field names, then the values of the field.
 * @param valuesOf what a text field holds at the moment (DP names, say)
 */
export const suggest = (
  text: string,
  caret: number,
  fields: FilterFields,
  valuesOf: (field: string) => readonly string[],
): readonly Suggestion[] => {
  const tokens = tokensBefore(text.slice(0, caret));
  const last = tokens.at(-1);
  const typed = last?.kind === 'text' && last.end >= caret ? last : undefined;
  const start = typed?.start ?? caret;
  const fragment = typed?.pattern.join('*') ?? '';
  let at = tokens.length - (typed === undefined ? 1 : 2);
  while (tokens[at]?.kind === ',' && tokens[at - 1]?.kind === 'text') at -= 2;
  const operator = tokens[at];
  if (operator?.kind !== 'operator')
    return typed?.quoted === true ? [] : suggestFields(fields, fragment, start);
  const name = tokens[at - 1];
  const field = name?.kind === 'text' ? findField(fields, name.pattern.join('*')) : undefined;
  return field === undefined ? [] : suggestValues(field, operator.operator, fragment, start, valuesOf);
};

/** The tokens up to the caret, where a quotation mark may still be open, after a backslash even. */
const tokensBefore = (text: string): readonly Token[] => {
  for (const closing of ['', '"', '""'])
    try {
      return tokenize(text + closing).slice(0, -1);
    } catch {
      continue;
    }
  return [];
};

const suggestFields = (fields: FilterFields, typed: string, start: number): readonly Suggestion[] =>
  fields
    .filter((field) => field.name.startsWith(typed.toLowerCase()))
    .map((field) => ({
      start,
      text: `${field.name}${firstOperator[field.kind]}`,
      about: field.about,
    }));

/** What one asks such a field for most. */
const firstOperator = { text: ':', choice: ':', size: '>', time: '<' } as const;

const suggestValues = (
  field: FilterField,
  operator: Operator,
  typed: string,
  start: number,
  valuesOf: (field: string) => readonly string[],
): readonly Suggestion[] => {
  const wanted = foldText(typed);
  return choices(field, operator, valuesOf)
    .map((choice) => ({ choice, at: foldText(choice.value).indexOf(wanted) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => Math.min(a.at, 1) - Math.min(b.at, 1))
    .map(({ choice }) => ({ start, text: quoteValue(choice.value), about: choice.about }));
};

const choices = (
  field: FilterField,
  operator: Operator,
  valuesOf: (field: string) => readonly string[],
): readonly FilterChoice[] => {
  switch (field.kind) {
    case 'choice':
      return field.values;
    case 'text':
      return valuesOf(field.name).map((value) => ({ value, about: '' }));
    case 'size':
      return operator === ':' ? [{ value: 'unknown', about: 'not read' }] : sizes;
    case 'time':
      return operator === ':' ? [{ value: 'unknown', about: 'nothing tells' }] : times(operator);
  }
};

/** Examples: any other number will do as well. */
const sizes: readonly FilterChoice[] = ['100MB', '1GB', '10GB'].map((value) => ({
  value,
  about: 'for example',
}));

const ages = [
  { value: '1d', words: 'a day' },
  { value: '7d', words: '7 days' },
  { value: '30d', words: '30 days' },
] as const;

const times = (operator: Operator): readonly FilterChoice[] =>
  operator === '='
    ? []
    : ages.map(({ value, words }) => ({
        value,
        about: `${operator.startsWith('<') ? 'less' : 'more'} than ${words} ago, or a date`,
      }));
