import { Worker } from 'node:worker_threads';
import type { FindingsScope } from '../../ports/findings';
import type { Computers, DpWriter, SiteConnection, SiteInfo } from '../../ports/siteConnection';
import type { AskedRequest } from '../../protocol/askedRequest';
import * as protocol from '../../protocol/demoSite';
import { Endpoint } from '../../protocol/endpoint';
import { RemoteError } from '../../protocol/remoteError';
import { RemoteCim } from './remoteCim';
import { remoteComputers } from './remoteComputers';
import { RemoteDatabase } from './remoteDatabase';
import { SiteClock } from './siteClock';
import { workerChannel } from './workerChannel';

/** What an ordinary demo site is like; its time runs sixty times as fast, so that a redistribution takes seconds. */
export const demoSiteOptions = (
  parts: Partial<Omit<protocol.DemoSiteOptions, 'pace'>> & Partial<protocol.Pace> = {},
): protocol.DemoSiteOptions => ({
  size: parts.size ?? 'small',
  seed: parts.seed ?? 1,
  release: parts.release ?? 'current',
  pace: { base: parts.base ?? Date.now(), speed: parts.speed ?? 60 },
  faults: parts.faults ?? {},
});

/** The demo site of a worker thread, as a connected site. */
export class DemoSiteClient implements SiteConnection {
  readonly database: RemoteDatabase;
  readonly cim: RemoteCim;
  readonly computers: Computers;
  readonly dps: DpWriter;
  readonly clock: SiteClock;
  private readonly listeners = new Set<(changed: readonly FindingsScope[]) => void>();

  private constructor(
    readonly info: SiteInfo,
    private readonly endpoint: Endpoint,
    pace: protocol.RunningPace,
    private readonly end: () => Promise<void>,
  ) {
    this.database = new RemoteDatabase(endpoint);
    this.cim = new RemoteCim(endpoint);
    this.computers = this.dps = remoteComputers(endpoint, this.cim);
    this.clock = new SiteClock(pace);
    endpoint.onNotification(protocol.siteChanged, (changed) => {
      for (const listener of this.listeners) listener(changed);
    });
  }

  /**
   * Starts the worker and generates the site.
   * @param workerFile the bundled worker (dist/workers/demoSite.js)
   * @throws Error when the site cannot be generated, or the signal aborts
   */
  static async start(
    workerFile: string,
    options: protocol.DemoSiteOptions,
    signal: AbortSignal,
  ): Promise<DemoSiteClient> {
    const worker = new Worker(workerFile);
    const endpoint = new Endpoint(workerChannel(worker), 0);
    worker.on('error', ({ message }) => endpoint.dispose(`The demo site failed: ${message}.`));
    worker.on('exit', () => endpoint.dispose('The demo site has ended.'));
    return DemoSiteClient.over(endpoint, options, () => worker.terminate(), signal);
  }

  /**
   * Opens the site that is at the other end.
   * @param stop ends what is at the other end
   * @throws Error when the site cannot be opened, or the signal aborts
   */
  static async over(
    endpoint: Endpoint,
    options: protocol.DemoSiteOptions,
    stop: () => Promise<unknown>,
    signal: AbortSignal,
  ): Promise<DemoSiteClient> {
    const end = async (): Promise<void> => {
      endpoint.dispose('The demo site was closed.');
      await stop();
    };
    try {
      const { info, pace } = await endpoint.request(protocol.openDemoSite, options, signal);
      return new DemoSiteClient(info, endpoint, pace, end);
    } catch (error) {
      void end(); // which waits for whatever the other end is at; the caller need not
      throw error instanceof RemoteError && error.kind === 'closed'
        ? new RemoteError('closed', `${error.message} Try to open it again.`)
        : error;
    }
  }

  /** Its worker is gone, and nothing is answered any more. */
  hasEnded(): boolean {
    return this.endpoint.isClosed;
  }

  onDidChange(listener: (changed: readonly FindingsScope[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Lets the site's time jump by so many milliseconds, and everything happen that is due then. */
  async advance(milliseconds: number): Promise<void> {
    await this.endpoint.request(protocol.advanceTime, { milliseconds });
    this.clock.advance(milliseconds);
  }

  /** What WMI of the site was asked, oldest first. */
  requests(): Promise<readonly AskedRequest[]> {
    return this.endpoint.request(protocol.readRequests, undefined);
  }

  /** Lets other things go wrong from now on. */
  changeFaults(faults: protocol.Faults): void {
    this.endpoint.notify(protocol.changeFaults, faults);
  }

  async close(): Promise<void> {
    this.listeners.clear();
    await this.end();
  }
}
