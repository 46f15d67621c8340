import type { FactSource } from './siteFacts';

/** What a source of facts is, where it could not be read. */
export const sourceWords = (source: FactSource): string => {
  switch (source) {
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
