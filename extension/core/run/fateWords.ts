import { countFates, fateKinds, type Fate, type FateKind } from './fate';
import type { RunAction } from './runPlan';
import type { RunState, StepState } from './runState';

/** What became of a step, in a word or two. */
export const fateWords: Readonly<Record<FateKind, string>> = {
  repaired: 'Repaired',
  accepted: 'Accepted',
  notProved: 'Not proved',
  failed: 'Failed',
  skipped: 'Not written',
  unsure: 'Unsure',
};

export const actionWords: Readonly<Record<RunAction, string>> = {
  validate: 'Validate',
  redistribute: 'Redistribute',
  distribute: 'Distribute',
  updateContent: 'Update content',
  cancel: 'Cancel distribution',
  remove: 'Remove',
  validateDp: 'Validate all of the DP',
  quarantine: 'Quarantine',
  restore: 'Put back',
  checkLists: 'Check the lists of the DP',
};

/** Where a step stands. */
export const stepWords = (state: StepState): string => {
  switch (state.phase) {
    case 'waiting':
      return 'Waiting';
    case 'asked':
      return 'Asked, no answer known';
    case 'followed':
      return 'Under way';
    case 'arrived':
      return 'Arrived, to be validated';
    case 'verifying':
      return 'Arrived, being validated';
    case 'ended':
      return fateWords[state.fate.kind];
  }
};

/** `12 repaired, 1 failed`; '' for none. */
export const countWords = (fates: readonly Fate[]): string => {
  const counts = countFates(fates);
  return fateKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind]} ${fateWords[kind].toLowerCase()}`)
    .join(', ');
};

/** `ended: 12 repaired, 1 failed` */
export const runWords = ({ phase, isDone, ended, plan }: RunState): string => {
  const counts = countWords(ended.map(({ fate }) => fate));
  const stand = isDone ? 'ended' : `${phase}, ${ended.length} of ${plan.steps.length}`;
  return counts === '' ? stand : `${stand}: ${counts}`;
};
