import { RemoteFileError, type RemoteFileFailureKind } from '../../ports/remoteFiles';
import type { Computers } from '../../ports/siteConnection';
import * as protocol from '../../protocol/demoSite';
import type { Endpoint } from '../../protocol/endpoint';
import { RemoteError } from '../../protocol/remoteError';
import { cimErrorOf } from './remoteFailure';

/** The demo site's DPs, from the worker, as one looks into them. */
export const remoteComputers = (endpoint: Endpoint): Computers => ({
  wmi: {
    async *query(target, query, signal) {
      try {
        yield await endpoint.request(protocol.cimQuery, { target, query }, signal);
      } catch (error) {
        throw cimErrorOf(error, target.computer);
      }
    },
  },
  files: (root) => ({
    root,
    list: async (folder, signal) => {
      try {
        return await endpoint.request(protocol.listFolder, { root, folder }, signal);
      } catch (error) {
        throw fileErrorOf(error, root);
      }
    },
  }),
});

const fileErrorOf = (error: unknown, root: string): RemoteFileError => {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RemoteError && error.origin === 'RemoteFileError')
    return new RemoteFileError(error.kind as RemoteFileFailureKind, message);
  const isCancelled = error instanceof RemoteError && error.kind === 'cancelled';
  return new RemoteFileError(isCancelled ? 'cancelled' : 'failed', `${root} could not be listed: ${message}`);
};
