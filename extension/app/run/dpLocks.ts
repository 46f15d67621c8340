import type { DpKey } from '../../core/content/nalPath';
import type { RunStep } from '../../core/run/runPlan';
import type { Journals, Lock } from '../../ports/journal';

/** The DPs that a run has reserved: for as long as something of it is under way there. */
export class DpLocks {
  private readonly held = new Map<DpKey, Lock>();
  /** Who has the DPs that this run waits for. */
  readonly heldBy = new Map<DpKey, string>();

  constructor(
    private readonly journals: Journals,
    private readonly siteCode: string,
  ) {}

  /** false while another run is at work there. A step without a DP needs none. Rejects with JournalError. */
  async take({ dp }: RunStep): Promise<boolean> {
    if (dp === '' || (await this.held.get(dp)?.isMine()) === true) return true;
    this.held.delete(dp);
    const lock = await this.journals.lockDp(this.siteCode, dp);
    if (lock.kind === 'held') {
      this.heldBy.set(dp, lock.by);
      return false;
    }
    this.heldBy.delete(dp);
    this.held.set(dp, lock);
    return true;
  }

  /** Lets go of all but these. */
  async keep(needed: ReadonlySet<DpKey | ''>): Promise<void> {
    for (const [dp, lock] of this.held) {
      if (needed.has(dp)) continue;
      this.held.delete(dp);
      await lock.release();
    }
  }
}
