import { timeText, momentOf } from '../logLine';
import { worstFirst, type Finding, type Report, type Subject, type Trace } from '../report';
import { sectionOf, type FactTable } from '../section';
import { slotFindings } from '../slotFindings';
import { fullFor, type SlotFacts } from '../slots';
import { counted } from '../words';
import type { SendJob, SenderFacts, SendOutcome, SiteCapacity } from './senderFacts';

const outcomeWords: Readonly<Record<SendOutcome, string>> = {
  waiting: 'waits for a thread',
  sending: 'being sent',
  sent: 'sent',
  failed: 'failed',
  unknown: 'not told',
};

export const senderReport = (facts: SenderFacts): Report => ({
  findings: worstFirst([
    ...facts.jobs.flatMap(jobFindings),
    ...waiting(facts.jobs.filter(({ outcome }) => outcome === 'waiting')),
    ...facts.capacity.flatMap(({ site, slots }) =>
      slotFindings(
        slots,
        site === undefined ? 'sending threads' : `sending threads to site ${site}`,
        siteOf(site),
      ),
    ),
    ...mostActive(facts),
  ]),
  sections: [sectionOf(jobTable, facts.jobs, facts.earlier), sectionOf(capacityTable, facts.capacity)],
  traces: facts.jobs.flatMap(tracesOf),
});

const siteOf = (site: string | undefined): Subject => (site === undefined ? {} : { site });

const subjectOf = ({ request, site, packageId }: SendJob): Subject => ({
  job: request,
  ...siteOf(site),
  ...(packageId === undefined ? {} : { packageId }),
});

const nameOf = ({ request, site, packageId }: SendJob): string =>
  `Send request ${request}${packageId === undefined ? '' : ` (package ${packageId})`}${site === undefined ? '' : ` to site ${site}`}`;

const jobFindings = (job: SendJob): readonly Finding[] =>
  job.outcome !== 'failed'
    ? []
    : [
        {
          tone: 'error',
          text: `${nameOf(job)} failed.${job.trouble === undefined ? '' : ` Last error: ${job.trouble.text}`}`,
          subject: subjectOf(job),
          lines: job.lines,
        },
      ];

const waiting = (jobs: readonly SendJob[]): readonly Finding[] => {
  const since = ({ requested }: SendJob): number =>
    requested === undefined ? Infinity : momentOf(requested);
  const [oldest] = jobs.toSorted((a, b) => since(a) - since(b));
  if (oldest?.requested === undefined) return [];
  return [
    {
      tone: 'info',
      text: `${counted(jobs.length, 'request waits', 'requests wait')} for a sending thread when the log ends; ${nameOf(oldest)} since ${timeText(oldest.requested)}.`,
      subject: jobs.length === 1 ? subjectOf(oldest) : {},
      lines: oldest.lines,
    },
  ];
};

const mostActive = ({ mostActive: most, mostActiveAt: at }: SenderFacts): readonly Finding[] =>
  at === undefined
    ? []
    : [
        {
          tone: 'info',
          text: `At most ${counted(most, 'request was', 'requests were')} sent at the same time, first at ${timeText(at)}.`,
          subject: {},
          lines: [at],
        },
      ];

const jobTable: FactTable<SendJob> = {
  id: 'sends',
  title: 'Send requests',
  columns: [
    { key: 'request', title: 'Request', kind: 'text', cell: ({ request }) => request },
    { key: 'site', title: 'Site', kind: 'text', cell: ({ site }) => site },
    { key: 'packageId', title: 'Package', kind: 'text', cell: ({ packageId }) => packageId },
    { key: 'version', title: 'Version', kind: 'count', cell: ({ version }) => version },
    { key: 'outcome', title: 'Outcome', kind: 'text', cell: ({ outcome }) => outcomeWords[outcome] },
    { key: 'requested', title: 'Requested', kind: 'line', cell: ({ requested }) => requested },
    { key: 'began', title: 'Began', kind: 'line', cell: ({ began }) => began },
    { key: 'ended', title: 'Ended', kind: 'line', cell: ({ ended }) => ended },
    { key: 'thread', title: 'Thread', kind: 'text', cell: ({ thread }) => thread },
    { key: 'bytes', title: 'Sent', kind: 'bytes', cell: ({ bytes }) => bytes },
    { key: 'totalBytes', title: 'To send', kind: 'bytes', cell: ({ totalBytes }) => totalBytes },
    { key: 'rate', title: 'Speed', kind: 'rate', cell: ({ rate }) => rate },
    { key: 'error', title: 'Error', kind: 'text', cell: ({ trouble }) => trouble?.code ?? trouble?.text },
  ],
  subject: subjectOf,
  lines: ({ lines }) => lines,
  tone: ({ outcome }) => (outcome === 'failed' ? 'error' : undefined),
};

const longestFull = ({ full }: SlotFacts): number =>
  full.reduce((most, time) => Math.max(most, fullFor(time)), 0);

const capacityTable: FactTable<SiteCapacity> = {
  id: 'capacity',
  title: 'Capacity',
  columns: [
    { key: 'site', title: 'Site', kind: 'text', cell: ({ site }) => site ?? 'all sites' },
    { key: 'used', title: 'In use', kind: 'count', cell: ({ slots }) => slots.now?.used },
    { key: 'limit', title: 'Allowed', kind: 'count', cell: ({ slots }) => slots.now?.limit },
    { key: 'most', title: 'At most', kind: 'count', cell: ({ slots }) => slots.most?.used },
    { key: 'mostAt', title: 'When', kind: 'line', cell: ({ slots }) => slots.most?.at },
    { key: 'timesFull', title: 'Times full', kind: 'count', cell: ({ slots }) => slots.full.length },
    { key: 'longestFull', title: 'Longest', kind: 'duration', cell: ({ slots }) => longestFull(slots) },
  ],
  subject: ({ site }) => siteOf(site),
  lines: ({ slots }) => slots.full.slice(-3).map(({ from }) => from),
  tone: ({ slots }) => (slots.full.at(-1)?.to === undefined && slots.full.length > 0 ? 'warning' : undefined),
};

const tracesOf = (job: SendJob): readonly Trace[] => {
  const subject = subjectOf(job);
  const name = `Send request ${job.request}`;
  const { requested, began, ended } = job;
  const traces: Trace[] = [];
  if (requested !== undefined)
    traces.push({ subject, at: requested, text: `${name} was found`, tone: 'info' });
  if (began !== undefined) traces.push({ subject, at: began, text: `${name} began`, tone: 'info' });
  if (ended !== undefined)
    traces.push({
      subject,
      at: ended,
      text: `${name}: ${outcomeWords[job.outcome]}`,
      tone: job.outcome === 'failed' ? 'error' : 'info',
    });
  return traces;
};
