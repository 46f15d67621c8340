import { l10n, window } from 'vscode';
import type { Finding } from '../../../core/reconcile/finding';
import { verdictWords } from '../../words/verdictWords';
import type { ConnectedSite } from '../connected';

/** Asks for one of a package's DPs; undefined when the user leaves. */
export const pickDpOfPackage = async (
  { known }: ConnectedSite,
  packageId: string,
  pairs: readonly Finding[],
): Promise<Finding | undefined> => {
  const { index } = known.session.state;
  if (index === undefined) return undefined;
  const choices = pairs
    .map((pair) => ({
      label: index.dpName(pair.dp),
      description: verdictWords(pair.verdict),
      detail: pair.reason,
      pair,
    }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const placeHolder = l10n.t('Distribution point of {0}', index.packageName(packageId));
  return (await window.showQuickPick(choices, { placeHolder, matchOnDescription: true }))?.pair;
};
