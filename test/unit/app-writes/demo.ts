import { DemoEngine } from '../../../extension/adapters/demo/demoEngine';
import { demoSiteOptions } from '../../../extension/adapters/demo/demoSite';
import { dpKeyOfNalPath, parseNalPath } from '../../../extension/core/content/nalPath';
import { planOf } from '../../../extension/core/redistribute/makePlan';
import type { Plan, PlanAction, PlanStep } from '../../../extension/core/redistribute/plan';
import { quiet } from '../redistribute/candidates';

/** A demo site whose time stands still until it is advanced. */
export const stillSite = (): Promise<DemoEngine> =>
  DemoEngine.open(demoSiteOptions({ base: Date.UTC(2026, 5, 1, 12), speed: 0 }));

/** Steps for targets that the site really has on its ordinary DPs, in the order of its rows. */
export const stepsFor = ({ site }: DemoEngine, action: PlanAction): readonly PlanStep[] => {
  const ordinary = new Set(
    site.model.dps.filter((dp) => !dp.isCloud && !dp.isSiteServer).map(({ nalPath }) => nalPath),
  );
  return site.database
    .all(
      `SELECT PackageID, ServerNALPath, SiteCode, ResourceType FROM v_DistributionPoint
       WHERE Status <> 3 ORDER BY ServerNALPath, PackageID`,
    )
    .flatMap((row): readonly PlanStep[] => {
      const [packageId, nalPath] = [String(row['PackageID']), String(row['ServerNALPath'])];
      const server = parseNalPath(nalPath)?.server ?? '';
      const dp = dpKeyOfNalPath(nalPath, String(row['ResourceType']));
      return dp === undefined || !ordinary.has(nalPath)
        ? []
        : [
            {
              id: `${packageId}@${nalPath}`,
              action,
              packageId,
              packageName: packageId,
              dp,
              dpName: server,
              nalPath,
              siteCode: String(row['SiteCode']),
              bytes: 0,
              sourceDp: '',
              before: { state: undefined, sourceVersion: undefined, lastRefreshTime: undefined },
              verdict: 'missing',
              reason: '',
              truth: '',
              instead: '',
              cautions: [],
              reaches: [],
            },
          ];
    });
};

export const planWith = ({ info }: DemoEngine, action: PlanAction, steps: readonly PlanStep[]): Plan =>
  planOf(action, steps, [], { ...quiet, siteCode: info.siteCode });

/** IDs of the status messages written since a RecordID, which is told without its upper bits: those pass 2^53. */
export const messagesAfter = (
  { site }: DemoEngine,
  recordId: number,
): readonly { readonly id: number; readonly recordId: number }[] =>
  site.database
    .all('SELECT RecordID & 0xFFFFFFFF AS RecordID, MessageID FROM v_StatusMessage m ORDER BY m.RecordID')
    .map((row) => ({ id: Number(row['MessageID']), recordId: Number(row['RecordID']) }))
    .filter((message) => message.recordId > recordId);

export const newestRecord = (engine: DemoEngine): number =>
  Math.max(0, ...messagesAfter(engine, 0).map(({ recordId }) => recordId));
