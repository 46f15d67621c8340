import { l10n, ProgressLocation, window, workspace } from 'vscode';
import { checkReadiness as check } from '../../../app/checkReadiness';
import { blockingFilter } from '../../../core/impact/goal';
import { readinessMessage, readinessUri } from '../../views/readinessDocuments';
import type { Command } from '../command';
import { connected } from '../connected';
import { pickGoal } from '../pickGoal';

/** Says whether all that a task sequence or deployment needs is proved where its clients take it from. */
export const checkReadiness: Command = async (host, args) => {
  const { known } = connected(host, args);
  const { index } = known.session.state;
  if (index === undefined) return;
  const goal = await pickGoal(index.inventory.needs);
  if (goal === undefined) return;
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Checking the content of {0}', goal.name),
    cancellable: true,
  };
  const checked = await window.withProgress(options, async (progress, token) => {
    const cancel = new AbortController();
    token.onCancellationRequested(() => cancel.abort());
    let told = 0;
    const tell = (share: number): void => {
      progress.report({ increment: 100 * (share - told) });
      told = share;
    };
    return check(known, index, goal, tell, cancel.signal).catch((error: unknown) => {
      if (cancel.signal.aborted) return undefined;
      throw error;
    });
  });
  if (checked === undefined) return;
  await window.showTextDocument(await workspace.openTextDocument(readinessUri(known.key, goal)));
  if (checked.readiness.state === 'ready') {
    void window.showInformationMessage(readinessMessage(checked));
    return;
  }
  const show = l10n.t('Show Blocking Content');
  const chosen = await window.showWarningMessage(readinessMessage(checked), show);
  if (chosen === show) host.missing.show(known, blockingFilter(goal));
};
