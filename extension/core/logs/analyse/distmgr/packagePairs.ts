import { Bounded } from '../bounded';
import { mostRows } from '../latest';
import type { PairState } from './distmgrFacts';

/** What distmgr last said about each package on each distribution point. */
export class PackagePairs {
  private readonly pairs = new Bounded<string, PairState>(() => undefined, mostRows);

  note(packageId: string, dp: string, news: Partial<Omit<PairState, 'packageId' | 'dp'>>): void {
    const key = `${packageId} ${dp}`;
    const known = this.pairs.get(key) ?? {
      packageId,
      dp,
      isPull: false,
      handedOver: undefined,
      status: undefined,
      statusAt: undefined,
    };
    this.pairs.set(key, { ...known, ...news });
  }

  get all(): readonly PairState[] {
    return this.pairs.all;
  }
}
