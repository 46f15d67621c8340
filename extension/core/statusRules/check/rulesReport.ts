import { markdownText } from '../../connection/markdownText';
import { markdownTable } from '../../impact/markdownTable';
import { certainties, type Certainty, type RuleFinding, type RuleFindingKind } from './ruleFinding';
import type { StatusRule } from './statusRule';

/** The rules of a site, and what is wrong with them. Values come from the site and are only ever text. */
export interface CheckedRules {
  readonly siteCode: string;
  /** The site's time of the read, UTC epoch milliseconds. */
  readonly readAt: number;
  readonly rules: readonly StatusRule[];
  readonly findings: readonly RuleFinding[];
}

export const findingTitles: Readonly<Record<RuleFindingKind, string>> = {
  wrongProgram: 'Runs what another message asks for',
  everyMessage: 'Runs at every message',
  unsafeQuoting: 'Hands on what messages hold unsafely',
  environmentVariable: 'Environment variable in the program line',
  tooLong: 'Program line too long',
  component: 'Another component',
  discarded: 'Results of validation are thrown away',
  shortRetention: 'Kept for less than a validation interval',
  missingRule: 'No rule',
};

export const certaintyWords: Readonly<Record<Certainty, string>> = {
  certain: 'certain',
  inferred: 'inferred',
  notDecidable: 'not decidable',
};

/** The report as Markdown: what was found, the most certain first, then all rules as the site has them. */
export const rulesReport = ({ siteCode, readAt, rules, findings }: CheckedRules): string => {
  const sorted = findings.toSorted(
    (a, b) => certainties.indexOf(a.certainty) - certainties.indexOf(b.certainty),
  );
  const blocks = [
    `# Status filter rules of site ${markdownText(siteCode)}`,
    `${counted(rules.length, 'rule')}, ${counted(findings.length, 'finding')}, read at ${new Date(readAt).toISOString()}.`,
    ...(findings.length === 0
      ? ['Nothing was found that keeps validation from being acted on.']
      : [summary(sorted), ...sorted.flatMap(section)]),
    '## All rules',
    'In the order that the site gave them: which one is checked first, and which are disabled, the list does not tell.',
    ...rules.flatMap(({ name, values }) => [`### ${markdownText(name)}`, list(values)]),
  ];
  return `${blocks.join('\n\n')}\n`;
};

const summary = (findings: readonly RuleFinding[]): string =>
  markdownTable(
    ['Finding', 'Rule', 'How sure'],
    findings.map(({ kind, rule, certainty }) => [findingTitles[kind], rule, certaintyWords[certainty]]),
  );

const section = ({ kind, rule, certainty, words, advice, evidence }: RuleFinding): readonly string[] => [
  `## ${findingTitles[kind]}${rule === '' ? '' : `: ${markdownText(rule)}`}`,
  `${markdownText(words)} (${certaintyWords[certainty]})`,
  `**What to do:** ${markdownText(advice)}`,
  ...(evidence.length === 0 ? [] : ['The rule as the site has it:', list(evidence)]),
];

const list = (items: readonly string[]): string =>
  items.length === 0 ? 'It has no values.' : items.map((item) => `- ${markdownText(item)}`).join('\n');

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
