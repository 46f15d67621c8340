import { l10n } from 'vscode';
import type { Command } from '../command';
import { connected } from '../connected';
import { comparedNodes } from './comparedNodes';
import { pickPackage } from './pickCompared';

/** One package on every DP. */
export const compareAcrossDps: Command = async (host, args) => {
  const chosen = connected(host, args);
  const [first] = comparedNodes(host, chosen, args).packageIds;
  const packageId =
    first ?? (await pickPackage(chosen, l10n.t('Package to compare across distribution points')));
  if (packageId !== undefined) await host.comparisons.show(chosen.known, { kind: 'package', packageId });
};
