import type { CimBrowser } from '../../ports/cim';
import { RemoteFileError, type RemoteFileFailureKind } from '../../ports/remoteFiles';
import type { Computers } from '../../ports/siteConnection';
import * as protocol from '../../protocol/demoSite';
import type { Endpoint } from '../../protocol/endpoint';
import { RemoteError } from '../../protocol/remoteError';

/** The demo site's DPs, from the worker, as one looks into them. */
export const remoteComputers = (endpoint: Endpoint, cim: Pick<CimBrowser, 'query'>): Computers => ({
  wmi: cim,
  files: (root) => {
    const asked = async <T>(request: Promise<T>): Promise<T> => {
      try {
        return await request;
      } catch (error) {
        throw fileErrorOf(error, root);
      }
    };
    return {
      root,
      list: (folder, signal) => asked(endpoint.request(protocol.listFolder, { root, folder }, signal)),
      read: (file, from, length, signal) =>
        asked(endpoint.request(protocol.readBytes, { root, file, from, length }, signal)),
    };
  },
});

const fileErrorOf = (error: unknown, root: string): RemoteFileError => {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RemoteError && error.origin === 'RemoteFileError')
    return new RemoteFileError(error.kind as RemoteFileFailureKind, message);
  const isCancelled = error instanceof RemoteError && error.kind === 'cancelled';
  return new RemoteFileError(isCancelled ? 'cancelled' : 'failed', `${root} could not be read: ${message}`);
};
