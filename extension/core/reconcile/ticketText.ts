import { markdownText } from '../connection/markdownText';
import type { Disagreement } from './disagreement';
import type { Evidence } from './evidence';
import type { Explanation } from './explain';
import type { Finding } from './finding';
import { installedWords } from './installed';
import { sourceWords } from './sourceWords';
import { repairNeed } from './verdict';
import { verdictLabel } from './verdictLabels';

/** What a ticket about one pair says. */
export interface Ticket {
  readonly finding: Finding;
  readonly explanation: Explanation;
  readonly packageName: string;
  /** What is peculiar to the package, in a sentence. */
  readonly packageNote: string | undefined;
  readonly dpName: string;
  readonly siteCode: string;
  readonly siteName: string;
}

/**
 * A verdict with all that it rests on, to paste in a ticket: Markdown that reads well as plain text, and is the
 * same on every machine. Names never become markup.
 */
export const ticketText = (ticket: Ticket): string => {
  const { evidence, disagreements } = ticket.explanation;
  return [
    `# ${heading(ticket)}`,
    '',
    ...facts(ticket).map(([label, text]) => `- ${label}: ${text}`),
    '',
    '## What the verdict rests on',
    '',
    ...(evidence.length === 0 ? ['- No fact speaks for or against it.'] : evidence.map(factLine)),
    ...disagreements.flatMap(disagreementLines),
    '',
  ].join('\n');
};

const heading = ({ finding, packageName, dpName }: Ticket): string =>
  `${verdictLabel(finding.verdict, finding.installed)}: ${markdownText(packageName)} (${finding.packageId}) on ${markdownText(dpName)}`;

type Line = readonly [label: string, text: string];

const facts = (ticket: Ticket): readonly Line[] => {
  const { finding, explanation } = ticket;
  const { verdict, reason, packageId, nalPath } = finding;
  return [
    ['Verdict', `${verdictLabel(verdict)} (${verdict}). ${markdownText(reason)}`],
    ['Rule', `${explanation.rule}, the first that fits`],
    ['Repair', repairWords[repairNeed(verdict)]],
    ['DP status', installedWords(finding.installed)],
    ...(finding.suspectCycle
      ? ([['Suspect cycle', 'lost messages or an offline drive are likelier than lost content.']] as const)
      : []),
    ['Package', `${markdownText(ticket.packageName)}, ${packageId}`],
    ...(ticket.packageNote === undefined ? [] : ([['Package note', ticket.packageNote]] as const)),
    ['Distribution point', `${markdownText(ticket.dpName)}, ${codeSpan(nalPath)}`],
    ['Site', `${ticket.siteCode}, ${markdownText(ticket.siteName)}`],
    ['Read', utcText(explanation.readAt)],
    ['Not read', explanation.notRead.map(sourceWords).join(', ') || 'nothing; every source was read'],
  ];
};

const repairWords = {
  yes: 'redistributing mends it',
  ask: 'an admin decides first',
  no: 'nothing to redistribute',
} as const;

/** The fact, then where it stands: source, time, raw codes, RecordID. */
const factLine = ({ source, text, time, raw, recordId }: Evidence): string => {
  const where = [
    source,
    time === undefined ? undefined : utcText(time),
    raw,
    recordId === undefined || recordId === '' ? undefined : `RecordID ${recordId}`,
  ];
  const known = where.filter((part) => part !== undefined).map(markdownText);
  return `- ${markdownText(text)} (${known.join(', ')})`;
};

const disagreementLines = ({ about, claims }: Disagreement): readonly string[] => [
  '',
  '## Sources disagree',
  '',
  about,
  '',
  ...claims.map(factLine),
];

/** `2026-11-21 12:03:07 UTC`. */
const utcText = (time: number): string =>
  `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

/** Text as it is, in a fence longer than any that it holds. */
const codeSpan = (text: string): string => {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${text.replaceAll(/[\r\n]+/g, ' ')}${space}${fence}`;
};
