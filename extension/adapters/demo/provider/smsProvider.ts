import type { CimInstancePath, CimMethodResult, CimProperties } from '../../../ports/cim';
import { CimError } from '../../../ports/cim';
import type { SqliteRow } from '../demoDatabase';
import type { DemoDp } from '../site/demoDp';
import { nalIdOf } from '../tables/nalPathRows';
import type { Pair, SiteEvents } from './siteEvents';
import type { Transfers } from './transfers';
import type { Validations } from './validations';

const instanceClass = 'SMS_DistributionPoint';
const keys = ['PackageID', 'ServerNALPath', 'SiteCode'] as const;

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** root\SMS\site_<code>: SMS_DistributionPoint, as far as content needs it. */
export class SmsProvider {
  constructor(
    private readonly events: SiteEvents,
    private readonly transfers: Transfers,
    private readonly validations: Validations,
  ) {}

  get(path: CimInstancePath): CimProperties | undefined {
    const row = this.targetRow(path);
    return row === undefined ? undefined : { ...row, RefreshNow: false };
  }

  /** RefreshNow: the content is sent to that DP once more. */
  put(now: number, path: CimInstancePath, properties: CimProperties): void {
    const row = this.targetRow(path);
    if (row === undefined)
      throw new CimError(
        'notFound',
        `${instanceClass} has no instance ${describe(path)}. Distribute it first.`,
      );
    const other = Object.keys(properties).find((name) => name !== 'RefreshNow');
    if (other !== undefined)
      throw new CimError('failed', `${instanceClass}.${other} cannot be written at the demo site.`);
    const pair = this.pairOf(String(row['PackageID']), String(row['ServerNALPath']));
    if (properties['RefreshNow'] !== true || pair === undefined) return;
    this.events.says(now, 30010, pair, undefined, ['CONTOSO\\demo']);
    if (!pair.dp.isSiteServer && pair.what.exists) this.transfers.redistribute(now, pair);
  }

  invoke(now: number, className: string, method: string, parameters: CimProperties): CimMethodResult {
    const pair = this.pairOf(String(parameters['PackageId']), String(parameters['NALPath']));
    if (!same(className, instanceClass))
      throw new CimError('failed', `The demo site has no class ${className}.`);
    if (pair === undefined)
      throw new CimError('failed', `${method} names a package or DP that the site does not have.`);
    switch (method) {
      case 'VerifyPackage':
        if (!pair.dp.isCloud) this.validations.checkOne(now, pair);
        return { returnValue: 0, out: {} };
      case 'CancelDistribution':
        this.events.says(now, 40409, pair, undefined, ['CONTOSO\\demo']);
        this.transfers.cancel(now, pair);
        return { returnValue: 0, out: {} };
      default:
        throw new CimError('failed', `${className} has no method ${method}.`);
    }
  }

  /** By the current NAL path, spelt exactly but for case. */
  pairOf(packageId: string, nalPath: string): Pair | undefined {
    const { dps, packages, predefined } = this.events.site.model;
    const dp = dps.find((one) => same(one.nalPath, nalPath));
    const what = [...packages, ...predefined].find((one) => same(one.packageId, packageId));
    return dp === undefined || what === undefined ? undefined : { dp, what };
  }

  /** What the DP's own list could hold: packages targeted to it. */
  targetedTo(dp: DemoDp): readonly Pair[] {
    const { database, model } = this.events.site;
    const rows = database.all(
      'SELECT PackageID FROM PairRows WHERE NalID = ? AND TargetStatus <> 3 ORDER BY RowID',
      [nalIdOf(dp)],
    );
    const targeted = new Set(rows.map(({ PackageID }) => PackageID));
    return [...model.packages, ...model.predefined]
      .filter(({ packageId }) => targeted.has(packageId))
      .map((what) => ({ dp, what }));
  }

  private targetRow(path: CimInstancePath): SqliteRow | undefined {
    if (!same(path.className, instanceClass))
      throw new CimError('failed', `The demo site has no class ${path.className}.`);
    const given = Object.keys(path.keys);
    if (given.length !== keys.length || keys.some((key) => !given.includes(key)))
      throw new CimError('failed', `${instanceClass} needs exactly its keys ${keys.join(', ')}.`);
    const [row] = this.events.site.database.all(
      `SELECT PackageID, ServerNALPath, SiteCode, Status, ResourceType FROM v_DistributionPoint
       WHERE PackageID = ? AND ServerNALPath = ? AND SiteCode = ?`,
      keys.map((key) => String(path.keys[key])),
    );
    return row;
  }
}

const describe = (path: CimInstancePath): string =>
  keys.map((key) => `${key}=${String(path.keys[key])}`).join(', ');
