import type { RunState } from '../../core/run/runState';
import type { Journals } from '../../ports/journal';
import { readRun } from './startRun';

/** A run as its journal tells it. */
export type ListedRun =
  | {
      readonly kind: 'run';
      readonly id: string;
      readonly state: RunState;
      /** Who is at it now; undefined: nobody. */
      readonly owner: string | undefined;
    }
  | { readonly kind: 'unreadable'; readonly id: string; readonly problem: string };

/** Newest first. A journal that cannot be read is told, and hides no other. @throws JournalError of the folder */
export const listRuns = async (journals: Journals): Promise<readonly ListedRun[]> => {
  const runs: ListedRun[] = [];
  for (const { id } of await journals.list())
    try {
      const read = await readRun(journals, id);
      runs.push(
        read.kind === 'run'
          ? { kind: 'run', id, state: read.state, owner: await journals.ownerOf(id) }
          : { ...read, id },
      );
    } catch (error) {
      runs.push({ kind: 'unreadable', id, problem: error instanceof Error ? error.message : String(error) });
    }
  return runs;
};

/** Of a site: runs that were left before their end, and that nobody is at. */
export const leftRuns = async (journals: Journals, siteCode: string): Promise<readonly string[]> =>
  (await listRuns(journals)).flatMap((run) =>
    run.kind === 'run' && run.owner === undefined && run.state.plan.siteCode === siteCode && !run.state.isDone
      ? [run.id]
      : [],
  );
