import type { DpKey } from '../content/nalPath';
import { canAcknowledge } from '../reconcile/tally';
import type { Verdict } from '../reconcile/verdict';
import { serverOf, type Acknowledgement } from './acknowledgement';

/** How an acknowledgement bears on a finding; only `counts` sets it aside. */
export type Bearing = 'counts' | 'expired' | 'otherVerdict';

export interface Bears {
  readonly acknowledgement: Acknowledgement;
  readonly bearing: Bearing;
}

/** Finds what was said of a pair: by keys, so that DP1 never takes what was said of DP10. */
export class Acknowledged {
  private readonly bySubject = new Map<string, Acknowledgement[]>();

  constructor(
    acknowledgements: readonly Acknowledgement[],
    siteCode: string,
    /** The site's time, UTC epoch milliseconds. */
    private readonly now: number,
  ) {
    for (const one of acknowledgements) {
      if (one.siteCode.toUpperCase() !== siteCode.toUpperCase()) continue;
      const key = keyOf(one.packageId, one.dp);
      const others = this.bySubject.get(key);
      if (others === undefined) this.bySubject.set(key, [one]);
      else others.push(one);
    }
  }

  /** All that is about the pair, what counts first; of equals the newest. */
  about(packageId: string, dp: DpKey, verdict: Verdict): readonly Bears[] {
    if (this.bySubject.size === 0) return [];
    const server = dp.slice(0, dp.lastIndexOf('|'));
    return [keyOf(packageId, server), keyOf(packageId, undefined), keyOf(undefined, server)]
      .flatMap((key) => this.bySubject.get(key) ?? [])
      .map((acknowledgement) => ({ acknowledgement, bearing: this.bearing(acknowledgement, verdict) }))
      .sort(
        (a, b) =>
          order.indexOf(a.bearing) - order.indexOf(b.bearing) ||
          b.acknowledgement.created - a.acknowledgement.created,
      );
  }

  private bearing({ verdicts, expires }: Acknowledgement, verdict: Verdict): Bearing {
    if (!canAcknowledge(verdict) || (verdicts !== undefined && !verdicts.includes(verdict)))
      return 'otherVerdict';
    return expires !== undefined && expires <= this.now ? 'expired' : 'counts';
  }
}

const order: readonly Bearing[] = ['counts', 'expired', 'otherVerdict'];

const keyOf = (packageId: string | undefined, dp: string | undefined): string =>
  `${packageId?.toUpperCase() ?? '*'}@${dp === undefined ? '*' : serverOf(dp)}`;
