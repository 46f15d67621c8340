import { JournalFolder } from '../adapters/machine/journalFolder';
import { userDataFolder } from '../adapters/machine/userDataFolder';
import type { Environment } from './openSite';

/** Journals of this folder, or of the user's; DPs are reserved where windows look, too. */
export const journalPlace = (folder: string | undefined, environment: Environment): JournalFolder => {
  const shared = userDataFolder(environment);
  return new JournalFolder(folder ?? shared, shared);
};
