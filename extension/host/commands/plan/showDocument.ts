import { l10n } from 'vscode';
import { openPlanDocument } from '../../plans/planFile';
import type { Command } from '../command';

/** Opens the plan that is shown as a document: to be reviewed, edited down, saved and opened again. */
export const showDocument: Command = async ({ plans }) => {
  const { plan } = plans.state;
  if (plan === undefined) throw new Error(l10n.t('There is no plan. Make one from the missing content.'));
  await openPlanDocument(plan);
};
