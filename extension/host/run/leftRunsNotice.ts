import { commands, l10n, window, type LogOutputChannel } from 'vscode';
import type { KnownSites } from '../../app/knownSites';
import type { CommandId } from '../commands/commandIds';
import type { WindowRuns } from './windowRuns';

const goOn: CommandId = 'configmgrContent.run.continue';

/** Says of a site that was connected to that runs of it were left; the result ends it. */
export const noticeLeftRuns = (sites: KnownSites, runs: WindowRuns, trace: LogOutputChannel): (() => void) =>
  sites.onDidChange((known, state, before) => {
    const { site } = known.session;
    // A demo site is another one each time.
    if (state.phase !== 'connected' || before.phase === 'connected' || site === undefined) return;
    if (!runs.isDemo(site))
      void tellLeft(runs, site.connection.info.siteCode).catch((error: unknown) =>
        trace.warn(`Runs were not looked for: ${String(error)}`),
      );
  });

const tellLeft = async (runs: WindowRuns, siteCode: string): Promise<void> => {
  const { leftRuns } = await import('../../app/run/listRuns.js');
  const left = await leftRuns(await runs.journals(false), siteCode);
  if (left.length === 0) return;
  const choose = l10n.t('Continue Run…');
  const message = l10n.t(
    'Runs of site {0} were left before their end: {1}. What was written is not written again.',
    siteCode,
    left.join(', '),
  );
  if ((await window.showWarningMessage(message, choose)) === choose) await commands.executeCommand(goOn);
};
