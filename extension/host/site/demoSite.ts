import { Uri, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { DemoSiteClient, demoSiteOptions } from '../../adapters/demo/demoSite';
import type { OpenSite, SiteSession } from '../../app/siteSession';
import type { Faults } from '../../protocol/demoSite';
import { startFindings } from '../../workers/findings/startFindings';
import { demoFaults, demoSize } from './demoSettings';

/** Where a window remembers that it was connected, for a reload. */
const memory = 'connectedTo';

/** The demo site of this window; its workers start when it is connected to, and end with it. */
export class DemoSite {
  private client: DemoSiteClient | undefined;

  constructor(
    private readonly session: SiteSession,
    private readonly context: Pick<ExtensionContext, 'extensionUri' | 'workspaceState'>,
    private readonly trace: LogOutputChannel,
  ) {}

  async connect(): Promise<void> {
    await this.context.workspaceState.update(memory, 'demo');
    await this.session.connect((signal) => this.open(signal));
  }

  async disconnect(): Promise<void> {
    await this.context.workspaceState.update(memory, undefined);
    await this.session.disconnect();
  }

  /** Reads the site again; what is made to go wrong is what the settings say by now. */
  async refresh(): Promise<void> {
    this.client?.changeFaults(this.faults());
    await this.session.refresh();
  }

  /** Connects again after a reload, or because the window was started for the demo; while connected, nothing. */
  resume(): void {
    const wanted =
      process.env.CONFIGMGR_CONTENT_DEMO !== undefined || this.context.workspaceState.get(memory) === 'demo';
    if (wanted && this.session.state.phase === 'none') void this.connect();
  }

  private async open(signal: AbortSignal): Promise<OpenSite> {
    const size = demoSize(workspace.getConfiguration('configmgrContent'), process.env);
    this.trace.info(`Opening the demo site (${size}).`);
    const options = demoSiteOptions({ size, faults: this.faults() });
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

  private faults(): Faults {
    return demoFaults(workspace.getConfiguration('configmgrContent'), process.env);
  }

  private worker(name: 'demoSite' | 'findings'): string {
    return Uri.joinPath(this.context.extensionUri, 'dist', 'workers', `${name}.js`).fsPath;
  }
}
