import { isAbout, reportedMessages } from './messageMatch';
import { findingOf, type RuleFinding } from './ruleFinding';
import type { StatusRule } from './statusRule';

/** Of Actions and Actions Mask. That it writes to the database is inferred from the default rules. */
export const writeBit = 1;

/** A rule that ends the evaluation of messages of validation without writing them to the database. */
export const discardProblems = (rule: StatusRule): readonly RuleFinding[] => {
  const matches = reportedMessages.map((message) => [message, isAbout(rule, message)] as const);
  const hit = matches.filter(([, match]) => match !== 'no');
  if (hit.length === 0 || rule.stops !== true || writes(rule)) return [];
  const isCertain = hit.every(([, match]) => match === 'yes');
  const named = hit.map(([message]) => message).join(' and ');
  return [
    findingOf(
      'discarded',
      isCertain ? 'inferred' : 'notDecidable',
      rule,
      `The rule stops the evaluation of ${named} and does not write them to the database${
        isCertain
          ? ', unless a rule above it does: the order of rules is not in the list. What Stop Evaluating and bit 1 of Actions mean is inferred from the default rules.'
          : ', if it is about them: it has entries whose meaning is not documented.'
      } (${actionWords(rule)})`,
      'Without these messages no content can be proved. Let the rule write them to the database, or not stop the evaluation.',
    ),
  ];
};

export const writes = ({ actions = 0, mask }: StatusRule): boolean =>
  (actions & writeBit) !== 0 && (mask === undefined || (mask & writeBit) !== 0);

/** Raw: the names of most bits are not documented. */
const actionWords = ({ actions, mask }: StatusRule): string =>
  `Actions ${actions ?? 'not given'}, Actions Mask ${mask ?? 'not given'}`;
