import { elapsed, timeText } from '../logLine';
import { worstFirst, type Finding, type FindingTone, type Report, type Subject, type Trace } from '../report';
import { sectionOf, type FactTable } from '../section';
import { counted } from '../words';
import {
  resultIds,
  type ReportedMessage,
  type Validation,
  type ValidationCycle,
  type ValidationFacts,
} from './validationFacts';

export const validationReport = (facts: ValidationFacts): Report => ({
  findings: worstFirst([
    ...facts.validations.filter(isBad).map(badResult),
    ...mismatch(facts),
    ...notEnded(facts),
    ...summary(facts),
  ]),
  sections: [
    sectionOf(validationTable, facts.validations, facts.earlier),
    sectionOf(cycleTable, facts.cycles),
    sectionOf(messageTable, facts.messages),
  ],
  traces: facts.validations.flatMap(traceOf),
});

const resultWords: Readonly<Record<number, string>> = {
  [resultIds.hashInvalid]: 'hash invalid',
  [resultIds.failed]: 'validation failed',
  [resultIds.filesMissing]: 'files missing',
  [resultIds.verified]: 'verified',
};

const resultOf = ({ messageId }: Validation): string =>
  messageId === undefined ? 'no result' : (resultWords[messageId] ?? String(messageId));

const isBad = ({ messageId }: Validation): boolean =>
  messageId !== undefined && messageId !== resultIds.verified;

const subjectOf = ({ packageId }: Validation): Subject => (packageId === undefined ? {} : { packageId });

const toneOf = (validation: Validation): FindingTone | undefined => (isBad(validation) ? 'error' : undefined);

const badResult = (validation: Validation): Finding => {
  const { packageId, messageId, culprits, lines } = validation;
  const name = packageId === undefined ? 'A package that no line names' : `Package ${packageId}`;
  const cause = culprits.length === 0 ? '' : ` Before that: ${culprits.map(({ text }) => text).join(' | ')}`;
  return {
    tone: 'error',
    text: `${name}: ${resultOf(validation)} (status message ${String(messageId)}).${cause}`,
    subject: subjectOf(validation),
    lines: [...lines, ...culprits.map(({ at }) => at)],
  };
};

const mismatch = ({ mismatches }: ValidationFacts): readonly Finding[] =>
  mismatches.length === 0
    ? []
    : [
        {
          tone: 'warning',
          text: `What WMI lists and what the content library has differ (${counted(mismatches.length, 'line says', 'lines say')} so).`,
          subject: {},
          lines: mismatches,
        },
      ];

const notEnded = ({ validations, last }: ValidationFacts): readonly Finding[] =>
  validations
    .filter(({ messageId }) => messageId === undefined)
    .map((validation) => ({
      tone: 'info',
      text: `Package ${validation.packageId ?? 'of no name'} has no result up to ${last === undefined ? 'the end' : timeText(last)}. Validation runs at low priority: long gaps are normal.`,
      subject: subjectOf(validation),
      lines: validation.lines,
    }));

const summary = ({ messages }: ValidationFacts): readonly Finding[] => {
  const verified = messages.find(({ messageId }) => messageId === resultIds.verified);
  return verified === undefined
    ? []
    : [
        {
          tone: 'info',
          text: `${counted(verified.times, 'package was', 'packages were')} reported as verified (status message 2384).`,
          subject: {},
          lines: [verified.first, verified.last],
        },
      ];
};

const validationTable: FactTable<Validation> = {
  id: 'packages',
  title: 'Packages',
  columns: [
    { key: 'packageId', title: 'Package', kind: 'text', cell: ({ packageId }) => packageId },
    { key: 'version', title: 'Version', kind: 'count', cell: ({ version }) => version },
    { key: 'result', title: 'Result', kind: 'text', cell: resultOf },
    { key: 'messageId', title: 'Message', kind: 'count', cell: ({ messageId }) => messageId },
    { key: 'began', title: 'Began', kind: 'line', cell: ({ began }) => began },
    { key: 'ended', title: 'Reported', kind: 'line', cell: ({ ended }) => ended },
    {
      key: 'took',
      title: 'Took',
      kind: 'duration',
      cell: ({ began, ended }) => (began === undefined || ended === undefined ? null : elapsed(began, ended)),
    },
    {
      key: 'culprit',
      title: 'Before that',
      kind: 'text',
      cell: ({ culprits: [first] }) => first?.text,
    },
  ],
  subject: subjectOf,
  lines: ({ lines }) => lines,
  tone: toneOf,
};

const cycleTable: FactTable<ValidationCycle> = {
  id: 'cycles',
  title: 'Cycles',
  columns: [
    { key: 'began', title: 'Began', kind: 'line', cell: ({ began }) => began },
    { key: 'ended', title: 'Completed', kind: 'line', cell: ({ ended }) => ended },
    { key: 'verified', title: 'Verified', kind: 'count', cell: ({ verified }) => verified },
    { key: 'bad', title: 'Failed', kind: 'count', cell: ({ bad }) => bad },
  ],
  subject: () => ({}),
  lines: ({ began, ended }) => [began, ended].filter((line) => line !== undefined),
  tone: ({ bad }) => (bad > 0 ? 'warning' : undefined),
};

const messageTable: FactTable<ReportedMessage> = {
  id: 'messages',
  title: 'State messages',
  columns: [
    { key: 'messageId', title: 'Status message', kind: 'count', cell: ({ messageId }) => messageId },
    { key: 'severity', title: 'Severity', kind: 'text', cell: ({ severity }) => severity },
    { key: 'times', title: 'Times', kind: 'count', cell: ({ times }) => times },
    { key: 'first', title: 'First', kind: 'line', cell: ({ first }) => first },
    { key: 'last', title: 'Last', kind: 'line', cell: ({ last }) => last },
  ],
  subject: () => ({}),
  lines: ({ first, last }) => [first, last],
  tone: ({ severity }) => (severity === 'error' ? 'error' : severity === 'warning' ? 'warning' : undefined),
};

const traceOf = (validation: Validation): readonly Trace[] =>
  validation.ended === undefined
    ? []
    : [
        {
          subject: subjectOf(validation),
          at: validation.ended,
          text: `Validation: ${resultOf(validation)}`,
          tone: toneOf(validation) ?? 'info',
        },
      ];
