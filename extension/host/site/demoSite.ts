import { Uri, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import type { OpenSite, SiteSession } from '../../app/siteSession';

/** Where a window remembers that it was connected, for a reload. */
const memory = 'connectedTo';

/** The demo site of this window. Its code and its workers are loaded when it is first connected to. */
export class DemoSite {
  constructor(
    private readonly session: SiteSession,
    private readonly context: ExtensionContext,
    private readonly trace: LogOutputChannel,
  ) {}

  async connect(): Promise<void> {
    const size = demoSize();
    this.trace.info(`Connecting to the demo site (${size}).`);
    await this.context.workspaceState.update(memory, 'demo');
    await this.session.connect(() => this.open(size));
  }

  async disconnect(): Promise<void> {
    await this.context.workspaceState.update(memory, undefined);
    await this.session.disconnect();
  }

  /** Connects again after a reload, or because this window was started for the demo; does nothing while connected. */
  resume(): void {
    const wanted = process.env.CONFIGMGR_CONTENT_DEMO !== undefined || this.context.workspaceState.get(memory) === 'demo';
    if (wanted && this.session.state.phase === 'none') void this.connect();
  }

  async dispose(): Promise<void> {
    await this.session.disconnect();
  }
}
