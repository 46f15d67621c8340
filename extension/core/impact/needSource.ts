/** What tells who needs content. A site may lack each of them. */
export const needSources = [
  'taskSequences',
  'references',
  'deployments',
  'advertisements',
  'assignments',
  'boundaryGroups',
] as const;

export type NeedSource = (typeof needSources)[number];

/** What it is, where it could not be read. */
export const needSourceWords: Readonly<Record<NeedSource, string>> = {
  taskSequences: 'task sequences (v_TaskSequencePackage)',
  references: 'references of task sequences (v_TaskSequencePackageReferences, v_TaskSequenceReferencesInfo)',
  deployments: 'deployments (v_DeploymentSummary)',
  advertisements: 'deployments of packages and task sequences (v_Advertisement)',
  assignments: 'deployments of applications (v_ApplicationAssignment)',
  boundaryGroups: 'boundary groups (vSMS_BoundaryGroup, vSMS_BoundaryGroupSiteSystems)',
};
