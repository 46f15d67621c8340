import type { NoParameters, Question } from './siteQuery';
import text from './distributionPoints.sql';

export interface DistributionPointRow {
  readonly id: number;
  readonly nalPath: string;
  readonly siteCode: string;
  readonly serverName: string | undefined;
  readonly resourceType: string;
  readonly description: string;
  readonly isPullDp: boolean | undefined;
  readonly healthCheckEnabled: boolean | undefined;
  readonly healthCheckSchedule: string | undefined;
  readonly healthCheckPriority: number | undefined;
}

export const distributionPoints: Question<NoParameters, { distributionPoint: DistributionPointRow }> = {
  id: 'distributionPoints',
  text,
  needs: {
    v_DistributionPointInfo: ['ID', 'NALPath', 'ServerName', 'SiteCode', 'ResourceType'],
  },
  optional: {
    traits: {
      source: 'distributionPoints',
      needs: {
        v_DistributionPointInfo: [
          'ID',
          'Description',
          'IsPullDP',
          'HealthCheckEnabled',
          'HealthCheckSchedule',
          'HealthCheckPriority',
        ],
      },
    },
  },
  parameters: {},
  decode: {
    distributionPoint: (row) => ({
      id: row.int('DPID'),
      nalPath: row.text('NALPath'),
      siteCode: row.text('SiteCode'),
      serverName: row.optionalText('ServerName'),
      resourceType: row.text('ResourceType'),
      description: row.optionalText('Description') ?? '',
      isPullDp: row.optionalFlag('IsPullDP'),
      healthCheckEnabled: row.optionalFlag('HealthCheckEnabled'),
      healthCheckSchedule: row.optionalText('HealthCheckSchedule'),
      healthCheckPriority: row.optionalInt('HealthCheckPriority'),
    }),
  },
};
