import type { Analyser } from '../analyser';
import type { AnalysedLog } from '../logAnalysis';
import { elapsed } from '../logLine';
import { sectionOf, type FactTable } from '../section';
import { storiesOf, type Story } from './stories';

const storyTable: FactTable<Story> = {
  id: 'stories',
  title: 'Packages across logs',
  columns: [
    { key: 'packageId', title: 'Package', kind: 'text', cell: ({ subject }) => subject.packageId },
    { key: 'dp', title: 'Distribution point', kind: 'text', cell: ({ subject }) => subject.dp },
    { key: 'first', title: 'First', kind: 'line', cell: ({ first }) => first },
    { key: 'last', title: 'Last', kind: 'line', cell: ({ last }) => last },
    { key: 'took', title: 'Took', kind: 'duration', cell: ({ first, last }) => elapsed(first, last) },
    { key: 'longestWait', title: 'Longest wait', kind: 'duration', cell: ({ longestWait }) => longestWait },
    {
      key: 'steps',
      title: 'What happened',
      kind: 'text',
      cell: ({ steps }) => steps.map(({ text }) => text).join(' → '),
    },
  ],
  subject: ({ subject }) => subject,
  lines: ({ steps }) => steps.map(({ at }) => at),
  tone: ({ tone }) => (tone === 'info' ? undefined : tone),
};

/** It is given no records: what it shows is what the other analysers found. */
const acrossAnalyser: Analyser<readonly Story[]> = {
  id: 'acrossLogs',
  title: 'Across logs',
  reach: 'folder',
  takes: () => false,
  begin: () => ({ step: () => false, end: () => [] }),
  report: (stories) => ({ findings: [], sections: [sectionOf(storyTable, stories)], traces: [] }),
};

/** The logs, and after them what several of them tell about one package and distribution point. */
export const withStories = (logs: readonly AnalysedLog<unknown>[]): readonly AnalysedLog<unknown>[] => {
  const stories = storiesOf(logs);
  if (stories.length === 0) return logs;
  const across: AnalysedLog<unknown> = {
    analyser: acrossAnalyser,
    log: '',
    files: logs.flatMap(({ files }) => files),
    facts: stories,
    report: acrossAnalyser.report(stories),
    known: 0,
    notKnown: { count: 0, torn: 0, samples: [] },
  };
  return [...logs, across];
};
