import { l10n, TabInputText, Uri, window, workspace } from 'vscode';
import type { Command } from '../command';

/** Analyses the logs that were chosen in the explorer, that of the editor, or all that are open; else asks for some. */
export const analyseLogs: Command = async ({ analyses }, [first, second]) => {
  const chosen = Array.isArray(second) ? second.filter((one) => one instanceof Uri) : [];
  const given = chosen.length > 0 ? chosen : first instanceof Uri ? [first] : openLogs();
  const uris = given.length > 0 ? given : await pickLogs();
  if (uris.length > 0) await analyses.show(uris);
};

/** Logs in tabs: also those that are too large for extensions to see their text. */
const openLogs = (): readonly Uri[] => {
  const uris = window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) => (input instanceof TabInputText && isLog(input.uri) ? [input.uri] : []));
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
};

const isLog = (uri: Uri): boolean =>
  /\.lo[g_]$/i.test(uri.path) ||
  workspace.textDocuments.some(
    (document) => document.languageId === 'cmtrace' && document.uri.toString() === uri.toString(),
  );

const pickLogs = async (): Promise<readonly Uri[]> =>
  (await window.showOpenDialog({
    title: l10n.t('Logs to analyse'),
    openLabel: l10n.t('Analyse'),
    canSelectMany: true,
    filters: { [l10n.t('Logs')]: ['log', 'lo_'], [l10n.t('All files')]: ['*'] },
  })) ?? [];
