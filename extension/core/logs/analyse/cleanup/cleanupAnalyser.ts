import type { Analyser } from '../analyser';
import { worstFirst, type Finding } from '../report';
import { sectionOf, type FactTable } from '../section';
import { counted } from '../words';
import { CleanupAnalysis } from './cleanupAnalysis';
import type { CleanupFacts, PartCount } from './cleanupFacts';

/** The tool names its log after mode, DP and time, in a pattern that is documented nowhere. */
const isOfTool = /cleanup|what-?if/;

const otherFormats: ReadonlySet<string> = new Set(['ccm', 'server', 'iis']);

/** A log of the content library cleanup tool. */
export const cleanupAnalyser: Analyser<CleanupFacts> = {
  id: 'cleanup',
  title: 'Content library cleanup',
  reach: 'log',
  takes: ({ logName, format }) => isOfTool.test(logName) && !otherFormats.has(format),
  begin: () => new CleanupAnalysis(),
  report: (facts) => ({
    findings: worstFirst(findingsOf(facts)),
    sections: [sectionOf(partTable, facts.parts)].filter(({ rows }) => rows.length > 0),
    traces: [],
  }),
};

const modeWords = {
  whatIf: 'What-if: nothing was deleted.',
  delete: 'The tool ran in delete mode.',
} as const;

const findingsOf = ({
  mode,
  notInstalled,
  troubles,
  moreTroubles,
  last,
  packages,
}: CleanupFacts): readonly Finding[] => [
  ...(last === undefined
    ? []
    : [
        {
          tone: 'info' as const,
          text: `${mode === undefined ? 'The log does not tell whether anything was deleted.' : modeWords[mode]} It names ${counted(packages.length, 'package')}.`,
          subject: {},
          lines: [last],
        },
      ]),
  ...(notInstalled === undefined
    ? []
    : [
        {
          tone: 'error' as const,
          text: `Package ${notInstalled.packageId} is not fully installed on the DP: the tool up to version 2103 stops at it, later ones warn and go on. Let its distribution end, or cancel it.`,
          subject: { packageId: notInstalled.packageId },
          lines: [notInstalled.at],
        },
      ]),
  ...troubles
    .filter(({ at }) => at !== notInstalled?.at)
    .map(({ text, tone, at }) => ({ tone, text, subject: {}, lines: [at] })),
  ...(moreTroubles === 0
    ? []
    : [
        {
          tone: 'warning' as const,
          text: `${counted(moreTroubles, 'more line')} with an error or a warning.`,
          subject: {},
          lines: troubles.slice(-1).map(({ at }) => at),
        },
      ]),
];

const partTable: FactTable<PartCount> = {
  id: 'library',
  title: 'Paths in the content library',
  columns: [
    { key: 'part', title: 'Part', kind: 'text', cell: ({ part }) => part },
    { key: 'lines', title: 'Lines', kind: 'count', cell: ({ lines }) => lines },
    { key: 'bytes', title: 'Sizes in them', kind: 'bytes', cell: ({ bytes }) => bytes },
  ],
  subject: () => ({}),
  lines: ({ first }) => [first],
};
