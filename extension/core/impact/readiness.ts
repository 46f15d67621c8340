import type { DpKey } from '../content/nalPath';
import { withoutContent, type Package } from '../content/package';
import type { Finding } from '../reconcile/finding';
import { tallyClass } from '../reconcile/tally';
import type { Verdict } from '../reconcile/verdict';
import type { BoundaryGroup } from './siteNeeds';

/** How far a package is proved on a DP: `lacking` is known not to be there, or not as it should be. */
export type Proof = 'proved' | 'unproved' | 'lacking';

export interface ContentOnDp {
  readonly packageId: string;
  readonly dp: DpKey;
  readonly proof: Proof;
  /** undefined: the package is not targeted to the DP, or was not read. */
  readonly verdict: Verdict | undefined;
  readonly reason: string;
}

export type ReadyState = 'ready' | 'notReady' | 'unknown';

/** Clients that take their content from the same DPs. */
export interface Place {
  readonly name: string;
  readonly boundaries: number | undefined;
  readonly dps: readonly DpKey[];
}

export interface PlaceReadiness extends Place {
  readonly state: ReadyState;
  /** Those that have everything proved. */
  readonly readyDps: readonly DpKey[];
}

export interface Readiness {
  readonly state: ReadyState;
  readonly places: readonly PlaceReadiness[];
  /** What keeps places from being ready, what is lacking first. */
  readonly blocking: readonly ContentOnDp[];
}

/** What is known of a package that has to be there. */
export interface NeededContent {
  readonly packageId: string;
  /** `absent`: the site has no such package. */
  readonly content: Package | 'absent' | 'unread';
  /** By DP; one without a finding is not targeted. undefined: could not be read. */
  readonly findings: ReadonlyMap<DpKey, Finding> | undefined;
}

/**
 * Boundary groups with DPs of their own. Without any, nobody knows which DPs a client uses: then each DP stands
 * for itself, and has to be ready.
 */
export const placesOf = (
  groups: readonly BoundaryGroup[],
  dps: readonly { readonly key: DpKey; readonly serverName: string }[],
): readonly Place[] => {
  const served = groups.filter((group) => group.dps.length > 0);
  return served.length > 0
    ? served
    : dps.map(({ key, serverName }) => ({ name: serverName, boundaries: undefined, dps: [key] }));
};

/** Whether each place has a DP with everything proved. */
export const readinessOf = (needed: readonly NeededContent[], places: readonly Place[]): Readiness => {
  const onDps = new Map<DpKey, readonly ContentOnDp[]>();
  for (const { dps } of places)
    for (const dp of dps)
      if (!onDps.has(dp))
        onDps.set(
          dp,
          needed.map((one) => contentOn(one, dp)),
        );
  const judged = places.map((place) => judge(place, onDps));
  const late = new Set(judged.filter(({ state }) => state !== 'ready').flatMap(({ dps }) => dps));
  const blocking = [...late].flatMap((dp) => onDps.get(dp) ?? []).filter(({ proof }) => proof !== 'proved');
  return {
    state: needed.length === 0 || places.length === 0 ? 'unknown' : worst(judged.map(({ state }) => state)),
    places: judged,
    blocking: [...blocking.filter(isLacking), ...blocking.filter((one) => !isLacking(one))],
  };
};

const isLacking = ({ proof }: ContentOnDp): boolean => proof === 'lacking';

const judge = (place: Place, onDps: ReadonlyMap<DpKey, readonly ContentOnDp[]>): PlaceReadiness => {
  const isReady = (dp: DpKey): boolean => onDps.get(dp)?.every(({ proof }) => proof === 'proved') === true;
  const readyDps = place.dps.filter(isReady);
  const mayBeReady = place.dps.some((dp) => onDps.get(dp)?.some(isLacking) !== true);
  return { ...place, readyDps, state: readyDps.length > 0 ? 'ready' : mayBeReady ? 'unknown' : 'notReady' };
};

const worst = (states: readonly ReadyState[]): ReadyState =>
  (['notReady', 'unknown'] as const).find((state) => states.includes(state)) ?? 'ready';

const contentOn = ({ packageId, content, findings }: NeededContent, dp: DpKey): ContentOnDp => {
  const pair = { packageId, dp, verdict: undefined };
  if (findings === undefined)
    return { ...pair, proof: 'unproved', reason: 'Where it is targeted could not be read.' };
  const finding = findings.get(dp);
  if (finding !== undefined)
    return { ...pair, proof: proofOf(finding.verdict), verdict: finding.verdict, reason: finding.reason };
  if (content === 'unread') return { ...pair, proof: 'unproved', reason: 'The package could not be read.' };
  if (content === 'absent') return { ...pair, proof: 'lacking', reason: 'The site has no such package.' };
  const needless = withoutContent(content);
  return needless === undefined
    ? { ...pair, proof: 'lacking', reason: 'It is not targeted to this DP.' }
    : { ...pair, proof: 'proved', reason: needless };
};

const proofOf = (verdict: Verdict): Proof => {
  switch (tallyClass(verdict)) {
    case 'validated':
      return 'proved';
    case 'stale':
    case 'unknown':
      return 'unproved';
    case 'problems':
    case 'running':
      return 'lacking';
    case 'nothing':
      return verdict === 'noContent' ? 'proved' : 'lacking';
  }
};
