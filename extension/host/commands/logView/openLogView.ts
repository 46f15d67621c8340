import path from 'node:path';
import { l10n, TabInputCustom, TabInputText, Uri, window } from 'vscode';
import type { Command } from '../command';

/** Shows the chosen logs, or the one in front; several chosen ones are merged by time. */
export const openLogView: Command = async ({ logViews }, args) => {
  const files = chosen(args) ?? inFront() ?? (await pick());
  if (files === undefined || files.length === 0) return;
  await logViews.show(files, l10n.t('{0} Logs', files.length));
};

/** The explorer gives what was clicked, and all that is selected. */
const chosen = ([clicked, selected]: readonly unknown[]): readonly string[] | undefined => {
  const all = Array.isArray(selected) && selected.length > 0 ? selected : [clicked];
  const files = all.filter((one): one is Uri => one instanceof Uri && one.scheme === 'file');
  return files.length === 0 ? undefined : files.map(({ fsPath }) => fsPath);
};

const inFront = (): readonly string[] | undefined => {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const isFile = input instanceof TabInputText || input instanceof TabInputCustom;
  return isFile && input.uri.scheme === 'file' && /\.lo[g_]$/i.test(path.basename(input.uri.fsPath))
    ? [input.uri.fsPath]
    : undefined;
};

const pick = async (): Promise<readonly string[] | undefined> => {
  const files = await window.showOpenDialog({
    canSelectMany: true,
    filters: { [l10n.t('Logs')]: ['log', 'lo_'], [l10n.t('All files')]: ['*'] },
    title: l10n.t('Open in Log View'),
  });
  return files?.map(({ fsPath }) => fsPath);
};
