import type { Filter } from '../../filter/filter';
import { foldText } from '../../filter/pattern';

/** Shorter ones stand in nearly every piece of a log, so that looking for them first saves nothing. */
const shortest = 3;

const onlyAscii = /^[\x00-\x7f]*$/;

export const isAscii = (text: string): boolean => onlyAscii.test(text);

/**
 * The longest text that each message has which fits a filter; undefined when there is none that says so much. Folded;
 * ASCII only, because then it stands in the bytes of the log as well, but for case.
 */
export const neededLiteral = (
  filter: Filter,
  isExpression: (value: string) => boolean,
): string | undefined => {
  const needed = conjuncts(filter)
    .flatMap((term) => literalsOf(term))
    .filter((text) => text.length >= shortest && !isExpression(text))
    .map(foldText)
    .filter(isAscii);
  return needed.toSorted((a, b) => b.length - a.length)[0];
};

const conjuncts = (filter: Filter): readonly Filter[] =>
  filter.kind === 'and' ? filter.operands.flatMap(conjuncts) : [filter];

const literalsOf = (term: Filter): readonly string[] => {
  if (term.kind === 'word') return term.pattern;
  if (term.kind !== 'text' || term.field !== 'message' || term.values.length !== 1) return [];
  return term.values[0] ?? [];
};
