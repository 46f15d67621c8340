import type { CimBrowser } from '../../ports/cim';
import { RemoteFileError, type RemoteFileFailureKind } from '../../ports/remoteFiles';
import type { Computers, DpWriter } from '../../ports/siteConnection';
import * as protocol from '../../protocol/demoSite';
import type { Endpoint } from '../../protocol/endpoint';
import { RemoteError } from '../../protocol/remoteError';
import type { RequestType } from '../../protocol/requestType';

/** Looks into the DPs, and changes their lists. */
interface RemoteComputers {
  readonly wmi: CimBrowser;
  files(root: string): ReturnType<Computers['files']> & ReturnType<DpWriter['files']>;
}

/** The demo site's DPs, from the worker. */
export const remoteComputers = (endpoint: Endpoint, cim: CimBrowser): RemoteComputers => ({
  wmi: cim,
  files: (root) => {
    const ask = async <P, R>(type: RequestType<P, R>, params: P, signal: AbortSignal): Promise<R> => {
      try {
        return await endpoint.request(type, params, signal);
      } catch (error) {
        throw fileErrorOf(error, root);
      }
    };
    const change = async (how: protocol.FileChange, signal: AbortSignal): Promise<void> => {
      await ask(protocol.changeFiles, { root, change: how }, signal);
    };
    return {
      root,
      readWhole: (file, most, signal) => ask(protocol.readWhole, { root, file, most }, signal),
      makeFolder: (folder, signal) => change({ kind: 'makeFolder', folder }, signal),
      writeText: (file, text, encoding, signal) =>
        change({ kind: 'writeText', file, text, encoding }, signal),
      rename: (from, to, signal) => change({ kind: 'rename', from, to }, signal),
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
