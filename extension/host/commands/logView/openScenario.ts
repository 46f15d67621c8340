import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { l10n, window, type QuickPickItem } from 'vscode';
import { logScenarios, scenarioFiles, type LogScenario } from '../../../core/logs/view/scenarios';
import type { Command } from '../command';

/** Asks for a scenario and the folder of its logs, here or on a share, and shows them as one by time. */
export const openScenario: Command = async ({ logViews }) => {
  const scenario = await pickScenario();
  if (scenario === undefined) return;
  const folder = await askFolder(scenario);
  if (folder === undefined || folder.trim() === '') return;
  const names = await namesIn(folder.trim());
  const files = scenarioFiles(scenario, names);
  if (files.length === 0)
    throw new Error(
      l10n.t(
        '{0} has none of the logs of this scenario: {1}. Choose another folder.',
        folder,
        scenario.files.join(', '),
      ),
    );
  await logViews.show(
    files.map((file) => path.join(folder.trim(), file)),
    titleOf(scenario),
  );
};

const pickScenario = async (): Promise<LogScenario | undefined> => {
  const items = logScenarios.map((scenario): QuickPickItem & { readonly scenario: LogScenario } => ({
    label: titleOf(scenario),
    description: scenario.files.map((file) => file.replace(/\.log$/, '')).join(', '),
    scenario,
  }));
  const chosen = await window.showQuickPick(items, { placeHolder: l10n.t('Logs of which scenario') });
  return chosen?.scenario;
};

const askFolder = (scenario: LogScenario): Thenable<string | undefined> =>
  window.showInputBox({
    title: titleOf(scenario),
    prompt: l10n.t('Folder of the logs, on this computer or on a share'),
    placeHolder: scenario.folder,
    ignoreFocusOut: true,
  });

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      l10n.t('{0} could not be listed: {1}. Check the path, and that this account may read it.', folder, why),
      { cause: error },
    );
  }
};

const titleOf = ({ id }: LogScenario): string => {
  switch (id) {
    case 'distribution':
      return l10n.t('Distribution Logs');
    case 'validation':
      return l10n.t('Content Validation Logs');
    case 'pullDp':
      return l10n.t('Pull DP Logs');
    case 'clientDownload':
      return l10n.t('Client Download Logs');
  }
};
