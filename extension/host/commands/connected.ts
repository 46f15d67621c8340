import { l10n } from 'vscode';
import type { KnownSite } from '../../app/knownSite';
import type { SiteMarks } from '../../app/siteMarks';
import type { OpenSite } from '../../app/siteSession';
import type { SiteFacts } from '../../core/reconcile/siteFacts';
import { siteKeyOf, type SiteNode } from '../../core/siteTree/node';
import type { Host } from '../host';

/**
 * The site that a command is about: of the node under the pointer, of the page that started it (it gives the
 * site's key), of what is selected in the tree, or the one chosen last.
 */
export const siteOf = (
  { sites, view }: Pick<Host, 'sites' | 'view'>,
  [first, second]: readonly unknown[],
): KnownSite | undefined => {
  if (typeof second === 'string') return sites.of(second);
  const node = isNode(first) ? first : first === undefined ? view.selection[0] : undefined;
  return node === undefined ? sites.current : sites.of(siteKeyOf(node));
};

const isNode = (value: unknown): value is SiteNode =>
  typeof value === 'object' && value !== null && 'kind' in value && 'parent' in value;

export interface ConnectedSite {
  readonly known: KnownSite;
  readonly site: OpenSite;
  readonly facts: SiteFacts;
}

/** The acknowledgements and the history of a site. Throws with the next step when they have no place. */
export const marksOf = ({ marks }: Pick<Host, 'marks'>, site: KnownSite): SiteMarks => {
  const found = marks.of(site);
  if (found === undefined)
    throw new Error(l10n.t('Acknowledgements have no place to be kept at. Check the settings.'));
  return found;
};

/** That site, connected, and what was read of it. Throws with the next step when there is none. */
export const connected = (host: Pick<Host, 'sites' | 'view'>, args: readonly unknown[]): ConnectedSite => {
  const known = siteOf(host, args);
  const { site, state } = known?.session ?? {};
  if (known === undefined || site === undefined || state === undefined)
    throw new Error(l10n.t('No site is connected. Connect to one, or open the demo site.'));
  if (state.facts === undefined)
    throw new Error(l10n.t('The site has not been read yet. Wait for it, or refresh.'));
  return { known, site, facts: state.facts };
};
