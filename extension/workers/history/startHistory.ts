import { Worker } from 'node:worker_threads';
import type { History } from '../../ports/history';
import { Endpoint } from '../../protocol/endpoint';
import { historyProblem } from '../../protocol/history';
import { portChannel } from '../findings/portChannel';
import { HistoryClient } from './historyClient';

/** The thread that keeps histories; it starts with the first question. */
export class HistoryThread {
  private running: { readonly worker: Worker; readonly endpoint: Endpoint } | undefined;

  /**
   * @param workerFile the bundled worker (dist/workers/history.js)
   * @param told of each file of a history that cannot be used, once
   */
  constructor(
    private readonly workerFile: string,
    private readonly told: (problem: string) => void,
  ) {}

  of(folder: string): History {
    return new HistoryClient(() => this.endpoint(), folder);
  }

  async dispose(): Promise<void> {
    const { running } = this;
    this.running = undefined;
    running?.endpoint.dispose('The window is closing.');
    await running?.worker.terminate();
  }

  private endpoint(): Endpoint {
    if (this.running !== undefined) return this.running.endpoint;
    const worker = new Worker(this.workerFile);
    const endpoint = new Endpoint(portChannel(worker), 0);
    const ended = (reason: string): void => {
      if (this.running?.worker === worker) this.running = undefined;
      endpoint.dispose(reason);
    };
    worker.on('error', (error) => ended(`The history worker failed: ${error.message}`));
    worker.on('exit', () => ended('The history worker has ended.'));
    endpoint.onNotification(historyProblem, ({ text }) => this.told(text));
    this.running = { worker, endpoint };
    return endpoint;
  }
}
