import { l10n, window } from 'vscode';
import { forgetPassword } from '../../site/sitePasswords';
import { removeProfile } from '../../site/siteSettings';
import type { Command } from '../command';
import { siteOf } from '../connected';

/** Takes a site out of the settings, with its password. Nothing changes at the site. */
export const forgetSite: Command = async (host, args) => {
  const site = siteOf(host, args);
  if (site === undefined || !site.isConfigured) return;
  const forget = l10n.t('Forget');
  const detail = l10n.t(
    'Its connection, password and shown data are removed here. Nothing changes at the site.',
  );
  const answer = await window.showWarningMessage(
    l10n.t('Forget the site {0}?', site.name),
    { modal: true, detail },
    forget,
  );
  if (answer !== forget) return;
  await host.connections.disconnect(site);
  await forgetPassword(host.secrets, site.key);
  await removeProfile(site.key);
};
