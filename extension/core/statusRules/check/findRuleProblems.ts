import { ruleMessages, ruleWork, validationComponent, type RuleMessage } from '../ruleMessage';
import { componentMatch } from './messageMatch';
import { environmentVariables, excessLength, madeFor, quotingFaults } from './programText';
import { retentionProblems, type ValidatingDp } from './retentionProblems';
import { discardProblems } from './discardProblems';
import { findingOf, type RuleFinding } from './ruleFinding';
import type { StatusRule } from './statusRule';

const again = 'Generate the rules anew, and take the old ones away.';

/** What is wrong with a site's status filter rules, as far as validation and what acts on it are concerned. */
export const findRuleProblems = (
  rules: readonly StatusRule[],
  dps: readonly ValidatingDp[],
): readonly RuleFinding[] => [
  ...ruleMessages.flatMap((message) => missingProblems(rules, message)),
  ...rules.flatMap((rule) => [...purposeProblems(rule), ...componentProblems(rule), ...lineProblems(rule)]),
  ...rules.flatMap(discardProblems),
  ...retentionProblems(rules, dps),
];

const isMadeFor = (rule: StatusRule, message: RuleMessage): boolean =>
  rule.programs.some((program) => madeFor(program) === message);

const missingProblems = (rules: readonly StatusRule[], message: RuleMessage): readonly RuleFinding[] => {
  const about = rules.filter(
    (rule) => rule.code === message || (rule.code === undefined && isMadeFor(rule, message)),
  );
  if (about.some(({ programs }) => programs.length > 0)) return [];
  const [first] = about;
  return [
    first === undefined
      ? findingOf(
          'missingRule',
          'certain',
          undefined,
          `No rule is about ${message}: nothing is done to ${ruleWork[message]}.`,
          'Generate the rules.',
        )
      : findingOf(
          'missingRule',
          'notDecidable',
          first,
          `Whether the rule runs a program on ${message} is not decidable: the key of a rule's program is not documented, and none of its values looks like a program line.`,
          'Look at the rule in the console.',
        ),
  ];
};

const purposeProblems = (rule: StatusRule): readonly RuleFinding[] =>
  rule.programs.flatMap((program) => {
    const message = madeFor(program);
    if (message === undefined || message === rule.code) return [];
    if (rule.code !== undefined)
      return findingOf(
        'wrongProgram',
        'certain',
        rule,
        `The rule is about ${rule.code}, and runs what is made for ${message}.`,
        again,
      );
    return findingOf(
      'everyMessage',
      rule.unknown.length === 0 ? 'certain' : 'notDecidable',
      rule,
      `The rule has no message ID, and runs at every message it is about what is made for ${message}. A validation sends one for each package.${
        rule.unknown.length === 0 ? '' : ' Entries that are not documented may limit it.'
      }`,
      `Give the rule the message ID ${message}.`,
    );
  });

const componentProblems = (rule: StatusRule): readonly RuleFinding[] => {
  const { code, component, programs } = rule;
  const isOurs = ruleMessages.some((message) => message === code || isMadeFor(rule, message));
  const match = componentMatch(component);
  if (!isOurs && !(match === 'misspelt' && programs.length > 0)) return [];
  const advice = `Type ${validationComponent}: the console does not offer it.`;
  switch (match) {
    case 'any':
    case 'same':
      return [];
    case 'otherCase':
      return [
        findingOf(
          'component',
          'notDecidable',
          rule,
          `The component ${component ?? ''} differs from ${validationComponent} in its case. Whether that matters to a rule is not documented.`,
          advice,
        ),
      ];
    case 'misspelt':
    case 'other':
      return [
        findingOf(
          'component',
          'certain',
          rule,
          `The component ${component ?? ''} does not send messages of validation: the rule never runs. They come from ${validationComponent}.`,
          advice,
        ),
      ];
  }
};

const lineProblems = (rule: StatusRule): readonly RuleFinding[] =>
  rule.programs.flatMap((program) => {
    const excess = excessLength(program);
    const variables = environmentVariables(program);
    return [
      ...quotingFaults(program).map((fault) => findingOf('unsafeQuoting', 'certain', rule, fault, again)),
      ...(variables.length === 0
        ? []
        : [
            findingOf(
              'environmentVariable',
              'certain',
              rule,
              `${variables.join(', ')} in the program line: a rule does not fill in environment variables.`,
              'Write the full path.',
            ),
          ]),
      ...(excess <= 0
        ? []
        : [
            findingOf(
              'tooLong',
              'certain',
              rule,
              `The program line is ${excess} characters longer than a rule takes.`,
              'Choose shorter paths.',
            ),
          ]),
    ];
  });
