import { l10n, window, workspace } from 'vscode';
import type { SiteState } from '../../../app/siteState';
import { listPackages } from '../../../core/siteTree/listing';
import { needsUri } from '../../views/readinessDocuments';
import { chosenOf } from '../chosen';
import type { Command } from '../command';
import { connected } from '../connected';

/** Opens a report on the task sequences and deployments that need a package. */
export const showNeeds: Command = async (host, args) => {
  const { known } = connected(host, args);
  const chosen = chosenOf(args, host.view);
  const [node] = chosen.kind === 'nodes' ? chosen.nodes : [];
  const packageId =
    node?.kind === 'package' || node?.kind === 'pair'
      ? node.packageId
      : await pickPackage(known.session.state);
  if (packageId === undefined) return;
  const document = await workspace.openTextDocument(needsUri(known.key, packageId));
  await window.showTextDocument(document, { preview: true });
};

const pickPackage = async ({ index, summary }: SiteState): Promise<string | undefined> => {
  if (index === undefined) return undefined;
  const choices = listPackages(index, summary, undefined).map((packageId) => ({
    label: index.packageName(packageId),
    description: packageId,
  }));
  const options = { placeHolder: l10n.t('Package'), matchOnDescription: true };
  return (await window.showQuickPick(choices, options))?.description;
};
