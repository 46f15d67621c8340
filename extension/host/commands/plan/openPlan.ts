import { l10n, window } from 'vscode';
import type { KnownSite } from '../../../app/knownSite';
import type { Host } from '../../host';
import { pickPlanDocument } from '../../plans/planFile';
import type { Command } from '../command';

/** Shows a plan that was saved, maybe edited down, for review; its site has to be connected. */
export const openPlan: Command = async (host, [first]) => {
  const document = await pickPlanDocument(first);
  if (document === undefined) return;
  const { parsePlan } = await import('../../../core/redistribute/document/parsePlan.js');
  const parsed = parsePlan(document.getText());
  if (parsed.kind === 'refused')
    throw new Error(l10n.t('The plan cannot be used. {0}', parsed.problems.join('\n')));
  const { plan, editedFrom, removedSteps } = parsed;
  const { session } = siteWithCode(host, plan.siteCode);
  if (session.site === undefined) throw notConnected(plan.siteCode);
  host.plans.propose(plan, session.site);
  if (editedFrom !== undefined)
    void window.showInformationMessage(
      l10n.t('{0} steps were taken out of the plan; its hash is {1} now.', removedSteps, plan.hash),
    );
};

const siteWithCode = ({ sites }: Pick<Host, 'sites'>, siteCode: string): KnownSite => {
  const site = sites.all.find(
    ({ session }) => session.site?.connection.info.siteCode.toLowerCase() === siteCode.toLowerCase(),
  );
  if (site === undefined) throw notConnected(siteCode);
  return site;
};

const notConnected = (siteCode: string): Error =>
  new Error(
    l10n.t('The plan is for site {0}, which is not connected. Connect to it, then open the plan.', siteCode),
  );
