import { workspace } from 'vscode';
import type { LogSettings } from '../../protocol/lsp';

const defaultTimeGap = 300;

export const logSettings = (): LogSettings => {
  const settings = workspace.getConfiguration('configmgrContent.logs');
  const timeGap = settings.get<unknown>('timeGap');
  return {
    explainErrors: settings.get<unknown>('explainErrors') !== false,
    codeLens: settings.get<unknown>('codeLens') !== false,
    timeGap: typeof timeGap === 'number' && timeGap >= 0 ? timeGap : defaultTimeGap,
  };
};
