import type { DpKey } from '../content/nalPath';
import { pairId, type PairId } from '../reconcile/pairId';
import type { RunState } from '../run/runState';
import { percentOf, standingOf, type StepNow } from './runRow';

/** How far a run is with a DP or a package. */
export interface WorkDone {
  readonly ended: number;
  readonly steps: number;
}

/** A step that has not ended. Percent of its bytes, 0 to 100; undefined where none is known. */
export interface PairWork {
  readonly standing: 'waiting' | 'underWay';
  readonly percent: number | undefined;
}

/** What runs have still to do at a site, as its tree shows it: nothing is left of what has ended. */
export interface SiteWork {
  readonly dps: ReadonlyMap<DpKey, WorkDone>;
  readonly packages: ReadonlyMap<string, WorkDone>;
  readonly pairs: ReadonlyMap<PairId, PairWork>;
}

export interface WorkingRun {
  readonly state: RunState;
  readonly progress: ReadonlyMap<string, StepNow>;
}

export const siteWork = (runs: readonly WorkingRun[]): SiteWork => {
  const dps = new Map<DpKey, { ended: number; steps: number }>();
  const packages = new Map<string, { ended: number; steps: number }>();
  const pairs = new Map<PairId, PairWork>();
  for (const { state, progress } of runs)
    for (const step of state.plan.steps) {
      const now = state.of(step.id);
      const standing = standingOf(now);
      const isOpen = standing === 'waiting' || standing === 'underWay';
      // Of a step for a whole package the DP is '', and the other way round.
      if (step.dp !== '') count(dps, step.dp, isOpen);
      if (step.packageId !== '') count(packages, step.packageId, isOpen);
      if (isOpen && step.dp !== '' && step.packageId !== '')
        pairs.set(pairId(step.packageId, step.dp), {
          standing,
          percent: percentOf(now, progress.get(step.id)),
        });
    }
  return { dps: unfinished(dps), packages: unfinished(packages), pairs };
};

const count = <K>(counts: Map<K, { ended: number; steps: number }>, key: K, isOpen: boolean): void => {
  const known = counts.get(key) ?? { ended: 0, steps: 0 };
  known.steps += 1;
  if (!isOpen) known.ended += 1;
  counts.set(key, known);
};

const unfinished = <K>(counts: ReadonlyMap<K, WorkDone>): ReadonlyMap<K, WorkDone> =>
  new Map([...counts].filter(([, { ended, steps }]) => ended < steps));

/** DPs and packages that are shown otherwise now. */
export const changedWork = (
  before: SiteWork,
  after: SiteWork,
): { readonly dps: ReadonlySet<DpKey>; readonly packages: ReadonlySet<string> } => {
  const dps = changedKeys(before.dps, after.dps);
  const packages = changedKeys(before.packages, after.packages);
  for (const id of new Set([...before.pairs.keys(), ...after.pairs.keys()])) {
    const [one, other] = [before.pairs.get(id), after.pairs.get(id)];
    if (one?.standing === other?.standing && one?.percent === other?.percent) continue;
    const at = id.indexOf('@');
    packages.add(id.slice(0, at));
    dps.add(id.slice(at + 1) as DpKey);
  }
  return { dps, packages };
};

const changedKeys = <K>(before: ReadonlyMap<K, WorkDone>, after: ReadonlyMap<K, WorkDone>): Set<K> =>
  new Set(
    [...before.keys(), ...after.keys()].filter(
      (key) =>
        before.get(key)?.ended !== after.get(key)?.ended || before.get(key)?.steps !== after.get(key)?.steps,
    ),
  );
