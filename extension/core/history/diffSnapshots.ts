import type { DpKey } from '../content/nalPath';
import { verdicts, type Verdict } from '../reconcile/verdict';
import { mergePairs } from './mergePairs';
import { pairAt, type PairSet } from './pairSet';
import { footingOf, verdictIn, type Snapshot } from './snapshot';

/** What became of a pair. `cleared`: it was a problem, and is none that is known of. */
export const changeKinds = ['new', 'cleared', 'changed'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface PairChange {
  readonly packageId: string;
  readonly dp: DpKey;
  readonly kind: ChangeKind;
  /** `validated` stands for "not in the snapshot": validated, or not expected. */
  readonly before: Verdict;
  readonly after: Verdict;
}

type Verdicts = Pick<Snapshot, 'packages' | 'dps' | 'places' | 'verdictOf'>;

/** Pairs whose verdicts differ, as columns. */
export interface SnapshotDiff extends PairSet {
  /** Places in `verdicts`. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

export const diffSnapshots = (before: Verdicts, after: Verdicts): SnapshotDiff => {
  const places: number[] = [];
  const old: number[] = [];
  const now: number[] = [];
  const names = mergePairs(before, after, (place, inBefore, inAfter) => {
    const from = verdictIn(before, inBefore);
    const to = verdictIn(after, inAfter);
    if (from === to) return;
    places.push(place);
    old.push(verdicts.indexOf(from));
    now.push(verdicts.indexOf(to));
  });
  return {
    ...names,
    places: Float64Array.from(places),
    before: Uint8Array.from(old),
    after: Uint8Array.from(now),
  };
};

export const changeAt = (diff: SnapshotDiff, index: number): PairChange => {
  const before = verdictIn({ verdictOf: diff.before }, index);
  const after = verdictIn({ verdictOf: diff.after }, index);
  return { ...pairAt(diff, diff.places[index] ?? -1), kind: kindOf(before, after), before, after };
};

const kindOf = (before: Verdict, after: Verdict): ChangeKind => {
  const was = footingOf(before) === 'problem';
  const is = footingOf(after) === 'problem';
  if (was === is) return 'changed';
  return is ? 'new' : 'cleared';
};
