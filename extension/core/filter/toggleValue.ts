import type { Filter } from './filter';
import { foldText } from './pattern';

type Listed = Extract<Filter, { kind: 'text' | 'choice' }>;

/**
 * Adds a value to what a field is asked for, or takes it away again: what a click on a facet does.
 * Values of another sort than `siblings` (a pattern, a class beside verdicts) give way to the new one.
 * @param field its name and kind; values of a text field are asked for exactly (`=`)
 */
export const toggleValue = (
  filter: Filter,
  field: { readonly name: string; readonly kind: 'text' | 'choice' },
  value: string,
  siblings: readonly string[],
): Filter => {
  const term = termOf(filter, field.name);
  const others = withoutField(filter, field.name);
  const known = new Set(siblings.map(foldText));
  const before = (term === undefined ? [] : plainValues(term)).filter((one) => known.has(foldText(one)));
  const kept = before.filter((one) => foldText(one) !== foldText(value));
  const values = kept.length === before.length ? [...kept, value] : kept;
  return values.length === 0 ? others : both(others, listed(field, values));
};

/** The plain values that the filter's own term on this field lists; what a facet shows as pressed. */
export const listedValues = (filter: Filter, field: string): readonly string[] => {
  const term = termOf(filter, field);
  return term === undefined ? [] : plainValues(term);
};

/** The filter without what it asks of this field at its top level. */
export const withoutField = (filter: Filter, field: string): Filter => {
  const operands = conjuncts(filter).filter((one) => !isTermOf(one, field));
  return operands.reduce(both, { kind: 'everything' });
};

const termOf = (filter: Filter, field: string): Listed | undefined =>
  conjuncts(filter).find((one): one is Listed => isTermOf(one, field));

const isTermOf = (filter: Filter, field: string): filter is Listed =>
  (filter.kind === 'text' || filter.kind === 'choice') && filter.field === field;

/** Values that ask for one text: a part of a text (`dp:dp1`) or a wildcard may ask for several. */
const plainValues = (term: Listed): readonly string[] =>
  term.kind === 'text' && !term.exact
    ? []
    : term.values.flatMap(([text, ...more]) => (text === undefined || more.length > 0 ? [] : [text]));

const listed = (
  field: { readonly name: string; readonly kind: 'text' | 'choice' },
  values: readonly string[],
): Filter => {
  const patterns = values.map((value) => [value]);
  return field.kind === 'choice'
    ? { kind: 'choice', field: field.name, values: patterns }
    : { kind: 'text', field: field.name, exact: true, values: patterns };
};

const conjuncts = (filter: Filter): readonly Filter[] =>
  filter.kind === 'and' ? filter.operands.flatMap(conjuncts) : [filter];

/** Both filters hold, flat as one would type it. */
const both = (a: Filter, b: Filter): Filter => {
  if (a.kind === 'everything') return b;
  if (b.kind === 'everything') return a;
  return { kind: 'and', operands: [...conjuncts(a), ...conjuncts(b)] };
};
