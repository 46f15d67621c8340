import { Bounded } from '../bounded';
import type { LogLine } from '../logLine';
import type { LimitKind, TransferLimit } from './transferFacts';

/** Counts what held transfers back, by distribution point. */
export class TransferLimits {
  private readonly limits = new Bounded<string, TransferLimit>();

  add(kind: LimitKind, dp: string | undefined, at: LogLine, capacity?: number): void {
    const key = `${kind} ${dp ?? ''}`;
    const known = this.limits.get(key);
    const limit = { kind, dp, times: (known?.times ?? 0) + 1, first: known?.first ?? at, last: at };
    this.limits.set(key, { ...limit, capacity: capacity ?? known?.capacity });
  }

  get all(): readonly TransferLimit[] {
    return this.limits.all;
  }
}
