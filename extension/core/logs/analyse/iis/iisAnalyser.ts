import type { Analyser } from '../analyser';
import { contentSubject } from '../contentSubject';
import { worstFirst, type Finding } from '../report';
import { sectionOf } from '../section';
import { counted } from '../words';
import { IisAnalysis } from './iisAnalysis';
import type { IisFacts, Refusal } from './iisFacts';
import { agentTable, contentTable, refusalTable, statusText, statusTable } from './iisTables';

/** W3C logs of IIS on a distribution point; those of one folder are one web site's. */
export const iisAnalyser: Analyser<IisFacts> = {
  id: 'iis',
  title: 'IIS on a distribution point',
  reach: 'folder',
  takes: ({ format }) => format === 'iis',
  begin: () => new IisAnalysis(),
  report: (facts) => ({
    findings: worstFirst(findingsOf(facts.refusals)),
    sections: [
      sectionOf(contentTable, facts.contents, facts.earlier),
      sectionOf(refusalTable, facts.refusals),
      sectionOf(agentTable, facts.agents),
      sectionOf(statusTable, facts.statuses),
    ].filter(({ rows }) => rows.length > 0),
    traces: facts.refusals.map((refusal) => ({
      subject: contentSubject(refusal.content),
      at: refusal.first,
      text: `IIS answered ${refusal.method} of ${refusal.content} with ${statusText(refusal)}: ${refusal.reason}`,
      tone: 'error',
    })),
  }),
};

/** One for each reason: what is wrong with the server is wrong for many contents. */
const findingsOf = (refusals: readonly Refusal[]): readonly Finding[] => {
  const groups = new Map<string, Refusal[]>();
  for (const refusal of refusals) {
    const key = JSON.stringify([refusal.method, refusal.status, refusal.subStatus, refusal.reason]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [refusal]);
    else group.push(refusal);
  }
  return [...groups.values()].flatMap(findingOf);
};

const mostLines = 12;

const findingOf = (group: readonly Refusal[]): readonly Finding[] => {
  const [first] = group;
  if (first === undefined) return [];
  const times = group.reduce((sum, { count }) => sum + count, 0);
  const contents = new Set(group.map(({ content }) => content.toUpperCase())).size;
  const what = contents === 1 ? first.content : counted(contents, 'content');
  return [
    {
      tone: 'error',
      text: `${first.method} of ${what} was answered ${counted(times, 'time')} with ${statusText(first)}: ${first.reason}. ${first.hint}`,
      subject: contents === 1 ? contentSubject(first.content) : {},
      lines: group.slice(0, mostLines).map((refusal) => refusal.first),
    },
  ];
};
