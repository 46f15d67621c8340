import { commands, l10n, window, type LogOutputChannel } from 'vscode';
import type { KnownSites } from '../app/knownSites';
import type { CommandId } from './commands/commandIds';

/** Says once, with what can be done about it, that the site could not be read. The result ends that. */
export const noticeProblems = (sites: KnownSites, trace: LogOutputChannel): (() => void) =>
  sites.onDidChange((site, { problem, touched }, before) => {
    if (problem === undefined || problem === before.problem) return;
    trace.error(problem);
    // Whoever refreshed is told again; parts of the site are read unasked, as often as they change.
    const isWhole = touched.some(({ dp, packageId }) => dp === undefined && packageId === undefined);
    if (!isWhole && problem.message === before.problem?.message) return;
    void offer(site.isConfigured ? `${site.name}: ${problem.message}` : problem.message, site.key);
  });

const offer = async (message: string, site: string): Promise<void> => {
  const again = l10n.t('Try Again');
  const details = l10n.t('Show Details');
  const chosen = await window.showErrorMessage(message, again, details);
  if (chosen === again) await run('configmgrContent.site.refresh', undefined, site);
  if (chosen === details) await run('configmgrContent.trace.show');
};

const run = async (command: CommandId, ...args: readonly unknown[]): Promise<void> => {
  await commands.executeCommand(command, ...args);
};
