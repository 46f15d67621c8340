import { timeText } from '../logLine';
import { worstFirst, type Finding, type Report, type Trace } from '../report';
import { sectionOf } from '../section';
import { counted } from '../words';
import type { TransferFacts, TransferJob } from './transferFacts';
import { transferFindings } from './transferFindings';
import { dpTable, jobTable, limitTable, outcomeWords, subjectOfJob } from './transferTables';

export const transferReport = (facts: TransferFacts): Report => ({
  findings: worstFirst([...transferFindings(facts), ...mostThreads(facts)]),
  sections: [
    sectionOf(jobTable, facts.jobs, facts.earlier),
    sectionOf(dpTable, facts.dps),
    sectionOf(limitTable, facts.limits),
  ],
  traces: facts.jobs.flatMap(tracesOf),
});

const mostThreads = ({ mostThreads: most, mostThreadsAt: at }: TransferFacts): readonly Finding[] =>
  at === undefined
    ? []
    : [
        {
          tone: 'info',
          text: `At most ${counted(most, 'thread')} sent at the same time, first at ${timeText(at)}.`,
          subject: {},
          lines: [at],
        },
      ];

const tracesOf = (job: TransferJob): readonly Trace[] => {
  const subject = subjectOfJob(job);
  const name = `Transfer job ${String(job.job)}`;
  const traces: Trace[] = [];
  if (job.requested !== undefined)
    traces.push({ subject, at: job.requested, text: `${name} was requested`, tone: 'info' });
  if (job.began !== undefined) traces.push({ subject, at: job.began, text: `${name} began`, tone: 'info' });
  if (job.ended !== undefined)
    traces.push({
      subject,
      at: job.ended,
      text: `${name}: ${outcomeWords[job.outcome]}${job.failures === 0 ? '' : ` (${counted(job.failures, 'failure')})`}`,
      tone: job.outcome === 'failed' ? 'error' : job.outcome === 'retrying' ? 'warning' : 'info',
    });
  return traces;
};
