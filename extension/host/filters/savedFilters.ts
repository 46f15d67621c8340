import type { Memento } from 'vscode';
import { readSaved, withoutSaved, withSaved, type SavedFilter } from '../../core/filter/savedFilter';

const findingFilters = 'savedFilters';
/** Filters of logs have other fields, so they are kept apart. */
export const logFilters = 'savedLogFilters';

/** The filters that a user has saved, the same in every window. */
export class SavedFilters {
  constructor(
    private readonly stored: Memento,
    private readonly memory = findingFilters,
  ) {}

  get all(): readonly SavedFilter[] {
    return readSaved(this.stored.get(this.memory));
  }

  async save(filter: SavedFilter): Promise<void> {
    await this.stored.update(this.memory, withSaved(this.all, filter));
  }

  async delete({ name }: SavedFilter): Promise<void> {
    await this.stored.update(this.memory, withoutSaved(this.all, name));
  }
}
