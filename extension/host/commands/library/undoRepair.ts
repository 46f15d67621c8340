import { l10n } from 'vscode';
import { planLimits } from '../../plans/planLimits';
import { pickRun } from '../../run/pickRun';
import type { Command } from '../command';
import { whilePlanning } from '../proposeWrites';

/** Shows the plan that puts back what a run took out of the lists of DPs. */
export const undoRepair: Command = async ({ runs, plans }) => {
  const run = await pickRun(runs, ({ state }) =>
    state.plan.steps.some(({ action }) => action === 'quarantine'),
  );
  if (run === undefined) return;
  const { siteCode } = run.state.plan;
  const site = runs.siteOf(siteCode, run.ofDemo);
  if (site === undefined)
    throw new Error(l10n.t('Connect to site {0} first: this run is of that site.', siteCode));
  const { caps } = planLimits();
  const plan = await whilePlanning(async (signal) => {
    const { planUndo } = await import('../../../app/library/repair/planUndo.js');
    return planUndo(run.id, run.state, site.connection, caps, signal);
  });
  if (plan !== undefined) plans.propose(plan, site);
};
