import { l10n } from 'vscode';
import type { ShownRun } from '../panels/runPanel';
import type { WindowRuns } from './windowRuns';

/** A run as its journal tells it, for a page that was open before a reload; undefined: there is no such journal. */
export const keptRun = async (runs: WindowRuns, id: string): Promise<ShownRun | undefined> => {
  if (id === '') return undefined;
  const { readRun } = await import('../../app/run/startRun.js');
  for (const ofDemo of [false, true]) {
    const journals = await runs.journals(ofDemo);
    try {
      const read = await readRun(journals, id);
      if (read.kind === 'unreadable') continue;
      const owner = await journals.ownerOf(id);
      const { state } = read;
      return {
        run: { id, state, progress: new Map(), heldBy: new Map(), onDidChange: () => () => undefined },
        now: () => state.endedAt ?? Date.now(),
        atWork: undefined,
        left:
          owner === undefined
            ? l10n.t('The window was reloaded. What was written is not written again.')
            : l10n.t('{0} works on it.', owner),
      };
    } catch {
      // Not in this folder, or it cannot be read: then the page says that it is gone.
    }
  }
  return undefined;
};
