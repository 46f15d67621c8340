import { l10n } from 'vscode';
import type { Command } from '../command';
import { connected } from '../connected';
import { comparedNodes } from './comparedNodes';
import { pickDp } from './pickCompared';

/** What the site targets to a DP beside the DP's WMI list and its PkgLib. */
export const compareWithLibrary: Command = async (host, args) => {
  const chosen = connected(host, args);
  const [first] = comparedNodes(host, chosen, args).dps;
  const dp =
    first ?? (await pickDp(chosen, l10n.t('Distribution point to compare with its WMI list and PkgLib')));
  if (dp !== undefined) await host.comparisons.show(chosen.known, { kind: 'library', dp });
};
