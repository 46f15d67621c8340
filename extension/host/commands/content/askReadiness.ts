import { l10n, ProgressLocation, window, workspace } from 'vscode';
import { checkReadiness } from '../../../app/checkReadiness';
import { blockingFilter } from '../../../core/impact/goal';
import { readinessUri } from '../../views/readinessDocuments';
import { readinessMessage } from '../../views/readinessText';
import type { Command } from '../command';
import { connected } from '../connected';
import { pickGoal } from '../pickGoal';

/** Asks for a goal, checks it, shows the report and offers what blocks. */
export const askReadiness: Command = async (host, args) => {
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
    return checkReadiness(known, index, goal, tell, cancel.signal).catch((error: unknown) => {
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
