import type { RunEntry, StepEntry } from '../../core/run/journalRecord';
import type { RunState } from '../../core/run/runState';
import type { Clock } from '../../ports/clock';
import type { OwnedJournal } from '../../ports/journal';

/** A run's journal and the state that it tells: the one changes with the other. */
export class RunLog {
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly journal: OwnedJournal,
    readonly state: RunState,
    private readonly clock: Clock,
  ) {}

  get id(): string {
    return this.journal.id;
  }

  onDidChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * @param durable it has to be on the disk before anything else is done
   * @returns false when the step has come elsewhere in the meantime: then nothing may follow from the entry
   * Rejects with JournalError.
   */
  async add(entry: StepEntry | RunEntry, durable = false): Promise<boolean> {
    const record = { ...entry, at: this.clock.now() };
    await this.journal.append(record, durable);
    const fits = this.state.add(record);
    this.tell();
    return fits;
  }

  /** Something changed that no journal tells, such as a percentage. */
  tell(): void {
    for (const listener of this.listeners) listener();
  }

  release(): Promise<void> {
    return this.journal.release();
  }
}
