import type { Endpoint } from '../../../protocol/endpoint';
import * as protocol from '../../../protocol/findingsMatrix';
import { MatrixStore, type ShownFindings } from './matrixStore';

/** Answers the matrix requests of the findings protocol. */
export const serveMatrix = (endpoint: Endpoint, shown: () => ShownFindings): void => {
  const store = new MatrixStore(shown);
  endpoint.handle(protocol.openMatrix, (view) => store.open(view));
  endpoint.handle(protocol.matrixTile, ({ view, stamp, first, count }) =>
    store.tile(view, stamp, first, count),
  );
  endpoint.handle(protocol.matrixTotals, ({ view, offset, limit }) => store.total(view, offset, limit));
  endpoint.handle(protocol.setTargets, (targets) => {
    store.setTargets(targets);
    return undefined;
  });
};
