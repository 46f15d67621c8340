import { l10n } from 'vscode';
import type { Command } from '../command';
import { connected } from '../connected';
import { comparedNodes } from './comparedNodes';
import { pickDp } from './pickCompared';

/** What a DP holds beside what its groups ask for. */
export const compareWithGroups: Command = async (host, args) => {
  const chosen = connected(host, args);
  const [first] = comparedNodes(host, chosen, args).dps;
  const dp = first ?? (await pickDp(chosen, l10n.t('Distribution point to compare with its groups')));
  if (dp !== undefined) await host.comparisons.show(chosen.known, { kind: 'dpDrift', dp });
};
