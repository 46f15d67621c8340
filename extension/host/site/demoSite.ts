import { Uri, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { DemoSiteClient, demoSiteOptions } from '../../adapters/demo/demoSite';
import type { OpenSite, SiteSession } from '../../app/siteSession';
import { startFindings } from '../../workers/findings/startFindings';
import { demoFaults, demoSize } from './demoSettings';

/** Where a window remembers that it was connected, for a reload. */
const memory = 'connectedTo';

/** The demo site of this window; its workers start when it is connected to, and end with it. */
export class DemoSite {
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

  /** Connects again after a reload, or because the window was started for the demo; while connected, nothing. */
  resume(): void {
    const wanted =
      process.env.CONFIGMGR_CONTENT_DEMO !== undefined || this.context.workspaceState.get(memory) === 'demo';
    if (wanted && this.session.state.phase === 'none') void this.connect();
  }

  private async open(signal: AbortSignal): Promise<OpenSite> {
    const size = demoSize(workspace.getConfiguration('configmgrContent'), process.env);
    this.trace.info(`Opening the demo site (${size}).`);
    const options = demoSiteOptions({ size, faults: demoFaults(process.env) });
    const connection = await DemoSiteClient.start(this.worker('demoSite'), options, signal);
    const running = startFindings(this.worker('findings'));
    return {
      connection,
      findings: running.findings,
      close: async () => {
        await Promise.all([connection.close(), running.dispose()]);
      },
    };
  }

  private worker(name: 'demoSite' | 'findings'): string {
    return Uri.joinPath(this.context.extensionUri, 'dist', 'workers', `${name}.js`).fsPath;
  }
}
