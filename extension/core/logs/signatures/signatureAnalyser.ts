import type { AnalysedRecord } from '../analyse/analysedRecord';
import type { Analyser } from '../analyse/analyser';
import { contentSubject } from '../analyse/contentSubject';
import { serverOfUrl } from '../analyse/contentUrl';
import { timeText, type LogLine } from '../analyse/logLine';
import { worstFirst, type Finding, type Subject } from '../analyse/report';
import { sectionOf, type FactTable } from '../analyse/section';
import { counted } from '../analyse/words';
import type { Signature } from './signature';
import { SignatureMatcher } from './signatureMatcher';
import { SignatureTally, type FoundSignature } from './signatureTally';

/** Looks for known trouble in all logs of a folder. */
export const signatureAnalyser = (signatures: readonly Signature[]): Analyser<readonly FoundSignature[]> => {
  const places = new SignatureMatcher(signatures);
  return {
    id: 'signatures',
    title: 'Known trouble',
    reach: 'folder',
    watches: true,
    takes: (source) => places.looksAt(source),
    begin: () => {
      const matcher = new SignatureMatcher(signatures);
      const tally = new SignatureTally();
      return {
        step: (record: AnalysedRecord) => {
          tally.add(matcher.add(record));
          return true;
        },
        end: () => tally.all,
      };
    },
    report: (found) => ({
      findings: worstFirst(found.map(findingOf)),
      sections: found.length === 0 ? [] : [sectionOf(signatureTable, found)],
      traces: [],
    }),
  };
};

const mostLines = 12;

const linesOf = ({ hits }: FoundSignature): readonly LogLine[] =>
  hits.flatMap(({ lines }) => lines).slice(0, mostLines);

const findingOf = (found: FoundSignature): Finding => {
  const { signature, count, first, last } = found;
  const when =
    count === 1
      ? `at ${timeText(first)}`
      : `${counted(count, 'time')}, ${timeText(first)} to ${timeText(last)}`;
  return {
    tone: signature.severity,
    text: [`${signature.title} (${when}).`, signature.meaning, ...signature.advice.map(asSentence)].join(' '),
    subject: subjectOf(found),
    lines: linesOf(found),
  };
};

const asSentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Only what all hits that are kept are about. */
const subjectOf = ({ hits }: FoundSignature): Subject => {
  const [first, ...others] = hits.map(({ captures }) => subjectOfCaptures(captures));
  const entries = Object.entries(first ?? {}).filter(([key, value]) =>
    others.every((other) => other[key as keyof Subject] === value),
  );
  return Object.fromEntries(entries);
};

const subjectOfCaptures = (captures: Readonly<Record<string, string>>): Subject => {
  const { job, url = '', site } = captures;
  const server = serverOfUrl(url);
  return {
    ...contentSubject(captures.content ?? captures.package ?? ''),
    ...(job === undefined ? {} : { job: job.replace(/[{}]/g, '').toUpperCase() }),
    ...(server === '' ? {} : { dp: server }),
    ...(site === undefined ? {} : { site: site.toUpperCase() }),
  };
};

const signatureTable: FactTable<FoundSignature> = {
  id: 'signatures',
  title: 'Known trouble',
  columns: [
    { key: 'title', title: 'What', kind: 'text', cell: ({ signature }) => signature.title },
    { key: 'count', title: 'Times', kind: 'count', cell: ({ count }) => count },
    { key: 'first', title: 'First', kind: 'line', cell: ({ first }) => first },
    { key: 'last', title: 'Last', kind: 'line', cell: ({ last }) => last },
    {
      key: 'evidence',
      title: 'Look at',
      kind: 'text',
      cell: ({ signature }) => signature.evidence.join('; '),
    },
    { key: 'source', title: 'Source', kind: 'text', cell: ({ signature }) => signature.source },
    { key: 'id', title: 'Signature', kind: 'text', cell: ({ signature }) => signature.id },
  ],
  subject: subjectOf,
  lines: linesOf,
  tone: ({ signature }) => signature.severity,
};
