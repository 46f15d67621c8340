import { ofComponents, type Analyser } from '../analyser';
import { worstFirst, type Report, type Trace } from '../report';
import { sectionOf } from '../section';
import { slotSection } from '../slotFindings';
import { DistmgrAnalysis } from './distmgrAnalysis';
import type { DistmgrFacts, PackageRun, PairState } from './distmgrFacts';
import { distmgrFindings } from './distmgrFindings';
import { dpThreadTable, pairTable, queueTable, runTable } from './distmgrTables';

const distmgrReport = (facts: DistmgrFacts): Report => ({
  findings: worstFirst(distmgrFindings(facts)),
  sections: [
    sectionOf(runTable, facts.runs, facts.earlierRuns),
    sectionOf(queueTable, facts.queued),
    sectionOf(pairTable, facts.pairs),
    sectionOf(dpThreadTable, facts.dpThreads, facts.earlierDpThreads),
    slotSection(facts.slots, 'slots', 'Threads in use'),
  ],
  traces: [...facts.runs.flatMap(runTraces), ...facts.pairs.flatMap(pairTraces)],
});

const runTraces = ({ packageId, began, ended, errors }: PackageRun): readonly Trace[] => {
  const subject = { packageId };
  const first: Trace = { subject, at: began, text: 'Distribution manager began with it', tone: 'info' };
  if (ended === undefined) return [first];
  const text = errors > 0 ? 'Distribution manager ended with errors' : 'Distribution manager ended with it';
  return [first, { subject, at: ended, text, tone: errors > 0 ? 'error' : 'info' }];
};

const pairTraces = ({ packageId, dp, handedOver, status, statusAt }: PairState): readonly Trace[] => {
  const subject = { packageId, dp };
  const traces: Trace[] = [];
  if (handedOver !== undefined)
    traces.push({ subject, at: handedOver, text: 'Transfer job was created', tone: 'info' });
  if (statusAt !== undefined && status !== undefined)
    traces.push({
      subject,
      at: statusAt,
      text: `Distribution manager took status ${String(status)}`,
      tone: status === 5 || status === 8 ? 'error' : status === 4 || status === 9 ? 'warning' : 'info',
    });
  return traces;
};

/** distmgr.log of a site server: package threads, DP threads, the queue, what distribution points answered. */
export const distmgrAnalyser: Analyser<DistmgrFacts> = {
  id: 'distmgr',
  title: 'Distribution Manager',
  reach: 'log',
  takes: ofComponents('sms_distribution_manager'),
  begin: () => new DistmgrAnalysis(),
  report: distmgrReport,
};
