import { commands, l10n, window, type LogOutputChannel } from 'vscode';

/** Says once what is wrong with the sites of the settings, and where to put it right. */
export const settingsProblems = (trace: LogOutputChannel): ((problems: readonly string[]) => void) => {
  let told = '';
  return (problems) => {
    const text = problems.join('\n');
    if (text === told) return;
    told = text;
    const [first] = problems;
    if (first === undefined) return;
    trace.warn(text);
    void offer(first, problems.length - 1);
  };
};

const offer = async (first: string, others: number): Promise<void> => {
  const open = l10n.t('Open Settings');
  const message = others === 0 ? first : l10n.t('{0} (and {1} more, in the log)', first, others);
  if ((await window.showWarningMessage(message, open)) === open)
    await commands.executeCommand('workbench.action.openSettings', 'configmgrContent.sites');
};
