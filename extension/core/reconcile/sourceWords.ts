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

/** Said where a site shows only what an administrative user's roles show; undefined where it shows all. */
export const scopeWords = (scoped: Iterable<FactSource> = []): string | undefined => {
  const words = [...new Set(Array.from(scoped, sourceWords))];
  return words.length === 0
    ? undefined
    : `Only what the roles of the account show is listed (read by fn_rbac_*: ${words.join(', ')}). What they do not show may be there all the same: it is unknown, not absent.`;
};
