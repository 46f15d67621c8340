import { Bounded } from '../bounded';
import { Latest } from '../latest';
import type { LogLine } from '../logLine';
import type { DpThread } from './distmgrFacts';

/** Which distribution point each DP thread works on. */
export class DpThreads {
  private readonly done = new Latest<DpThread>();
  private readonly open = new Bounded<string, DpThread>((lost) => this.done.push(lost));

  private readonly byThread = new Bounded<string, DpThread>();

  begin(thread: number, packageId: string, dp: string, began: LogLine): void {
    const lost = this.open.take(keyOf(thread, packageId));
    if (lost !== undefined) this.done.push(lost);
    const one = { thread, packageId, dp, began, ended: undefined };
    this.open.set(keyOf(thread, packageId), one);
    this.byThread.set(String(thread), one);
  }

  end(thread: number, packageId: string, ended: LogLine): void {
    const one = this.open.take(keyOf(thread, packageId));
    if (one === undefined) return;
    this.done.push({ ...one, ended });
    if (this.byThread.get(String(thread)) === one) this.byThread.take(String(thread));
  }

  /** What a DP thread works on. */
  packageOf(thread: number | string | null): string | undefined {
    return this.byThread.get(String(thread))?.packageId;
  }

  get all(): readonly DpThread[] {
    return [...this.done.all, ...this.open.all];
  }

  get earlier(): number {
    return this.done.earlier;
  }
}

const keyOf = (thread: number, packageId: string): string => `${String(thread)} ${packageId}`;
