import { findField, type FilterChoice, type FilterField, type FilterFields } from './filterField';
import { foldText } from './pattern';
import { quoteValue } from './print';
import { tokenize, type Token } from './tokenize';

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
  if (tokens[at]?.kind !== 'operator')
    return typed?.quoted === true ? [] : suggestFields(fields, fragment, start);
  const name = tokens[at - 1];
  const field = name?.kind === 'text' ? findField(fields, name.pattern.join('*')) : undefined;
  return field === undefined ? [] : suggestValues(field, fragment, start, valuesOf);
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
      text: field.kind === 'size' ? `${field.name}>` : `${field.name}:`,
      about: field.about,
    }));

const suggestValues = (
  field: FilterField,
  typed: string,
  start: number,
  valuesOf: (field: string) => readonly string[],
): readonly Suggestion[] => {
  const wanted = foldText(typed);
  return choices(field, valuesOf)
    .map((choice) => ({ choice, at: foldText(choice.value).indexOf(wanted) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => Math.min(a.at, 1) - Math.min(b.at, 1))
    .map(({ choice }) => ({ start, text: quoteValue(choice.value), about: choice.about }));
};

const choices = (
  field: FilterField,
  valuesOf: (field: string) => readonly string[],
): readonly FilterChoice[] => {
  switch (field.kind) {
    case 'choice':
      return field.values;
    case 'text':
      return valuesOf(field.name).map((value) => ({ value, about: '' }));
    case 'size':
      return [{ value: 'unknown', about: 'not read' }];
  }
};
