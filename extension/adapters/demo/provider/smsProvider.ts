import { CimError, type CimInstancePath, type CimMethodResult, type CimProperties } from '../../../ports/cim';
import type { PackageUpdates } from './packageUpdates';
import { isPackageClass } from './providerClasses';
import type { ProviderRows } from './providerRows';
import type { Removals } from './removals';
import type { Pair, SiteEvents } from './siteEvents';
import { targetStatus, type Targets } from './targets';
import type { Transfers } from './transfers';
import type { Validations } from './validations';

const instanceClass = 'SMS_DistributionPoint';
const user = 'CONTOSO\\demo';
const accepted: CimMethodResult = { returnValue: 0, out: {} };

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const texts = (value: CimProperties[string] | undefined): readonly string[] =>
  Array.isArray(value) ? value.map(String) : [];

/** What writes set going at the site. */
export interface SiteWork {
  readonly transfers: Transfers;
  readonly validations: Validations;
  readonly updates: PackageUpdates;
  readonly removals: Removals;
}

/** root\SMS\site_<code>: what can be written there, as far as content needs it. */
export class SmsProvider {
  constructor(
    private readonly events: SiteEvents,
    readonly rows: ProviderRows,
    private readonly targets: Targets,
    private readonly work: SiteWork,
  ) {}

  /** RefreshNow: the content is sent to that DP once more. On the site server's own DP that does nothing. */
  put(now: number, path: CimInstancePath, properties: CimProperties): void {
    const row = this.targetRow(path, 'Distribute it first.');
    const other = Object.keys(properties).find((name) => name !== 'RefreshNow');
    if (other !== undefined)
      throw new CimError('failed', `${instanceClass}.${other} cannot be written at the demo site.`);
    const pair = this.targets.pairOf(String(row['PackageID']), String(row['ServerNALPath']));
    if (properties['RefreshNow'] !== true || pair === undefined) return;
    this.events.says(now, 30010, pair, undefined, [user]);
    const isRemoved = row['Status'] === targetStatus.deleted;
    if (!pair.dp.isSiteServer && !isRemoved && pair.what.exists) this.work.transfers.redistribute(now, pair);
  }

  /** Static methods of SMS_DistributionPoint. */
  invoke(now: number, className: string, method: string, parameters: CimProperties): CimMethodResult {
    if (!same(className, instanceClass))
      throw new CimError('failed', `The demo site has no static method ${className}.${method}.`);
    const pair = this.targets.pairOf(String(parameters['PackageId']), String(parameters['NALPath']));
    if (pair === undefined || this.targets.statusOf(pair) === undefined)
      throw new CimError('failed', `${method} names a package that is not targeted to that DP.`);
    switch (method) {
      case 'VerifyPackage':
        if (!pair.dp.isCloud) this.work.validations.checkOne(now, pair);
        return accepted;
      case 'CancelDistribution':
        this.events.says(now, 40409, pair, undefined, [user]);
        if (!pair.dp.isSiteServer) this.work.transfers.cancel(now, pair);
        return accepted;
      default:
        throw new CimError('failed', `${className} has no method ${method}.`);
    }
  }

  /** Methods of a package: to more DPs, and a new version to all of them. */
  invokeOn(now: number, path: CimInstancePath, method: string, parameters: CimProperties): CimMethodResult {
    const { className, keys } = path;
    if (!isPackageClass(className)) throw new CimError('failed', `${className} has no method ${method}.`);
    const what = this.rows.get(path) && this.targets.packageOf(String(keys['PackageID']));
    if (what === undefined) throw new CimError('notFound', `${className} has no instance ${describe(keys)}.`);
    switch (method) {
      case 'AddDistributionPoints':
        for (const pair of this.named(String(keys['PackageID']), parameters)) this.target(now, pair);
        return accepted;
      case 'RefreshPkgSource':
        this.work.updates.begin(now, what);
        return accepted;
      default:
        throw new CimError('failed', `${className} has no method ${method}.`);
    }
  }

  /** Takes the content off that DP. */
  delete(now: number, path: CimInstancePath): void {
    if (!same(path.className, instanceClass))
      throw new CimError('failed', `${path.className} cannot be deleted at the demo site.`);
    const row = this.targetRow(path, 'It may have been removed since.');
    const pair = this.targets.pairOf(String(row['PackageID']), String(row['ServerNALPath']));
    if (pair === undefined)
      this.targets.drop(path.keys); // of a DP that is gone: there is nothing to take it off
    else if (row['Status'] !== targetStatus.deleted) this.work.removals.begin(now, pair);
  }

  private target(now: number, pair: Pair): void {
    const status = this.targets.statusOf(pair);
    if (status !== undefined && status !== targetStatus.deleted) return;
    this.targets.add(now, pair);
    this.events.says(now, 30009, pair, undefined, [user]);
    if (pair.dp.isPrestaged) this.events.says(now, 2371, pair);
    else this.work.transfers.redistribute(now, pair);
  }

  /** @throws CimError unless every NAL path is a DP's and of its site */
  private named(packageId: string, parameters: CimProperties): readonly Pair[] {
    const sites = texts(parameters['SiteCode']);
    const paths = texts(parameters['NALPath']);
    const pairs = paths.map((nalPath, at) => {
      const pair = this.targets.pairOf(packageId, nalPath);
      return pair !== undefined && same(pair.dp.siteCode, sites[at] ?? '') ? pair : undefined;
    });
    if (pairs.length === 0 || sites.length !== paths.length || pairs.includes(undefined))
      throw new CimError('failed', 'AddDistributionPoints names a DP or a site that there is not.');
    return pairs.filter((pair) => pair !== undefined);
  }

  private targetRow(path: CimInstancePath, next: string): CimProperties {
    const row = same(path.className, instanceClass) ? this.rows.get(path) : undefined;
    if (row === undefined)
      throw new CimError('notFound', `${path.className} has no instance ${describe(path.keys)}. ${next}`);
    return row;
  }
}

const describe = (keys: CimProperties): string =>
  Object.entries(keys)
    .map(([key, value]) => `${key}=${String(value)}`)
    .join(', ');
