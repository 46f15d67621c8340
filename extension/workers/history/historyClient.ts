import type { DpKey } from '../../core/content/nalPath';
import type { Snapshot } from '../../core/history/snapshot';
import type { ComparedPage, Comparison, ToldSnapshot } from '../../core/history/kept';
import type { History, Recollection } from '../../ports/history';
import type { Endpoint } from '../../protocol/endpoint';
import * as protocol from '../../protocol/history';

/** The history of one site, told by another thread. */
export class HistoryClient implements History {
  /**
   * @param endpoint of the thread that runs by then
   * @param folder of the site's snapshots
   */
  constructor(
    private readonly endpoint: () => Endpoint,
    private readonly folder: string,
  ) {}

  keep(snapshot: Snapshot, time: number): Promise<Recollection> {
    return this.endpoint().request(protocol.keepSnapshot, { folder: this.folder, snapshot, time });
  }

  recall(now: number): Promise<Recollection> {
    return this.endpoint().request(protocol.recallHistory, { folder: this.folder, now });
  }

  list(dp: DpKey | undefined): Promise<readonly ToldSnapshot[]> {
    return this.endpoint().request(protocol.listSnapshots, { folder: this.folder, dp });
  }

  compare(comparison: Comparison, offset: number, limit: number): Promise<ComparedPage> {
    return this.endpoint().request(protocol.compareSnapshots, {
      folder: this.folder,
      comparison,
      offset,
      limit,
    });
  }

  async forgetAfter(time: number): Promise<void> {
    await this.endpoint().request(protocol.forgetSnapshots, { folder: this.folder, time });
  }
}
