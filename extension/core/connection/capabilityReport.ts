import { capabilities, capabilityWords, type CapabilityResult, type RightFact } from './capability';
import { markdownText } from './markdownText';
import type { SchemaGap } from './schemaGap';

/** What *Test connection* found. Values come from the site and are only ever text. */
export interface CapabilityReport {
  readonly site: string;
  /** UTC epoch milliseconds. */
  readonly testedAt: number;
  /** A capability without a result was not tested. */
  readonly results: readonly CapabilityResult[];
  /** Features that this site leaves unknown. */
  readonly gaps: readonly SchemaGap[];
}

/** The report as Markdown: a table, then a section for each capability that is not given. */
export const capabilityReport = ({ site, testedAt, results, gaps }: CapabilityReport): string => {
  const all = capabilities.map(
    (capability): CapabilityResult =>
      results.find((result) => result.capability === capability) ?? {
        capability,
        state: 'notTested',
        cause: 'It was not tested.',
      },
  );
  const blocks = [
    `# Connection to ${markdownText(site)}`,
    `Tested at ${new Date(testedAt).toISOString()}.`,
    ['| Capability | Result | Cause |', '|---|---|---|', ...all.map(tableRow)].join('\n'),
    ...all.filter(({ state }) => state !== 'ok').flatMap(section),
    ...(gaps.length === 0
      ? []
      : ['## What this site leaves unknown', list(gaps.map(({ because }) => because))]),
  ];
  return `${blocks.join('\n\n')}\n`;
};

const tableRow = ({ capability, state, cause }: CapabilityResult): string =>
  `| ${capabilityWords[capability].title} | ${stateWords[state]} | ${markdownText(cause)} |`;

const section = ({ capability, state, cause, details = [] }: CapabilityResult): readonly string[] => {
  const { title, leastRight, lost } = capabilityWords[capability];
  return [
    `## ${title}: ${stateWords[state]}`,
    markdownText(cause),
    ...(details.length === 0 ? [] : [list(details)]),
    'The least right that gives it:',
    list(leastRight.map(rightWords)),
    `Without it is lost: ${markdownText(lost)}`,
  ];
};

const stateWords: Readonly<Record<CapabilityResult['state'], string>> = {
  ok: 'OK',
  missing: 'Missing',
  notTested: 'Not tested',
};

const rightWords = ({ text, confirmed }: RightFact): string => (confirmed ? text : `UNCONFIRMED: ${text}`);

const list = (items: readonly string[]): string => items.map((item) => `- ${markdownText(item)}`).join('\n');
