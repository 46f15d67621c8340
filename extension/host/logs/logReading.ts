import { workspace } from 'vscode';
import { ansiCodePages, defaultCodePage } from '../../core/logs/codePages';
import { biasPolicies } from '../../core/logs/time/utcOf';
import type { LogReading } from '../../protocol/logWorker';

const section = 'configmgrContent.logs';
export const readingSettings: readonly string[] = [`${section}.bias`, `${section}.codePage`];

/** How logs are read, by the settings. */
export const logReading = (): LogReading => {
  const settings = workspace.getConfiguration(section);
  const [bias, codePage] = [settings.get<unknown>('bias'), settings.get<unknown>('codePage')];
  return {
    bias: biasPolicies.find((policy) => policy === bias) ?? 'auto',
    codePage: ansiCodePages.find((page) => page === codePage) ?? defaultCodePage,
  };
};
