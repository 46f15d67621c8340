import type { DistributionPoint } from '../core/content/distributionPoint';
import type { SiteConnection } from '../ports/siteConnection';

/**
 * Package IDs in upper case of SMS_PackagesInContLib: the DP's own list, which content validation walks.
 * Throws CimError, or an Error where the DP has no such list.
 */
export const listWmiPackages = async (
  { computers }: Pick<SiteConnection, 'computers'>,
  { serverName, isCloud }: Pick<DistributionPoint, 'serverName' | 'isCloud'>,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> => {
  if (isCloud) throw new Error(`${serverName} is a cloud distribution point, which has no WMI list.`);
  if (computers === undefined)
    throw new Error('This connection has no way to the WMI of distribution points.');
  const target = { computer: serverName, namespace: 'root\\SCCMDP' };
  const query = { className: 'SMS_PackagesInContLib', properties: ['PackageID'] };
  const listed = new Set<string>();
  for await (const page of computers.wmi.query(target, query, signal))
    for (const { PackageID } of page) {
      if (typeof PackageID !== 'string')
        throw new Error(`${serverName} gave an instance of ${query.className} without a PackageID.`);
      listed.add(PackageID.toUpperCase());
    }
  return listed;
};
