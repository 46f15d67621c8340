import { commands, l10n, ProgressLocation, window, workspace } from 'vscode';
import type { TestedConnection } from '../../../app/testConnection';
import type { KnownSite } from '../../../app/knownSite';
import type { ConnectionProfile } from '../../../core/connection/profile';
import type { Host } from '../../host';
import { powerShellPath, requireTrust } from '../../site/liveOpener';
import { passwordOf } from '../../site/sitePasswords';
import { siteProfiles } from '../../site/siteSettings';
import type { Command } from '../command';
import { siteOf } from '../connected';

/** Tries a connection of its own for each capability, and shows the report as a document. */
export const testConnection: Command = async (host, args) => {
  const site = siteOf(host, args);
  const profile = siteProfiles().profiles.find(({ id }) => id === site?.key);
  if (site === undefined || profile === undefined)
    throw new Error(l10n.t('Choose a site of the settings to test. The demo site needs no rights.'));
  requireTrust();
  const dp = await pickDp(site);
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Testing the connection to {0}', site.name),
    cancellable: true,
  };
  const tested = await window.withProgress(options, (_progress, token) => {
    const cancel = new AbortController();
    token.onCancellationRequested(() => cancel.abort());
    return tryAll(host, profile, dp, cancel.signal);
  });
  const { capabilityReport } = await import('../../../core/connection/capabilityReport.js');
  const content = capabilityReport({ site: site.name, testedAt: Date.now(), ...tested });
  const document = await workspace.openTextDocument({ language: 'markdown', content });
  await window.showTextDocument(document);
  // To read; the text beside it is for a ticket. A VS Code without its Markdown preview has the text.
  void commands.executeCommand('markdown.showPreviewToSide', document.uri).then(undefined, () => undefined);
};

/** undefined: no DP is to be tried, or none is known. */
const pickDp = async ({ session }: KnownSite): Promise<string | undefined> => {
  const dps = [...(session.state.index?.dps.values() ?? [])].filter(({ isCloud }) => !isCloud);
  if (dps.length === 0) return undefined;
  const none = { label: l10n.t('$(circle-slash) None'), description: l10n.t('The site alone is tested') };
  const choices = [none, ...dps.map(({ serverName }) => ({ label: serverName, description: '' }))];
  const placeHolder = l10n.t('Distribution point to test management on');
  const chosen = await window.showQuickPick(choices, { placeHolder });
  return chosen === undefined || chosen === none ? undefined : chosen.label;
};

const tryAll = async (
  { secrets }: Pick<Host, 'secrets'>,
  profile: ConnectionProfile,
  dp: string | undefined,
  signal: AbortSignal,
): Promise<TestedConnection> => {
  try {
    const password = profile.authentication === 'windows' ? '' : await passwordOf(secrets, profile);
    // With them come all questions and the drivers, which the start of a window does not need.
    const { testConnection: test } = await import('../../../app/testConnection.js');
    const { featureNeeds } = await import('../../../queries/features.js');
    const { openLiveSite } = await import('../../../live/openLiveSite.js');
    const site = await openLiveSite(profile, password, powerShellPath(), signal);
    try {
      return await test(site, featureNeeds, dp, signal);
    } finally {
      await site.close();
    }
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return { results: [{ capability: 'sqlRead', state: 'missing', cause }], gaps: [] };
  }
};
