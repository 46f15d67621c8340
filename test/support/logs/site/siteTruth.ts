/** What the analysers of a site's logs have to find. Times are milliseconds since 1970, UTC. */
export interface SiteTruth {
  readonly distmgr: DistmgrTruth;
  readonly transfers: readonly TransferTruth[];
  readonly limits: readonly LimitTruth[];
  readonly sends: readonly SendTruth[];
  readonly validations: readonly ValidationTruth[];
}

export interface RunTruth {
  readonly packageId: string;
  readonly thread: number;
  readonly began: number;
  readonly ended: number | undefined;
  readonly action: 'adding' | 'updating';
  readonly sourceVersion: number;
  readonly sizeKb: number | undefined;
  readonly snapshotMs: number | undefined;
  readonly dps: number;
  readonly transferJobs: number;
  readonly minijobs: number;
  readonly errors: number;
  readonly code: string | undefined;
  readonly waitsSince: number | undefined;
  /** Another package began on its thread. */
  readonly isLost: boolean;
}

export interface DistmgrTruth {
  readonly arrivals: { readonly packageId: string; readonly site: string; readonly times: number }[];
  readonly limit: number;
  readonly runs: RunTruth[];
  readonly queued: { readonly packageId: string; readonly since: number }[];
  readonly uses: { readonly at: number; readonly used: number }[];
  readonly dpThreads: {
    readonly packageId: string;
    readonly dp: string;
    readonly thread: number;
    readonly began: number;
    readonly ended: number | undefined;
  }[];
  readonly statuses: { readonly packageId: string; readonly dp: string; readonly status: number }[];
}

export interface TransferTruth {
  readonly job: number;
  readonly packageId: string;
  readonly dp: string;
  readonly isPull: boolean;
  readonly outcome: 'waiting' | 'sending' | 'sent' | 'notified' | 'retrying' | 'failed';
  readonly attempts: number;
  readonly failures: number;
  readonly restart: number | undefined;
  readonly requested: number;
  readonly began: number | undefined;
  readonly ended: number | undefined;
  readonly bytes: number;
  readonly ticks: number;
  readonly status: number | undefined;
  readonly code: string | undefined;
}

export interface LimitTruth {
  readonly kind: 'bandwidth' | 'pullCapacity';
  readonly dp: string;
  readonly times: number;
}

export interface SendTruth {
  readonly request: string;
  readonly site: string;
  readonly packageId: string | undefined;
  readonly outcome: 'waiting' | 'sending' | 'sent' | 'failed';
  readonly thread: number | undefined;
  readonly requested: number;
  readonly began: number | undefined;
  readonly ended: number | undefined;
  readonly bytes: number;
  readonly totalBytes: number;
}

export interface ValidationTruth {
  readonly dp: string;
  readonly packageId: string;
  readonly thread: number;
  readonly began: number;
  readonly ended: number | undefined;
  readonly messageId: 2382 | 2383 | 2384 | undefined;
  readonly culprits: readonly string[];
}
