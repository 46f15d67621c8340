import { JournalFolder } from '../../../extension/adapters/machine/journalFolder';
import type { Journals } from '../../../extension/ports/journal';

/** A process that takes a journal and a DP, says so, and holds them until it is killed. */
const [folder = '', run = '', deadAfter = '1000'] = process.argv.slice(2);

const hold = async (journals: Journals): Promise<void> => {
  const journal = await journals.take(run);
  const lock = await journals.lockDp('PS1', 'dp1|windows nt server');
  process.stdout.write(`${journal.kind} ${lock.kind}\n`);
};

setInterval(() => undefined, 1000);
void hold(new JournalFolder(folder, folder, { beatEvery: 100, deadAfter: Number(deadAfter) }));
