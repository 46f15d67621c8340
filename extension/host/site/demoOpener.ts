import { workspace, type LogOutputChannel } from 'vscode';
import { DemoSiteClient, demoSiteOptions } from '../../adapters/demo/demoSite';
import type { SiteOpener } from '../../app/knownSite';
import type { OpenSite } from '../../app/siteSession';
import type { Faults } from '../../protocol/demoSite';
import { startFindings } from '../../workers/findings/findingsWorker';
import { demoFaults, demoSize } from './demoSettings';
import type { WorkerPath } from './workerPath';

/** Opens the demo site; its workers start when it is connected to, and end with it. */
export class DemoOpener implements SiteOpener {
  private client: DemoSiteClient | undefined;

  constructor(
    private readonly worker: WorkerPath,
    private readonly trace: LogOutputChannel,
  ) {}

  /** What is made to go wrong is what the settings say by now. */
  refreshing(): void {
    this.client?.changeFaults(faults());
  }

  async open(signal: AbortSignal): Promise<OpenSite> {
    const size = demoSize(workspace.getConfiguration('configmgrContent'), process.env);
    this.trace.info(`Opening the demo site (${size}).`);
    const options = demoSiteOptions({ size, faults: faults() });
    const connection = await DemoSiteClient.start(this.worker('demoSite'), options, signal);
    this.client = connection;
    const running = startFindings(this.worker('findings'));
    return {
      connection,
      findings: running.findings,
      hasEnded: () => connection.hasEnded() || running.findings.hasEnded(),
      close: async () => {
        await Promise.all([connection.close(), running.dispose()]);
      },
    };
  }
}

const faults = (): Faults => demoFaults(workspace.getConfiguration('configmgrContent'), process.env);
