import type { Endpoint } from '../../protocol/endpoint';
import * as protocol from '../../protocol/findings';
import { FindingsStore } from './findingsStore';
import { serveMatrix } from './matrix/serveMatrix';

/** Answers the findings protocol from a store of its own. */
export const serveFindings = (endpoint: Endpoint): void => {
  const store = new FindingsStore();
  serveMatrix(endpoint, () => store.shown());
  endpoint.handle(protocol.beginLoad, ({ site, scopes }) => store.begin(site, scopes));
  endpoint.handle(protocol.appendPairs, ({ load, pairs }) => {
    store.append(load, pairs);
    return undefined;
  });
  endpoint.handle(protocol.commitLoad, ({ load }) => store.commit(load));
  endpoint.onNotification(protocol.abortLoad, ({ load }) => store.abort(load));
  endpoint.handle(protocol.pageFindings, ({ view, offset, limit }) => store.page(view, offset, limit));
  endpoint.handle(protocol.countFacets, ({ filter }) => store.facets(filter));
  endpoint.handle(protocol.measureSelection, (selection) => store.measure(selection));
  endpoint.handle(protocol.resolveSelection, (selection) => store.resolve(selection));
  endpoint.handle(protocol.findingsOf, (scope) => store.of(scope));
  endpoint.handle(protocol.markFindings, (marks) => store.mark(marks));
  endpoint.handle(protocol.takeSnapshot, () => store.snapshot());
  endpoint.handle(protocol.explainPair, ({ pair }) => store.explain(pair));
  endpoint.handle(protocol.explainPage, ({ view, offset, limit }, signal) =>
    store.explainPage(view, offset, limit, signal),
  );
  endpoint.handle(protocol.asRows, ({ findings, filter }) => store.asRows(findings, filter));
};
