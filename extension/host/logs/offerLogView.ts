import { stat } from 'node:fs/promises';
import path from 'node:path';
import { l10n, TabInputText, window, type Disposable, type Tab } from 'vscode';
import type { LogPanels } from './logPanels';

/** VS Code neither colours larger files nor shows them to language servers. */
const large = 20 * 1024 * 1024;

/** Offers the log view for each large log that is opened as text, once a window. */
export const offerLogView = (logs: LogPanels): Disposable => {
  const offered = new Set<string>();
  const look = async ({ input }: Tab): Promise<void> => {
    if (!(input instanceof TabInputText) || input.uri.scheme !== 'file') return;
    const file = input.uri.fsPath;
    if (!/\.lo[g_]$/i.test(file) || offered.has(file)) return;
    offered.add(file);
    const { size } = await stat(file).catch(() => ({ size: 0 }));
    if (size <= large) return;
    const open = l10n.t('Open in Log View');
    const told = l10n.t(
      '{0} is too large for colours and hovers. The log view shows it.',
      path.basename(file),
    );
    if ((await window.showInformationMessage(told, open)) === open) await logs.show([file], '');
  };
  for (const { activeTab } of window.tabGroups.all) if (activeTab !== undefined) void look(activeTab);
  return window.tabGroups.onDidChangeTabs(({ opened }) => opened.forEach((tab) => void look(tab)));
};
