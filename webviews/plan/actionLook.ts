import type { PlanPurpose } from '../../extension/core/redistribute/plan';
import type { IconName } from '../shared/icon';

export const actionIcons: Readonly<Record<PlanPurpose, IconName>> = {
  repair: 'wrench',
  redistribute: 'send',
  distribute: 'diff-added',
  updateContent: 'sync',
  validate: 'checklist',
  validateDp: 'checklist',
  repairLibrary: 'wrench',
  quarantine: 'archive',
  restore: 'discard',
  checkLists: 'checklist',
  cancel: 'stop-circle',
  remove: 'trash',
};
