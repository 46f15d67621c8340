/** Every command of the extension; package.json, its titles and the registrations are held to this list. */
export const commandIds = [
  'configmgrContent.site.connectDemo',
  'configmgrContent.site.disconnect',
  'configmgrContent.site.refresh',
  'configmgrContent.site.stopReading',
  'configmgrContent.content.findMissing',
  'configmgrContent.content.redistribute',
  'configmgrContent.content.validate',
  'configmgrContent.content.cancelDistribution',
  'configmgrContent.content.showEvidence',
  'configmgrContent.content.copyEvidence',
  'configmgrContent.dp.validate',
  'configmgrContent.plan.show',
  'configmgrContent.plan.confirm',
  'configmgrContent.plan.stop',
  'configmgrContent.tree.filter',
  'configmgrContent.tree.clearFilter',
  'configmgrContent.tree.showMore',
  'configmgrContent.tree.reveal',
  'configmgrContent.tree.copyName',
  'configmgrContent.trace.show',
] as const;

export type CommandId = (typeof commandIds)[number];
