import { l10n, window } from 'vscode';
import type { KnownSite } from '../../../app/knownSite';
import type { Host } from '../../host';
import type { Command } from '../command';
import { siteOf } from '../connected';
import { addSite } from './addSite';

/** Connects to the site under the pointer; without one, asks which, and offers to add one. */
export const connectSite: Command = async (host, args) => {
  const [first] = args;
  const site = first === undefined ? await pickSite(host) : siteOf(host, args);
  if (site === 'add') await addSite(host, []);
  else if (site !== undefined) await host.connections.connect(site);
};

const pickSite = async ({ sites }: Host): Promise<KnownSite | 'add' | undefined> => {
  const configured = sites.all.filter(({ isConfigured }) => isConfigured);
  if (configured.length === 0) return 'add';
  const choices = [
    ...configured.map((site) => ({
      label: site.name,
      description: site.session.state.phase === 'connected' ? l10n.t('connected') : '',
      site,
    })),
    { label: l10n.t('$(add) Add a site…'), description: '', site: 'add' as const },
  ];
  const chosen = await window.showQuickPick(choices, { placeHolder: l10n.t('Site to connect to') });
  return chosen?.site;
};
