import type { FactSource } from './siteFacts';

/** What a source of facts is, where it could not be read. */
export const sourceWords = (source: FactSource): string => {
  switch (source) {
    case 'targets':
      return 'v_DistributionPoint';
    case 'distributionPoints':
      return 'whether the DP validates (HealthCheckEnabled)';
    case 'packages':
      return "the package's size, versions or action";
    case 'groups':
      return 'distribution point groups';
    case 'sizes':
      return 'v_Content';
    case 'predefinedPackages':
      return 'which packages are predefined or hidden (v_SmsPackage)';
    case 'contents':
      return 'vSMS_Content';
    case 'summaries':
      return 'v_PackageStatusDistPointsSumm';
    case 'statuses':
      return 'vSMS_DistributionDPStatus';
    case 'contentStates':
      return 'v_ContentDistribution';
    case 'validatedVersions':
      return 'v_ContentDistributionVersions';
    case 'jobs':
      return 'vSMS_DistributionJob';
    case 'messages':
      return 'status messages';
  }
};

const listed: Readonly<Record<FactSource, string>> = {
  targets: 'targets',
  distributionPoints: 'distribution points',
  packages: 'packages',
  groups: 'distribution point groups',
  sizes: 'sizes of packages',
  predefinedPackages: 'packages',
  contents: 'content of packages',
  summaries: 'states of distributions',
  statuses: 'content status',
  contentStates: 'content states',
  validatedVersions: 'validated versions',
  jobs: 'distribution jobs',
  messages: 'status messages',
};

/** Said where a site shows only what an administrative user's roles show; undefined where it shows all. */
export const scopeWords = (scoped: Iterable<FactSource> = []): string | undefined => {
  const names = [...new Set(Array.from(scoped, (source) => listed[source]))];
  return names.length === 0
    ? undefined
    : `Read by the roles of the account (fn_rbac_*): ${names.join(', ')}. More may be there than is shown: that is unknown, not absent.`;
};
