import { quoteValue } from '../../extension/core/filter/print';
import type { TimeLane } from '../../extension/core/logs/view/timeline';
import { filterMinute } from './timeTexts';

/** The terms of a filter that all have to hold, as they are written; one that holds alternatives is in parentheses. */
export const termsOf = (filter: string): readonly string[] => {
  const terms = filter.match(/(?:"(?:\\.|[^"\\])*"?|[^\s"])+/g) ?? [];
  const whole: string[] = [];
  let depth = 0;
  for (const term of terms) {
    if (depth > 0) whole.push(`${whole.pop() ?? ''} ${term}`);
    else whole.push(term);
    const bare = term.replaceAll(/"(?:\\.|[^"\\])*"?/g, '');
    depth += bare.split('(').length - bare.split(')').length;
  }
  return whole.some((term) => term.toLowerCase() === 'or') ? [`(${whole.join(' ')})`] : whole;
};

/** The filter with a term more, or without it where it has it. */
export const toggled = (filter: string, term: string): string => {
  const terms = termsOf(filter);
  const others = terms.filter((one) => one !== term);
  return (others.length < terms.length ? others : [...terms, term]).join(' ');
};

/** What shows a lane alone: its component, or all but those that have lanes. */
export const laneTerm = (lane: TimeLane, lanes: readonly TimeLane[]): string => {
  if (!lane.isRest) return `component=${lane.components.map(quoteValue).join()}`;
  return `-component=${lanes.flatMap(({ isRest, components }) => (isRest ? [] : components.map(quoteValue))).join()}`;
};

export const isComponentTerm = (term: string): boolean => /^-?component=/.test(term);

/** The filter that shows a lane alone, instead of another one; or without that, where it does. */
export const filterOfLane = (filter: string, lane: TimeLane, lanes: readonly TimeLane[]): string => {
  const term = laneTerm(lane, lanes);
  const isOther = (one: string): boolean => one !== term && isComponentTerm(one);
  return toggled(
    termsOf(filter)
      .filter((one) => !isOther(one))
      .join(' '),
    term,
  );
};

/** The filter for the minutes from one time to another, by the clock of the log, instead of other times. */
export const filterOfSpan = (filter: string, from: number, to: number): string =>
  [
    ...termsOf(filter).filter((term) => !/^time[<>]=?/.test(term)),
    `time>=${filterMinute(from)}`,
    `time<=${filterMinute(to)}`,
  ].join(' ');
