import { l10n } from 'vscode';
import { resolveSelection } from '../../../app/resolveSelection';
import type { Finding } from '../../../core/reconcile/finding';
import { chosenOf } from '../chosen';
import { comparedNodes } from '../compare/comparedNodes';
import { pickPackage } from '../compare/pickCompared';
import type { Command } from '../command';
import { connected, type ConnectedSite } from '../connected';
import type { Host } from '../../host';
import { proposePlan } from '../proposeWrites';

/** Each goes to all its DPs: more than this nobody means to send at once. */
const mostPackages = 20;

/** Plans to read packages from their sources again; each goes to all its DPs, whichever were chosen. */
export const updateContent: Command = async (host, args) => {
  const chosen = connected(host, args);
  const packageIds = await chosenPackages(host, chosen, args);
  if (packageIds.length > mostPackages)
    throw new Error(
      l10n.t(
        'The content of {0} packages would be updated, each on all its distribution points. Choose at most {1}.',
        packageIds.length,
        mostPackages,
      ),
    );
  if (packageIds.length === 0) return;
  const pairs: Finding[] = [];
  for (const packageId of packageIds) {
    const ofPackage = await chosen.known.pairs.of({ packageId });
    if (ofPackage === undefined)
      throw new Error(
        l10n.t('Which distribution points have the package could not be read. Refresh the site.'),
      );
    pairs.push(...ofPackage.values());
  }
  await proposePlan(host, chosen, 'updateContent', pairs);
};

const chosenPackages = async (
  host: Host,
  chosen: ConnectedSite,
  args: readonly unknown[],
): Promise<readonly string[]> => {
  const from = chosenOf(args, host.view);
  if (from.kind === 'rows') {
    const { signal } = new AbortController();
    const rows = await resolveSelection(chosen.site.findings, from.selection, signal);
    return [...new Set(rows.map(({ packageId }) => packageId))];
  }
  const { packageIds } = comparedNodes(host, chosen, args);
  if (packageIds.length > 0) return packageIds;
  const picked = await pickPackage(chosen, l10n.t('Package whose content is to be updated'));
  return picked === undefined ? [] : [picked];
};
