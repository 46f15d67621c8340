import { l10n, window } from 'vscode';
import { chosenPairs } from '../chosen';
import type { Command } from '../command';
import { connected } from '../connected';

/** Selects a pair in the tree, below its DP. */
export const reveal: Command = async (host, args) => {
  const chosen = connected(host, args);
  const [pair] = await chosenPairs(host, chosen, args, () => true);
  if (pair === undefined) return;
  if (!(await host.view.reveal(chosen.known, pair.packageId, pair.dp)))
    void window.showInformationMessage(
      l10n.t('The tree does not show {0} there, because the site no longer has the DP.', pair.packageId),
    );
};
