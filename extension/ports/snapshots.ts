import type { KeptSnapshot } from '../core/history/kept';
import type { Snapshot } from '../core/history/snapshot';

/** Snapshots of one site, bounded in number, age and bytes. */
export interface Snapshots {
  /** Oldest first. */
  list(): Promise<readonly KeptSnapshot[]>;
  /** undefined: it is gone, or what is kept of it is no snapshot. */
  read(id: string): Promise<Snapshot | undefined>;
  /**
   * Keeps what a read gave. Within an hour after the same was read, only that one's time changes; `last` is then
   * the one from before. Rejects, and what was kept stays, when it cannot be written.
   */
  keep(snapshot: Snapshot, time: number): Promise<KeptSnapshot>;
  /** Lets go of what is later: the clock of a demo site starts anew. */
  forgetAfter(time: number): Promise<void>;
}
