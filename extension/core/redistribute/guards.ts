import type { DpKey } from '../content/nalPath';
import type { Candidate } from './candidate';
import { evidenceGuards } from './guards/evidence';
import { goneGuards, instanceGuards } from './guards/existence';
import type { Guard, GuardContext, PairAction, Refusal } from './guards/guard';
import { placeGuards } from './guards/place';
import { runningGuards } from './guards/running';
import { sourceGuards } from './guards/source';
import { worthGuards } from './guards/worth';
import { suspicionOf } from './suspicion';

export type { GuardContext, PairAction, Refusal } from './guards/guard';

/** The first that refuses wins: what can never be written comes before what may be later. */
export const guards: readonly Guard[] = [
  ...goneGuards,
  ...evidenceGuards,
  ...instanceGuards,
  ...runningGuards,
  ...worthGuards,
  ...placeGuards,
  ...sourceGuards,
];

/** Why this write is not made; undefined when no rule is against it. */
export const refusal = (
  action: PairAction,
  candidate: Candidate,
  context: GuardContext,
): Refusal | undefined => {
  for (const { rule, actions, against } of guards) {
    if (!actions.includes(action)) continue;
    const reason = against(candidate, context, action);
    if (reason !== undefined) return { rule, reason };
  }
  return undefined;
};

/** How many pairs of a suspect cycle are chosen on each DP: more than one is a bulk write. */
export const suspectPairs = (candidates: readonly Candidate[]): ReadonlyMap<DpKey, number> => {
  const counts = new Map<DpKey, number>();
  for (const { finding, sample } of candidates)
    if (suspicionOf(finding, sample) !== 'none') counts.set(finding.dp, (counts.get(finding.dp) ?? 0) + 1);
  return counts;
};
