import { commands, l10n, ProgressLocation, window, workspace } from 'vscode';
import type { CheckedRules } from '../../../core/statusRules/check/rulesReport';
import type { Command } from '../command';
import { connected, type ConnectedSite } from '../connected';

/** Reads the site's status filter rules, and shows what is wrong with them as a document. */
export const checkRules: Command = async (host, args) => {
  const chosen = connected(host, args);
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Reading the status filter rules of {0}', chosen.known.name),
    cancellable: true,
  };
  const checked = await window.withProgress(options, (_progress, token) => {
    const cancel = new AbortController();
    token.onCancellationRequested(() => cancel.abort());
    return read(chosen, cancel.signal);
  });
  const { rulesReport } = await import('../../../core/statusRules/check/rulesReport.js');
  const content = rulesReport(checked);
  const document = await workspace.openTextDocument({ language: 'markdown', content });
  await window.showTextDocument(document);
  // To read; the text beside it is for a ticket. A VS Code without its Markdown preview has the text.
  void commands.executeCommand('markdown.showPreviewToSide', document.uri).then(undefined, () => undefined);
};

const read = async ({ site, facts }: ConnectedSite, signal: AbortSignal): Promise<CheckedRules> => {
  const { info, clock, computers } = site.connection;
  if (computers === undefined) throw new Error(l10n.t('This connection has no way to the SMS Provider.'));
  const { checkStatusRules } = await import('../../../app/statusRules/checkStatusRules.js');
  const { distributionPoints } = facts.inventory;
  return checkStatusRules({ info, clock, wmi: computers.wmi }, distributionPoints, signal);
};
