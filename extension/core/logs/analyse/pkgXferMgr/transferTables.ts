import type { FactTable } from '../section';
import type { DpTransfers, LimitKind, TransferJob, TransferLimit, TransferOutcome } from './transferFacts';

export const outcomeWords: Readonly<Record<TransferOutcome, string>> = {
  waiting: 'waits for a thread',
  sending: 'being sent',
  sent: 'sent',
  notified: 'pull DP notified',
  retrying: 'failed, is tried again',
  failed: 'failed',
  unknown: 'not told',
};

export const limitWords: Readonly<Record<LimitKind, string>> = {
  bandwidth: 'bandwidth control: one connection',
  pulseMode: 'pulse mode',
  closed: 'closed by schedule',
  pullCapacity: 'pull DP at its capacity',
  noPullCapacity: 'pull DP without capacity',
  noSource: 'pull DP without a source',
};

/** Bytes a second; a tick of the log is a millisecond. */
export const rateOf = ({ bytes, ticks }: { readonly bytes: number; readonly ticks: number }): number =>
  ticks === 0 ? NaN : (bytes * 1000) / ticks;

export const subjectOfJob = ({ job, packageId, dp }: TransferJob) => ({ job: String(job), packageId, dp });

export const jobTable: FactTable<TransferJob> = {
  id: 'jobs',
  title: 'Transfer jobs',
  columns: [
    { key: 'job', title: 'Job', kind: 'text', cell: ({ job }) => job },
    { key: 'packageId', title: 'Package', kind: 'text', cell: ({ packageId }) => packageId },
    { key: 'version', title: 'Version', kind: 'count', cell: ({ version }) => version },
    { key: 'dp', title: 'Distribution point', kind: 'text', cell: ({ dp }) => dp },
    { key: 'outcome', title: 'Outcome', kind: 'text', cell: ({ outcome }) => outcomeWords[outcome] },
    { key: 'requested', title: 'Requested', kind: 'line', cell: ({ requested }) => requested },
    { key: 'began', title: 'Began', kind: 'line', cell: ({ began }) => began },
    { key: 'ended', title: 'Ended', kind: 'line', cell: ({ ended }) => ended },
    { key: 'attempts', title: 'Attempts', kind: 'count', cell: ({ attempts }) => attempts },
    { key: 'failures', title: 'Failures', kind: 'count', cell: ({ failures }) => failures },
    { key: 'bytes', title: 'Sent', kind: 'bytes', cell: ({ bytes }) => bytes },
    { key: 'rate', title: 'Speed', kind: 'rate', cell: rateOf },
    { key: 'status', title: 'Status', kind: 'count', cell: ({ status }) => status },
    { key: 'error', title: 'Error', kind: 'text', cell: ({ trouble }) => trouble?.code ?? trouble?.text },
  ],
  subject: subjectOfJob,
  lines: ({ lines }) => lines,
  tone: ({ outcome }) => (outcome === 'failed' ? 'error' : outcome === 'retrying' ? 'warning' : undefined),
};

export const dpTable: FactTable<DpTransfers> = {
  id: 'distributionPoints',
  title: 'Distribution points',
  columns: [
    { key: 'dp', title: 'Distribution point', kind: 'text', cell: ({ dp }) => dp },
    { key: 'jobs', title: 'Jobs', kind: 'count', cell: ({ jobs }) => jobs },
    { key: 'sent', title: 'Sent', kind: 'count', cell: ({ sent }) => sent },
    { key: 'failures', title: 'Failures', kind: 'count', cell: ({ failures }) => failures },
    { key: 'bytes', title: 'Sent', kind: 'bytes', cell: ({ bytes }) => bytes },
    { key: 'rate', title: 'Speed', kind: 'rate', cell: rateOf },
  ],
  subject: ({ dp }) => ({ dp }),
  lines: () => [],
  tone: ({ failures }) => (failures > 0 ? 'warning' : undefined),
};

export const limitTable: FactTable<TransferLimit> = {
  id: 'limits',
  title: 'Held back',
  columns: [
    { key: 'dp', title: 'Distribution point', kind: 'text', cell: ({ dp }) => dp },
    { key: 'reason', title: 'By', kind: 'text', cell: ({ kind }) => limitWords[kind] },
    { key: 'times', title: 'Times', kind: 'count', cell: ({ times }) => times },
    { key: 'capacity', title: 'Capacity', kind: 'count', cell: ({ capacity }) => capacity },
    { key: 'first', title: 'First', kind: 'line', cell: ({ first }) => first },
    { key: 'last', title: 'Last', kind: 'line', cell: ({ last }) => last },
  ],
  subject: ({ dp }) => (dp === undefined ? {} : { dp }),
  lines: ({ first, last }) => [first, last],
};
