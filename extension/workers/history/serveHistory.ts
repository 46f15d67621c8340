import { SnapshotFolder } from '../../adapters/machine/snapshotFolder';
import type { Endpoint } from '../../protocol/endpoint';
import * as protocol from '../../protocol/history';
import { SiteHistory } from './siteHistory';

/** Answers the history protocol from folders of snapshots. */
export const serveHistory = (endpoint: Endpoint): void => {
  const sites = new Map<string, Turns>();
  const told = (text: string): void => endpoint.notify(protocol.historyProblem, { text });
  const at = (folder: string): Turns => {
    const site = sites.get(folder) ?? new Turns(new SiteHistory(new SnapshotFolder(folder, { told })));
    sites.set(folder, site);
    return site;
  };
  endpoint.handle(protocol.keepSnapshot, ({ folder, snapshot, time }) =>
    at(folder).take((history) => history.keep(snapshot, time)),
  );
  endpoint.handle(protocol.recallHistory, ({ folder, now }) =>
    at(folder).take((history) => history.recall(now)),
  );
  endpoint.handle(protocol.listSnapshots, ({ folder, dp }) => at(folder).take((history) => history.list(dp)));
  endpoint.handle(protocol.compareSnapshots, ({ folder, comparison, offset, limit }) =>
    at(folder).take((history) => history.compare(comparison, offset, limit)),
  );
  endpoint.handle(protocol.forgetSnapshots, ({ folder, time }) =>
    at(folder).take(async (history) => {
      await history.forgetAfter(time);
      return undefined;
    }),
  );
};

/** One question at a time: none sees a folder that another is changing. */
class Turns {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly history: SiteHistory) {}

  take<T>(ask: (history: SiteHistory) => Promise<T>): Promise<T> {
    const answer = this.last.then(() => ask(this.history));
    this.last = answer.catch(() => undefined);
    return answer;
  }
}
