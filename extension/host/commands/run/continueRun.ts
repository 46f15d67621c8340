import { l10n, window } from 'vscode';
import { isLeft, pickRun } from '../../run/pickRun';
import type { Command } from '../command';

/** Goes on with a run that was left: by a window that closed, or a program that ended. */
export const continueRun: Command = async ({ runs, sites }) => {
  const run = await pickRun(runs, isLeft);
  if (run === undefined) return;
  const { siteCode } = run.state.plan;
  const site = sites.all
    .map(({ session }) => session.site)
    .find(
      (open) =>
        open !== undefined && open.connection.info.siteCode === siteCode && runs.isDemo(open) === run.ofDemo,
    );
  if (site === undefined)
    throw new Error(l10n.t('Connect to site {0} first: this run is of that site.', siteCode));
  await runs.goOn(site, run.id);
  void window.showInformationMessage(l10n.t('The run goes on: {0}.', run.id));
};
