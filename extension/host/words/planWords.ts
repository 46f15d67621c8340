import { l10n } from 'vscode';
import type { PlanPurpose, StepOutcome } from '../../core/redistribute/plan';

export const planTitle = (purpose: PlanPurpose): string => {
  switch (purpose) {
    case 'repair':
      return l10n.t('Repair: Plan');
    case 'distribute':
      return l10n.t('Distribute: Plan');
    case 'updateContent':
      return l10n.t('Update Content: Plan');
    case 'remove':
      return l10n.t('Remove: Plan');
    case 'redistribute':
      return l10n.t('Redistribute: Plan');
    case 'validate':
    case 'validateDp':
      return l10n.t('Validate: Plan');
    case 'repairLibrary':
      return l10n.t('Repair Content Library: Plan');
    case 'quarantine':
      return l10n.t('Quarantine: Plan');
    case 'restore':
      return l10n.t('Undo Repair: Plan');
    case 'checkLists':
      return l10n.t('Check Lists: Plan');
    case 'cancel':
      return l10n.t('Cancel Distribution: Plan');
  }
};

/** `12 accepted, 1 failed, 1 skipped`: what came of a plan. */
export const outcomeWords = (outcomes: readonly StepOutcome[]): string => {
  const count = (kind: StepOutcome['kind']): number =>
    outcomes.filter((outcome) => outcome.kind === kind).length;
  return l10n.t(
    '{0} accepted, {1} failed, {2} skipped',
    count('accepted'),
    count('failed'),
    count('skipped'),
  );
};
