import type { Endpoint } from './endpoint';
import * as protocol from './logPage';
import type { RequestType } from './requestType';

/** Passes on what a page of logs asks and its worker answers, and to the page that something has changed. */
export const relayLog = (page: Endpoint, worker: Endpoint): void => {
  const relay = <P, R>(type: RequestType<P, R>): void =>
    page.handle(type, (params, signal) => worker.request(type, params, signal));
  relay(protocol.logState);
  relay(protocol.logShow);
  relay(protocol.logJoin);
  relay(protocol.logRows);
  relay(protocol.logDetails);
  relay(protocol.logSeek);
  relay(protocol.logSeekTime);
  relay(protocol.logLocate);
  relay(protocol.logBars);
  relay(protocol.logNames);
  relay(protocol.logMeasure);
  relay(protocol.logBookmark);
  worker.onNotification(protocol.logChanged, () => page.notify(protocol.logChanged, undefined));
};
