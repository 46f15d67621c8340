import { l10n, workspace, type LogOutputChannel, type SecretStorage } from 'vscode';
import type { SiteOpener } from '../../app/knownSite';
import type { OpenSite } from '../../app/siteSession';
import type { ConnectionProfile } from '../../core/connection/profile';
import { startFindings } from '../../workers/findings/findingsWorker';
import { passwordOf } from './sitePasswords';
import type { WorkerPath } from './workerPath';

/** Opens a site of the settings. What talks to it is loaded with the first connection. */
export class LiveOpener implements SiteOpener {
  constructor(
    private readonly profile: ConnectionProfile,
    private readonly secrets: SecretStorage,
    private readonly worker: WorkerPath,
    private readonly trace: LogOutputChannel,
  ) {}

  async open(signal: AbortSignal): Promise<OpenSite> {
    const { profile } = this;
    requireTrust();
    this.trace.info(`Connecting to ${profile.name}.`);
    const password = profile.authentication === 'windows' ? '' : await passwordOf(this.secrets, profile);
    const { openLiveSite } = await import('../../live/openLiveSite.js');
    const connection = await openLiveSite(profile, password, powerShellPath(), signal);
    const running = startFindings(this.worker('findings'));
    return {
      connection,
      findings: running.findings,
      hasEnded: () => running.findings.hasEnded(),
      close: async () => {
        await Promise.all([connection.close(), running.dispose()]);
      },
    };
  }
}

/** In a workspace that is not trusted, nothing is connected to or started. Throws with the next step. */
export const requireTrust = (): void => {
  if (!workspace.isTrusted)
    throw new Error(
      l10n.t('This workspace is not trusted, so no site is connected to. Trust it, or open the demo site.'),
    );
};

/** '' for the PowerShell of this machine. */
export const powerShellPath = (): string =>
  workspace.getConfiguration('configmgrContent').get('powerShellPath', '');
