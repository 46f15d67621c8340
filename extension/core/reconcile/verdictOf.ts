import type { PairView } from './pairView';
import { noContent, siteProcessing } from './rules/content';
import {
  cycleBroken,
  cycleNever,
  missing,
  newSinceCycle,
  notValidating,
  purged,
  stale,
} from './rules/cycles';
import { cancelled, distributionFailed, inFlight } from './rules/distribution';
import { dpGone, notTargeted, packageDeleted, removing } from './rules/existence';
import { oldVersion, removed, validated, validationFailed } from './rules/results';
import type { Decision, Rule } from './rules/rule';
import { sourceWords } from './sourceWords';

/** The table of docs/verdicts.md, in its order: the first rule that fits wins. */
export const rules: readonly (readonly [number: number, rule: Rule])[] = [
  [1, notTargeted],
  [2, dpGone],
  [3, removing],
  [4, packageDeleted],
  // 5 is below: `unread` when a rule cannot be decided.
  [6, noContent],
  [7, siteProcessing],
  [8, inFlight],
  [9, cancelled],
  [10, removed],
  [11, validationFailed],
  [12, distributionFailed],
  [13, oldVersion],
  [14, validated],
  [15, newSinceCycle],
  [16, cycleBroken],
  [17, purged],
  [18, notValidating],
  [19, missing],
  [20, stale],
  [21, cycleNever],
];

/** The verdict on a pair, and the number of the rule that gave it. */
export const verdictOf = (view: PairView): Decision & { readonly rule: number } => {
  for (const [number, rule] of rules) {
    const ruling = rule(view);
    if (ruling.kind === 'fits') return { ...ruling, rule: number };
    if (ruling.kind === 'unread')
      return unread(5, `Not read: ${ruling.sources.map(sourceWords).join(', ')}.`);
  }
  return unread(22, 'It is not known when content was placed here, so no cycle tells anything.');
};

const unread = (rule: number, reason: string): Decision & { readonly rule: number } => ({
  kind: 'fits',
  verdict: 'unread',
  reason,
  since: undefined,
  rule,
});
