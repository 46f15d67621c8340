import { workspace } from 'vscode';
import { biasPolicies } from '../../core/logs/time/utcOf';
import type { LogSettings } from '../../protocol/lsp';

const defaultTimeGap = 300;

export const logSettings = (): LogSettings => {
  const settings = workspace.getConfiguration('configmgrContent.logs');
  const timeGap = settings.get<unknown>('timeGap');
  const bias = settings.get<unknown>('bias');
  return {
    explainErrors: settings.get<unknown>('explainErrors') !== false,
    codeLens: settings.get<unknown>('codeLens') !== false,
    bias: biasPolicies.find((policy) => policy === bias) ?? 'auto',
    timeGap: typeof timeGap === 'number' && timeGap >= 0 ? timeGap : defaultTimeGap,
  };
};
