import type { LogLine } from '../logLine';
import type { SlotFacts } from '../slots';
import type { Trouble } from '../troubleLines';

/** What distmgr said it does with a package. */
export type PackageAction = 'adding' | 'updating' | 'deleting' | 'removing';

/** A package thread: distmgr at work on one package. */
export interface PackageRun {
  readonly packageId: string;
  readonly thread: number | string | null;
  readonly began: LogLine;
  /** undefined: the thread did not say that it ended. */
  readonly ended: LogLine | undefined;
  /** Another run began on its thread without a word of its end. */
  readonly isLost: boolean;
  readonly action: PackageAction | undefined;
  readonly sourceVersion: number | undefined;
  readonly storedVersion: number | undefined;
  readonly sizeKb: number | undefined;
  readonly snapshotBegan: LogLine | undefined;
  readonly snapshotEnded: LogLine | undefined;
  /** Distribution points that it was to be added to or removed from. */
  readonly dps: number;
  readonly transferJobs: number;
  readonly minijobs: number;
  readonly dpThreadsBegun: number;
  readonly dpThreadsEnded: number;
  readonly waitsSince: LogLine | undefined;
  readonly errors: number;
  readonly trouble: Trouble | undefined;
  readonly retries: number;
  readonly lines: readonly LogLine[];
}

/** A DP thread: it creates the transfer job for one distribution point. */
export interface DpThread {
  readonly packageId: string;
  readonly dp: string;
  readonly thread: number;
  readonly began: LogLine;
  readonly ended: LogLine | undefined;
}

/** What distmgr last said about a package on a distribution point. */
export interface PairState {
  readonly packageId: string;
  readonly dp: string;
  readonly isPull: boolean;
  /** The transfer job was created. */
  readonly handedOver: LogLine | undefined;
  /** 3 installed, 5 failed ... */
  readonly status: number | undefined;
  readonly statusAt: LogLine | undefined;
}

/** A package that was put into the queue and has not begun. */
export interface QueuedPackage {
  readonly packageId: string;
  readonly since: LogLine;
}

/** Content that has not come from another site. */
export interface MissingArrival {
  readonly packageId: string;
  readonly site: string;
  readonly times: number;
  readonly first: LogLine;
  readonly last: LogLine;
}

export interface DistmgrFacts {
  readonly slots: SlotFacts;
  readonly upgradeSlots: SlotFacts;
  readonly runs: readonly PackageRun[];
  readonly earlierRuns: number;
  readonly dpThreads: readonly DpThread[];
  readonly earlierDpThreads: number;
  readonly pairs: readonly PairState[];
  readonly queued: readonly QueuedPackage[];
  readonly arrivals: readonly MissingArrival[];
  readonly last: LogLine | undefined;
}
