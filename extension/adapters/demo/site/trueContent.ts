import type { PairId } from '../../../core/reconcile/pairId';

/** What truly lies on a DP for a package, whatever the site believes; `absent` is not on the DP's own list. */
export type TrueContent = 'good' | 'badHash' | 'corrupt' | 'filesMissing' | 'absent';

/** What keeps a new distribution from succeeding. */
export type Obstacle = 'diskFull' | 'unreachable';

export interface TruePair {
  readonly content: TrueContent;
  /** Package version that lies there; undefined is the current one. */
  readonly version: number | undefined;
  readonly obstacle: Obstacle | undefined;
}

const sound: TruePair = { content: 'good', version: undefined, obstacle: undefined };

/** The state of the simulation beside the database: only pairs that are not sound are kept. */
export class TrueContents {
  private readonly unsound = new Map<PairId, TruePair>();

  of(pair: PairId): TruePair {
    return this.unsound.get(pair) ?? sound;
  }

  set(pair: PairId, now: TruePair): void {
    const isSound = now.content === 'good' && now.version === undefined && now.obstacle === undefined;
    if (isSound) this.unsound.delete(pair);
    else this.unsound.set(pair, now);
  }
}
