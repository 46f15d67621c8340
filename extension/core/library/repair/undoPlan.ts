import { planOf } from '../../redistribute/makePlan';
import type { Plan, PlanRefusal, PlanStep } from '../../redistribute/plan';
import { isLibraryStep, type LibraryStep } from '../../run/runPlan';
import type { RunState } from '../../run/runState';
import type { RepairFrame } from './repairPlan';
import { entryFolder } from './quarantinePlace';

/** An entry that a run took out, and when. */
export interface TakenOut {
  readonly step: LibraryStep;
  /** Of its intent: the site's time, UTC epoch milliseconds. */
  readonly at: number;
  /** Below the administrative share of the library's drive. */
  readonly folder: string;
}

/** Why an entry is not put back, as far as the journal tells; undefined: nothing is against it. */
type Against = { readonly rule: string; readonly reason: string } | undefined;

/** Entries that a run took out, and those that it did not, with the reason. */
export const takenOutBy = (
  id: string,
  state: RunState,
): { readonly taken: readonly TakenOut[]; readonly refused: readonly PlanRefusal[] } => {
  const taken: TakenOut[] = [];
  const refused: PlanRefusal[] = [];
  for (const step of state.plan.steps.filter(isLibraryStep)) {
    if (step.action !== 'quarantine') continue;
    const against = journalAgainst(step, state);
    if (against !== undefined) refused.push(refusal(step, against));
    else
      taken.push({
        step,
        at: state.begunAt(step.id) ?? state.startedAt,
        folder: entryFolder(id, step.id, step.packageId),
      });
  }
  return { taken, refused };
};

const journalAgainst = (step: LibraryStep, state: RunState): Against => {
  const is = state.of(step.id);
  if (is.phase !== 'ended')
    return { rule: 'notEnded', reason: 'The run has not ended with it. Continue the run first.' };
  if (is.fate.kind === 'skipped' || is.fate.kind === 'failed')
    return { rule: 'notTakenOut', reason: `The run left it in the lists. ${is.fate.cause}` };
  const { then } = step.library;
  return then !== undefined && state.wasTaken(then)
    ? {
        rule: 'sentAgain',
        reason: 'The same run had its content sent again: what stands there now is newer.',
      }
    : undefined;
};

export const refusal = (step: LibraryStep, against: NonNullable<Against>): PlanRefusal => ({
  packageId: step.packageId,
  packageName: step.packageName,
  dpName: step.dpName,
  verdict: undefined,
  ...against,
});

/** Puts entries back as they were. Each is looked at once more right before. */
export const undoPlan = (
  run: string,
  taken: readonly TakenOut[],
  refused: readonly PlanRefusal[],
  frame: RepairFrame,
): Plan =>
  planOf(
    'restore',
    taken.map(({ step, at, folder }, index): PlanStep => {
      const { library, entry } = step.library;
      return {
        ...step,
        id: String(index + 1),
        action: 'restore',
        bytes: 0,
        sourceDp: '',
        before: { state: undefined, sourceVersion: undefined, lastRefreshTime: at },
        verdict: undefined,
        reason: `Run ${run} took it out of the lists of the DP.`,
        truth: `The journal of run ${run}, and a look at the DP when the plan was made`,
        instead: 'Sending the content again brings a new entry; this one is the old one, byte for byte.',
        cautions: ['The lists disagree again afterwards, as they did before the run: expect 2388.'],
        reaches: [],
        library: { library, entry, from: folder },
      };
    }),
    refused,
    frame,
  );
