import { MessageChannel, Worker } from 'node:worker_threads';
import { Endpoint } from '../../protocol/endpoint';
import { portChannel } from '../findings/portChannel';
import type { LogFiles } from './logFiles';
import { serveLogView } from './serveLogView';

/** Logs of one page, and the way to ask about them; both end with dispose. */
export interface RunningLogView {
  readonly endpoint: Endpoint;
  dispose(): Promise<void>;
}

/** A thread a page: its memory goes with the page. @param workerFile dist/workers/logView.js */
export const startLogView = (workerFile: string): RunningLogView => {
  const worker = new Worker(workerFile);
  const endpoint = new Endpoint(portChannel(worker), 0);
  worker.on('error', (error) =>
    endpoint.dispose(`Reading the log failed: ${error.message} Close the view and open it again.`),
  );
  worker.on('exit', () => endpoint.dispose('The view of the log was closed.'));
  return {
    endpoint,
    dispose: async () => {
      endpoint.dispose('The view of the log was closed.');
      await worker.terminate();
    },
  };
};

/** On the caller's thread, for tests. */
export const startLogViewInProcess = (files: LogFiles): RunningLogView => {
  const { port1, port2 } = new MessageChannel();
  const server = new Endpoint(portChannel(port2), 0);
  const close = serveLogView(server, files);
  const endpoint = new Endpoint(portChannel(port1), 0);
  return {
    endpoint,
    dispose: () => {
      close();
      endpoint.dispose('The view of the log was closed.');
      server.dispose();
      port1.close();
      return Promise.resolve();
    },
  };
};
