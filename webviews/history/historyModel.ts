import type { ChangeKind } from '../../extension/core/history/diffSnapshots';
import type { DpKey } from '../../extension/core/content/nalPath';
import type { Comparison, ToldSnapshot } from '../../extension/core/history/kept';
import type { Endpoint } from '../../extension/protocol/endpoint';
import * as protocol from '../../extension/protocol/historyPage';
import { PagedRows } from '../shared/grid/pagedRows';
import { ListedRows } from '../shared/grid/rowSource';
import { Latest } from '../shared/latest';
import { messageOf } from '../shared/vsCodeApi';

/** What the page knows and asks; the element only draws it. `changed` is called after each step. */
export class HistoryModel {
  state: protocol.HistoryState | undefined;
  /** The snapshots as they are listed, the newest first. */
  listed = new ListedRows<ToldSnapshot>([]);
  changes: PagedRows<protocol.ChangeRow> | undefined;
  counts: Readonly<Record<ChangeKind, number>> | undefined;
  kinds: readonly ChangeKind[] = [];
  /** Message of the last request that failed. */
  problem: string | undefined;

  /** Ids that were picked, the one picked last at the end; two at most. */
  private picked: readonly string[] = [];
  private readonly latestState = new Latest();
  private readonly latestChanges = new Latest();

  constructor(
    private readonly endpoint: Endpoint,
    /** undefined: the whole site. */
    public dp: DpKey | undefined,
    private readonly changed: () => void,
  ) {
    endpoint.onNotification(protocol.historyChanged, () => void this.update());
    endpoint.onNotification(protocol.historyShow, (shown) => this.narrow(shown.dp));
  }

  update(): Promise<void> {
    return this.attempt(async () => {
      const { dp } = this;
      const found = await this.latestState.ask((signal) =>
        this.endpoint.request(protocol.historyState, { dp }, signal),
      );
      if (found === undefined) return;
      this.state = found.answer;
      this.listed = new ListedRows(found.answer.snapshots.toReversed());
      this.changed();
      await this.compare();
    });
  }

  narrow(dp: DpKey | undefined): void {
    if (dp === this.dp) return;
    this.dp = dp;
    void this.update();
  }

  /** The snapshots that are compared, the older one first: those picked, else yesterday's with the newest. */
  get compared(): readonly [from: ToldSnapshot, to: ToldSnapshot] | undefined {
    const { snapshots = [], yesterday } = this.state ?? {};
    const newest = snapshots.at(-1);
    const earlier = snapshots.slice(0, -1);
    const usual = earlier.find(({ id }) => id === yesterday) ?? earlier.at(-1);
    const chosen = this.picked.flatMap((id) => snapshots.find((one) => one.id === id) ?? []);
    const [first, second = first === newest ? usual : newest] = chosen.length > 0 ? chosen : [usual];
    if (first === undefined || second === undefined || first.id === second.id) return undefined;
    return first.since < second.since ? [first, second] : [second, first];
  }

  /** @param ids of all that are selected now; of more than two the ones picked last are compared */
  pick(ids: Iterable<string>): void {
    const now = new Set(ids);
    const kept = this.picked.filter((id) => now.has(id));
    this.picked = [...kept, ...[...now].filter((id) => !kept.includes(id))].slice(-2);
    this.changed();
    void this.attempt(() => this.compare());
  }

  /** Shows one kind of change, or all again. */
  toggle(kind: ChangeKind): void {
    this.show(this.kinds.includes(kind) ? this.kinds.filter((one) => one !== kind) : [...this.kinds, kind]);
  }

  show(kinds: readonly ChangeKind[]): void {
    this.kinds = kinds;
    this.changed();
    void this.attempt(() => this.compare());
  }

  open({ packageId, dpName }: protocol.ChangeRow): void {
    void this.attempt(() => this.endpoint.request(protocol.historyOpenPair, { packageId, dpName }));
  }

  dismissProblem(): void {
    this.problem = undefined;
    this.changed();
  }

  private async compare(): Promise<void> {
    const { compared, dp, kinds } = this;
    if (compared === undefined) {
      this.changes = undefined;
      this.counts = undefined;
      this.changed();
      return;
    }
    const [from, to] = compared;
    const comparison: Comparison = { from: from.id, to: to.id, dp, kinds };
    let counts: HistoryModel['counts'];
    const opened = await this.latestChanges.ask((signal) =>
      PagedRows.open<protocol.ChangeRow>(
        async (offset, limit, pageSignal) => {
          const page = await this.endpoint.request(
            protocol.historyChanges,
            { comparison, offset, limit },
            pageSignal,
          );
          counts ??= page.counts;
          return page;
        },
        0,
        signal,
      ),
    );
    if (opened === undefined) return;
    this.changes?.close();
    this.changes = opened.answer;
    this.changes.failed = (error) => this.fail(error);
    this.counts = counts;
    this.changed();
  }

  private async attempt(step: () => Promise<unknown>): Promise<void> {
    try {
      await step();
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    this.problem = messageOf(error);
    this.changed();
  }
}
