import { isLibraryStep, type RunStep } from './runPlan';
import type { RunState } from './runState';

/** Whether a step may begin, by the steps that come before it. */
export type Standing = { readonly kind: 'go' | 'wait' } | { readonly kind: 'never'; readonly cause: string };

const go: Standing = { kind: 'go' };
const wait: Standing = { kind: 'wait' };

export const standingOf = (step: RunStep, run: RunState): Standing => {
  if (step.action === 'checkLists') return afterTheRest(step, run);
  const first = run.firstOf(step.id);
  return first === undefined ? go : afterEntry(first, run);
};

/** The lists of a DP are checked when everything else has been done there. */
const afterTheRest = ({ id, dp }: RunStep, run: RunState): Standing => {
  const others = run.plan.steps.filter((one) => one.dp === dp && one.id !== id).map((one) => run.of(one.id));
  if (others.some(({ phase }) => phase !== 'ended')) return wait;
  return others.length > 0 && others.every((one) => one.phase === 'ended' && one.fate.kind === 'skipped')
    ? { kind: 'never', cause: 'Nothing was written on this DP, so its lists are as they were.' }
    : go;
};

/**
 * Content whose entry has to go first is sent unless the entry is known to stand: then nothing is lost, the lists
 * still disagree aloud, and it would be sent for nothing. Where nobody knows whether the entry is gone, sending is
 * right either way.
 */
const afterEntry = (first: RunStep, run: RunState): Standing => {
  const state = run.of(first.id);
  switch (state.phase) {
    case 'waiting':
    case 'asked':
      return wait;
    case 'ended':
      return state.fate.kind === 'failed' || state.fate.kind === 'skipped'
        ? {
            kind: 'never',
            cause: `It was not sent, for its entry was not taken out first: ${state.fate.cause}`,
          }
        : go;
    case 'followed':
    case 'arrived':
    case 'verifying':
      return go;
  }
};

/** What becomes of an entry that is out of the lists. */
export type HeldNews =
  | { readonly kind: 'wait' }
  | { readonly kind: 'done'; readonly cause: string }
  | { readonly kind: 'putBack'; readonly cause: string };

/**
 * An entry stays out when nothing is to follow, or when what follows was taken by the site, which then tells
 * aloud what comes of it; else it is put back.
 * @param then id of the step that sends the content again
 */
export const heldNews = (then: string | undefined, run: RunState): HeldNews => {
  if (then === undefined) return { kind: 'done', cause: '' };
  if (run.wasTaken(then))
    return { kind: 'done', cause: 'The site was then asked to send its content again.' };
  const state = run.of(then);
  return state.phase === 'ended'
    ? { kind: 'putBack', cause: `Its content could not be sent again. ${state.fate.cause}` }
    : { kind: 'wait' };
};

/** Its entry is out, and waits for what follows; it keeps the lane of that. */
export const isHeld = (step: RunStep, run: RunState): boolean =>
  isLibraryStep(step) && run.of(step.id).phase === 'followed';
