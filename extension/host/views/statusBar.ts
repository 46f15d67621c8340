import { l10n, StatusBarAlignment, window, type Disposable, type StatusBarItem } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import type { KnownSites } from '../../app/knownSites';
import { problemWords } from '../words/standingWords';

/** How the connections stand, at the bottom of the window; nothing while no site was ever connected to. */
export class StatusBar implements Disposable {
  private readonly item: StatusBarItem;
  private readonly unregister: readonly (() => void)[];

  constructor(private readonly sites: KnownSites) {
    this.item = window.createStatusBarItem('configmgrContent.sites', StatusBarAlignment.Left);
    this.item.name = 'ConfigMgr Content';
    this.item.command = 'configmgrContent.tree.focus';
    const show = (): void => this.show();
    this.unregister = [sites.onDidChange(show), sites.onDidChangeSites(show)];
    this.show();
  }

  dispose(): void {
    for (const end of this.unregister) end();
    this.item.dispose();
  }

  private show(): void {
    const shown = this.sites.all.filter(
      ({ session: { state } }) => state.phase !== 'none' || state.problem !== undefined,
    );
    if (shown.length === 0) {
      this.item.hide();
      return;
    }
    this.item.text = shown.map((site) => siteText(site, shown.length > 1)).join('  ');
    this.item.tooltip = shown.map(siteLine).join('\n');
    this.item.accessibilityInformation = { label: shown.map(siteLine).join(', ') };
    this.item.show();
  }
}

/** @param named several sites are shown, which may have the same code */
const siteText = ({ name, session: { state } }: KnownSite, named: boolean): string =>
  [icon(state), ...new Set([state.info?.siteCode ?? name, ...(named ? [name] : [])])].join(' ');

const icon = ({ phase, loading, problem }: KnownSite['session']['state']): string => {
  if (phase === 'connecting' || loading) return '$(sync~spin)';
  if (problem !== undefined) return '$(warning)';
  return '$(plug)';
};

const siteLine = ({ name, session: { state } }: KnownSite): string => {
  const { phase, loading, problem, summary, info } = state;
  const site = info === undefined ? name : `${info.siteCode} · ${info.siteName}`;
  if (phase === 'connecting') return l10n.t('{0}: connecting', site);
  if (problem !== undefined)
    return phase === 'connected'
      ? l10n.t('{0}: connected, not fresh: {1}', site, problem.message)
      : l10n.t('{0}: not connected: {1}', site, problem.message);
  if (loading) return l10n.t('{0}: reading', site);
  return l10n.t('{0}: connected, {1}', site, problemWords(summary?.site.problems ?? 0));
};
