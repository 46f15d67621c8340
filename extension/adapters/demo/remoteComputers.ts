import type { CimBrowser } from '../../ports/cim';
import { RemoteFileError, type RemoteFileFailureKind } from '../../ports/remoteFiles';
import type { Computers } from '../../ports/siteConnection';
import * as protocol from '../../protocol/demoSite';
import type { Endpoint } from '../../protocol/endpoint';
import { RemoteError } from '../../protocol/remoteError';
import type { RequestType } from '../../protocol/requestType';

/** The demo site's DPs, from the worker, as one looks into them. */
export const remoteComputers = (endpoint: Endpoint, cim: Pick<CimBrowser, 'query' | 'get'>): Computers => ({
  wmi: cim,
  files: (root) => {
    const ask = async <P, R>(type: RequestType<P, R>, params: P, signal: AbortSignal): Promise<R> => {
      try {
        return await endpoint.request(type, params, signal);
      } catch (error) {
        throw fileErrorOf(error, root);
      }
    };
    return {
      root,
      list: (folder, signal) => ask(protocol.listFolder, { root, folder }, signal),
      read: (file, from, length, signal) => ask(protocol.readBytes, { root, file, from, length }, signal),
      readText: (file, signal) => ask(protocol.readFileText, { root, file }, signal),
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
