import { elapsed, type LogLine } from '../logLine';
import type { FactTable } from '../section';
import type { DpThread, PackageRun, PairState, QueuedPackage } from './distmgrFacts';

const between = (from: LogLine | undefined, to: LogLine | undefined): number | null =>
  from === undefined || to === undefined ? null : elapsed(from, to);

export const runTable: FactTable<PackageRun> = {
  id: 'packageThreads',
  title: 'Package threads',
  columns: [
    { key: 'packageId', title: 'Package', kind: 'text', cell: ({ packageId }) => packageId },
    { key: 'action', title: 'Action', kind: 'text', cell: ({ action }) => action },
    { key: 'version', title: 'Version', kind: 'count', cell: ({ sourceVersion }) => sourceVersion },
    {
      key: 'thread',
      title: 'Thread',
      kind: 'text',
      cell: ({ thread }) => (thread === null ? null : String(thread)),
    },
    { key: 'began', title: 'Began', kind: 'line', cell: ({ began }) => began },
    { key: 'ended', title: 'Ended', kind: 'line', cell: ({ ended }) => ended },
    { key: 'took', title: 'Took', kind: 'duration', cell: ({ began, ended }) => between(began, ended) },
    {
      key: 'snapshot',
      title: 'Snapshot',
      kind: 'duration',
      cell: ({ snapshotBegan, snapshotEnded }) => between(snapshotBegan, snapshotEnded),
    },
    {
      key: 'size',
      title: 'Size',
      kind: 'bytes',
      cell: ({ sizeKb }) => (sizeKb === undefined ? null : sizeKb * 1024),
    },
    { key: 'dps', title: 'DPs', kind: 'count', cell: ({ dps }) => dps },
    { key: 'transferJobs', title: 'Transfer jobs', kind: 'count', cell: ({ transferJobs }) => transferJobs },
    { key: 'minijobs', title: 'Minijobs', kind: 'count', cell: ({ minijobs }) => minijobs },
    { key: 'errors', title: 'Errors', kind: 'count', cell: ({ errors }) => errors },
    { key: 'retries', title: 'Retries', kind: 'count', cell: ({ retries }) => retries },
    {
      key: 'error',
      title: 'Last error',
      kind: 'text',
      cell: ({ trouble }) => trouble?.code ?? trouble?.text,
    },
  ],
  subject: ({ packageId }) => ({ packageId }),
  lines: ({ lines }) => lines,
  tone: ({ errors, isLost }) => (errors > 0 ? 'error' : isLost ? 'warning' : undefined),
};

export const queueTable: FactTable<QueuedPackage> = {
  id: 'queue',
  title: 'Waiting packages',
  columns: [
    { key: 'packageId', title: 'Package', kind: 'text', cell: ({ packageId }) => packageId },
    { key: 'since', title: 'Since', kind: 'line', cell: ({ since }) => since },
  ],
  subject: ({ packageId }) => ({ packageId }),
  lines: ({ since }) => [since],
};

export const dpThreadTable: FactTable<DpThread> = {
  id: 'dpThreads',
  title: 'DP threads',
  columns: [
    { key: 'packageId', title: 'Package', kind: 'text', cell: ({ packageId }) => packageId },
    { key: 'dp', title: 'Distribution point', kind: 'text', cell: ({ dp }) => dp },
    { key: 'thread', title: 'Thread', kind: 'text', cell: ({ thread }) => String(thread) },
    { key: 'began', title: 'Began', kind: 'line', cell: ({ began }) => began },
    { key: 'ended', title: 'Ended', kind: 'line', cell: ({ ended }) => ended },
    { key: 'took', title: 'Took', kind: 'duration', cell: ({ began, ended }) => between(began, ended) },
  ],
  subject: ({ packageId, dp }) => ({ packageId, dp }),
  lines: ({ began, ended }) => (ended === undefined ? [began] : [began, ended]),
};

/** PkgStatus of a package on a distribution point. */
const statusWords = [
  'none',
  'sent',
  'received',
  'installed',
  'retry',
  'failed',
  'removed',
  'pending remove',
  'remove failed',
  'retry remove',
] as const;

export const pairTable: FactTable<PairState> = {
  id: 'distributionPoints',
  title: 'Distribution points',
  columns: [
    { key: 'packageId', title: 'Package', kind: 'text', cell: ({ packageId }) => packageId },
    { key: 'dp', title: 'Distribution point', kind: 'text', cell: ({ dp }) => dp },
    { key: 'handedOver', title: 'Handed over', kind: 'line', cell: ({ handedOver }) => handedOver },
    {
      key: 'status',
      title: 'Status',
      kind: 'text',
      cell: ({ status }) =>
        status === undefined ? null : `${String(status)} ${statusWords[status] ?? ''}`.trim(),
    },
    { key: 'statusAt', title: 'Reported', kind: 'line', cell: ({ statusAt }) => statusAt },
    { key: 'isPull', title: 'Pull DP', kind: 'text', cell: ({ isPull }) => (isPull ? 'yes' : null) },
  ],
  subject: ({ packageId, dp }) => ({ packageId, dp }),
  lines: ({ handedOver, statusAt }) => [handedOver, statusAt].filter((line) => line !== undefined),
  tone: ({ status }) => (status === 5 || status === 8 ? 'error' : status === 4 ? 'warning' : undefined),
};
