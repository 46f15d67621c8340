import { l10n } from 'vscode';
import { siteProfiles } from '../../site/siteSettings';
import type { Command } from '../command';
import { siteOf } from '../connected';
import { describeConnection } from './siteWizard';
import { saveAndConnect } from './addSite';

/** Changes how a site is connected to. */
export const editSite: Command = async (host, args) => {
  const site = siteOf(host, args);
  const profile = siteProfiles().profiles.find(({ id }) => id === site?.key);
  if (profile === undefined)
    throw new Error(l10n.t('Choose a site of the settings to edit. The demo site has nothing to edit.'));
  const edited = await describeConnection(host.secrets, profile);
  if (edited !== undefined) await saveAndConnect(host, edited);
};
