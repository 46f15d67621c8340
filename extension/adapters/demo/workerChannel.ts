import type { MessagePort, Worker } from 'node:worker_threads';
import type { Channel } from '../../protocol/endpoint';

/** Carries messages over a worker thread's port; either end. */
export const workerChannel = (port: MessagePort | Worker): Channel => ({
  post: (message) => port.postMessage(message),
  listen: (listener) => {
    port.on('message', listener);
    return () => port.off('message', listener);
  },
});
