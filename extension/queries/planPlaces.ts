import type { PlanFactSource } from '../core/redistribute/planFactSource';
import text from './planPlaces.sql';
import type { NoParameters, Question } from './siteQuery';

/** Times UTC epoch milliseconds, states as raw codes. */
export interface PlanPlacesRows {
  readonly place: {
    readonly dpId: number;
    readonly limitsRate: boolean | undefined;
    readonly hasSchedule: boolean | undefined;
    /** MaintenanceMode: 1 is on; from release 1902 on. */
    readonly maintenance: number | undefined;
    readonly openJobs: number | undefined;
  };
  /** Kilobytes, whatever the columns are called (SDK, SMS_DistributionPointDriveInfo). */
  readonly drive: {
    readonly nalPath: string;
    readonly free: number | undefined;
    readonly total: number | undefined;
    readonly status: number | undefined;
  };
  readonly source: { readonly nalPath: string; readonly sourceNalPath: string };
  readonly availability: {
    readonly siteSystem: string;
    readonly state: number | undefined;
    readonly downSince: number;
  };
  /** Jobs that sent all of a package. */
  readonly sent: {
    readonly dpId: number;
    readonly packageId: string;
    readonly started: number;
    readonly ended: number;
  };
  readonly address: {
    readonly server: string;
    readonly unlimited: boolean | undefined;
    readonly rates: string | undefined;
    readonly usage: string | undefined;
  };
}

export const planPlaces: Question<NoParameters, PlanPlacesRows, PlanFactSource> = {
  id: 'planPlaces',
  text,
  needs: { v_DistributionPointInfo: ['ID', 'NALPath'] },
  optional: {
    limits: {
      source: 'limits',
      needs: { v_DistributionPointInfo: ['ID', 'RateLimitsEnabled', 'AddressScheduleEnabled'] },
    },
    maintenance: {
      source: 'maintenance',
      needs: { v_DistributionPointInfo: ['ID', 'MaintenanceMode'] },
    },
    drives: {
      source: 'freeSpace',
      needs: { v_DistributionPointDriveInfo: ['NALPath', 'BytesFree', 'BytesTotal', 'Status'] },
    },
    sources: {
      source: 'pullSources',
      needs: { vPullDPFullMap: ['PullDPNALPath', 'SourceDPNALPath'] },
    },
    availabilities: {
      source: 'availability',
      needs: { v_SiteSystemSummarizer: ['SiteSystem', 'Role', 'AvailabilityState', 'DownSince'] },
    },
    openJobs: { source: 'openJobs', needs: { vSMS_DistributionJob: ['DPID', 'State'] } },
    sentJobs: {
      source: 'throughput',
      needs: {
        vSMS_DistributionJob: ['JobID', 'DPID', 'PkgID', 'State', 'Action', 'StartTime', 'LastUpdateTime'],
      },
    },
    addresses: {
      source: 'schedules',
      needs: {
        vSMS_SC_Address_SDK: [
          'DesSiteCode',
          'DestinationType',
          'UnlimitedRateForAll',
          'RateLimitingSchedule',
          'UsageSchedule',
        ],
      },
    },
  },
  parameters: {},
  decode: {
    place: (row) => ({
      dpId: row.int('DPID'),
      limitsRate: row.optionalFlag('RateLimitsEnabled'),
      hasSchedule: row.optionalFlag('AddressScheduleEnabled'),
      maintenance: row.optionalInt('MaintenanceMode'),
      openJobs: row.optionalInt('OpenJobs'),
    }),
    drive: (row) => ({
      nalPath: row.text('NALPath'),
      free: row.optionalBigint('KilobytesFree'),
      total: row.optionalBigint('KilobytesTotal'),
      status: row.optionalInt('Status'),
    }),
    source: (row) => ({ nalPath: row.text('NALPath'), sourceNalPath: row.text('SourceNALPath') }),
    availability: (row) => ({
      siteSystem: row.text('SiteSystem'),
      state: row.optionalInt('AvailabilityState'),
      downSince: row.time('DownSince'),
    }),
    sent: (row) => ({
      dpId: row.int('DPID'),
      packageId: row.text('PackageID'),
      started: row.time('StartTime'),
      ended: row.time('LastUpdateTime'),
    }),
    address: (row) => ({
      server: row.text('Server'),
      unlimited: row.optionalFlag('UnlimitedRateForAll'),
      rates: row.optionalText('RateLimitingSchedule'),
      usage: row.optionalText('UsageSchedule'),
    }),
  },
};
