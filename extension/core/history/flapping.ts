import { mergePairs } from './mergePairs';
import { filterPairs, noPairs, type PairSet } from './pairSet';
import { footingOf, verdictIn, type Snapshot } from './snapshot';

/** So often has a problem to come back before its pair counts as flapping. */
const enough = 2;

/** What is remembered of pairs that were a problem at any time. */
export interface FlappingState {
  readonly pairs: PairSet;
  /** 1: the last that is known of the pair is a problem. */
  readonly isProblem: Uint8Array;
  /** How often a problem came back after the pair was fine; stops at 255. */
  readonly returns: Uint8Array;
}

export const noFlapping: FlappingState = {
  pairs: noPairs,
  isProblem: new Uint8Array(),
  returns: new Uint8Array(),
};

/** Takes in the next snapshot. What is unsure changes nothing: a read that lacked a view is no recovery. */
export const afterSnapshot = (state: FlappingState, snapshot: Snapshot): FlappingState => {
  const places: number[] = [];
  const isProblem: number[] = [];
  const returns: number[] = [];
  const names = mergePairs(state.pairs, snapshot, (place, known, found) => {
    const footing = footingOf(verdictIn(snapshot, found));
    if (known < 0 && footing !== 'problem') return;
    const was = state.isProblem[known] === 1;
    const is = footing === 'unsure' ? was : footing === 'problem';
    const before = state.returns[known] ?? 0;
    places.push(place);
    isProblem.push(Number(is));
    returns.push(known >= 0 && is && !was ? before + 1 : before);
  });
  return {
    pairs: { ...names, places: Float64Array.from(places) },
    isProblem: Uint8Array.from(isProblem),
    returns: Uint8Array.from(returns, (count) => Math.min(count, 255)),
  };
};

export const flappingPairs = ({ pairs, returns }: FlappingState): PairSet =>
  filterPairs(pairs, (index) => (returns[index] ?? 0) >= enough);
