/** What a plan rests on beside the findings. One that was not read never allows a write, and invents nothing. */
export type PlanFactSource =
  /** v_PackageStatusDistPointsSumm. */
  | 'summaries'
  /** vSMS_DistributionJob: what is on its way. */
  | 'openJobs'
  /** vPullDPFullMap. */
  | 'pullSources'
  /** v_PackageStatus, Type 1. */
  | 'siteCopies'
  /** v_DistributionPointInfo: RateLimitsEnabled, AddressScheduleEnabled. */
  | 'limits'
  /** v_DistributionPointInfo.MaintenanceMode, from release 1902 on. */
  | 'maintenance'
  /** v_DistributionPointDriveInfo. */
  | 'freeSpace'
  /** v_SiteSystemSummarizer. */
  | 'availability'
  /** vSMS_DistributionJob: how long finished jobs took. */
  | 'throughput'
  /** vSMS_SC_Address_SDK. */
  | 'schedules'
  /** Status messages that speak against sending. */
  | 'troubles'
  /** Results on DPs with a suspect cycle since that cycle. */
  | 'samples';

const words: Readonly<Record<PlanFactSource, string>> = {
  summaries: 'how the pairs stand (v_PackageStatusDistPointsSumm): nothing that needs it is planned',
  openJobs: 'distribution jobs (vSMS_DistributionJob): what is on its way is told by the summarizer alone',
  pullSources: 'the source DPs of pull DPs (vPullDPFullMap): whether they have the content is not known',
  siteCopies: "the site's own copies (v_PackageStatus): whether they are whole is not known",
  limits: 'rate limits and schedules of the DPs (v_DistributionPointInfo): times may be longer',
  maintenance: 'maintenance mode (v_DistributionPointInfo, from release 1902 on)',
  freeSpace: "free space of the DPs' drives (v_DistributionPointDriveInfo)",
  availability: 'availability of the DPs (v_SiteSystemSummarizer)',
  throughput: 'how fast earlier jobs were (vSMS_DistributionJob): no time is estimated',
  schedules: 'the hours of rate limits and schedules (vSMS_SC_Address_SDK)',
  troubles: 'status messages about sources, disks and connections',
  samples: 'results on DPs with a suspect cycle since it: samples of them are validated again',
};

/** What was not read, and what that leaves unknown. */
export const planFactWords = (source: PlanFactSource): string => words[source];
