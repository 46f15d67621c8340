import { l10n, window } from 'vscode';
import type { KnownSite } from '../../../app/knownSite';
import { subjectOf, type Acknowledgement } from '../../../core/acknowledge/acknowledgement';
import { canAcknowledge } from '../../../core/reconcile/tally';
import { acknowledgedUntil } from '../../words/acknowledgedWords';
import { chosenPairs } from '../chosen';
import type { Command } from '../command';
import { connected, marksOf } from '../connected';

/** Lets findings count again. One that is about more than what was chosen is only removed when that is said. */
export const countAgain: Command = async (host, args) => {
  const chosen = connected(host, args);
  const marks = marksOf(host, chosen.known);
  const pairs = await chosenPairs(host, chosen, args, ({ verdict }) => canAcknowledge(verdict));
  const found = new Map(
    pairs
      .flatMap((finding) => marks.about(finding))
      .map(({ acknowledgement }) => [subjectOf(acknowledgement), acknowledgement]),
  );
  if (found.size === 0) {
    void window.showInformationMessage(l10n.t('Nothing that was chosen is acknowledged.'));
    return;
  }
  const removed = await confirmed([...found.values()], chosen.known);
  if (removed === undefined || removed.length === 0) return;
  await marks.acknowledgements.remove(removed);
  void window.setStatusBarMessage(l10n.t('Removed {0} acknowledgements.', removed.length), 5_000);
};

const confirmed = async (
  found: readonly Acknowledgement[],
  known: KnownSite,
): Promise<readonly Acknowledgement[] | undefined> => {
  const isOfOnePair = ({ packageId, dp }: Acknowledgement): boolean =>
    packageId !== undefined && dp !== undefined;
  if (found.every(isOfOnePair)) return found;
  const choices = found.map((acknowledgement) => ({
    label: aboutWords(acknowledgement, known),
    description: acknowledgement.ticket ?? '',
    detail: `${acknowledgement.reason} (${acknowledgement.by}, ${acknowledgedUntil(acknowledgement)})`,
    picked: isOfOnePair(acknowledgement),
    acknowledgement,
  }));
  const picked = await window.showQuickPick(choices, {
    title: l10n.t('Remove Acknowledgement'),
    placeHolder: l10n.t('Some are about more than what was chosen: which are removed?'),
    canPickMany: true,
  });
  return picked?.map(({ acknowledgement }) => acknowledgement);
};

const aboutWords = ({ packageId, dp }: Acknowledgement, { session }: KnownSite): string => {
  const name =
    packageId === undefined ? undefined : (session.state.index?.packageName(packageId) ?? packageId);
  if (name === undefined) return l10n.t('Everything on {0}', dp ?? '');
  return dp === undefined ? l10n.t('{0} on every distribution point', name) : l10n.t('{0} on {1}', name, dp);
};
