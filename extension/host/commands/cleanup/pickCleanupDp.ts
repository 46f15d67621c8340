import { l10n, window } from 'vscode';
import type { DistributionPoint } from '../../../core/content/distributionPoint';
import type { Host } from '../../host';
import { comparedNodes } from '../compare/comparedNodes';
import { pickDp } from '../compare/pickCompared';
import type { ConnectedSite } from '../connected';

/** The DP that a command of the cleanup was started on, or one that is asked for. */
export const pickCleanupDp = async (
  host: Host,
  chosen: ConnectedSite,
  args: readonly unknown[],
): Promise<DistributionPoint | undefined> => {
  const [first] = comparedNodes(host, chosen, args).dps;
  const dp =
    first ?? (await pickDp(chosen, l10n.t('Distribution point whose content library is cleaned up')));
  return dp === undefined ? undefined : chosen.known.session.state.index?.dps.get(dp);
};

/** Before that the tool stops at packages that are not fully installed. `undefined`: not told; null: given up. */
export const askRelease = async (siteVersion: string | undefined): Promise<number | undefined | null> => {
  const picked = await window.showQuickPick(
    [
      { label: l10n.t('2107 or later'), release: 2107 },
      { label: l10n.t('Before 2107'), release: 2103 },
      { label: l10n.t('Not known'), description: l10n.t('treated as one before 2107'), release: undefined },
    ],
    {
      placeHolder:
        siteVersion === undefined
          ? l10n.t('Release of Configuration Manager')
          : l10n.t('Release of Configuration Manager (the site says version {0})', siteVersion),
    },
  );
  return picked === undefined ? null : picked.release;
};
