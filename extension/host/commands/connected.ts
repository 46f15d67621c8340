import { l10n } from 'vscode';
import type { OpenSite } from '../../app/siteSession';
import type { SiteFacts } from '../../core/reconcile/siteFacts';
import type { Host } from '../host';

/** The connected site and what was read of it. Throws with the next step when there is none. */
export const connected = ({
  session,
}: Pick<Host, 'session'>): { readonly site: OpenSite; readonly facts: SiteFacts } => {
  const { site, state } = session;
  if (site === undefined) throw new Error(l10n.t('No site is connected. Open the demo site first.'));
  if (state.facts === undefined)
    throw new Error(l10n.t('The site has not been read yet. Wait for it, or refresh.'));
  return { site, facts: state.facts };
};
