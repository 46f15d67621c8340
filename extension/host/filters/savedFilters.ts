import type { Memento } from 'vscode';
import { readSaved, withoutSaved, withSaved, type SavedFilter } from '../../core/filter/savedFilter';

const memory = 'savedFilters';

/** The filters that a user has saved, the same in every window. */
export class SavedFilters {
  constructor(private readonly stored: Memento) {}

  get all(): readonly SavedFilter[] {
    return readSaved(this.stored.get(memory));
  }

  async save(filter: SavedFilter): Promise<void> {
    await this.stored.update(memory, withSaved(this.all, filter));
  }

  async delete({ name }: SavedFilter): Promise<void> {
    await this.stored.update(memory, withoutSaved(this.all, name));
  }
}
