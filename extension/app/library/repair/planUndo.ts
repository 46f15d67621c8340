import { nextBack } from '../../../core/library/repair/entryMoves';
import type { RepairFrame } from '../../../core/library/repair/repairPlan';
import { refusal, takenOutBy, undoPlan, type TakenOut } from '../../../core/library/repair/undoPlan';
import type { Plan, PlanRefusal } from '../../../core/redistribute/plan';
import type { RunState } from '../../../core/run/runState';
import { CimError } from '../../../ports/cim';
import { RemoteFileError } from '../../../ports/remoteFiles';
import type { SiteConnection } from '../../../ports/siteConnection';
import { DpLibrary } from './dpLibrary';
import { fewAtOnce } from './fewAtOnce';

/**
 * The plan that puts back what a run took out of the lists of DPs: each entry as it was, unless something newer
 * stands there. Nothing is written.
 * @param id of the run
 */
export const planUndo = async (
  id: string,
  state: RunState,
  { dps, clock }: Pick<SiteConnection, 'dps' | 'clock'>,
  caps: RepairFrame['caps'],
  signal: AbortSignal,
): Promise<Plan> => {
  const { taken, refused } = takenOutBy(id, state);
  const against = new Map<TakenOut, PlanRefusal>();
  await fewAtOnce(taken, async (one) => {
    const reason = await obstacleOf(one, dps, signal);
    if (reason !== undefined) against.set(one, refusal(one.step, reason));
  });
  const now = clock.now();
  const left = taken.filter((one) => !against.has(one));
  return undoPlan(id, left, [...refused, ...against.values()], {
    siteCode: state.plan.siteCode,
    caps,
    notes: [],
    lines: [],
    now,
    readAt: now,
  });
};

const obstacleOf = async (
  { step, folder }: TakenOut,
  dps: SiteConnection['dps'],
  signal: AbortSignal,
): Promise<{ readonly rule: string; readonly reason: string } | undefined> => {
  const { library, entry } = step.library;
  if (dps === undefined)
    return { rule: 'unread', reason: 'This connection has no way to the lists of distribution points.' };
  try {
    const next = nextBack(entry, await DpLibrary.on(dps, step.dpName, library).look(entry, folder, signal));
    switch (next.kind) {
      case 'obstacle':
        return { rule: 'newerThere', reason: next.cause };
      case 'done':
        return { rule: 'backAlready', reason: 'It stands in the lists already, as it did before.' };
      case 'moveOut':
      case 'moveBack':
      case 'delete':
      case 'create':
        return undefined;
    }
  } catch (error) {
    if (signal.aborted || !(error instanceof CimError || error instanceof RemoteFileError)) throw error;
    return { rule: 'unread', reason: error.message };
  }
};
