import { packageOfIni } from '../../../core/library/pkgLib';
import type { CimProperties } from '../../../ports/cim';
import type { DemoDp } from '../site/demoDp';
import { DemoDisk, type DiskFolders } from './demoDisk';
import { libraryFolder } from './libraryFolders';
import { WmiInstances } from './wmiInstances';

/** What the simulation says of a DP's library. */
export interface LibraryBase {
  readonly folders: DiskFolders;
  /** By PackageID in upper case. */
  readonly instances: ReadonlyMap<string, CimProperties>;
}

/** The content library of one DP with its list in WMI. Both can be changed, by hand and by repairs. */
export class DemoLibrary {
  readonly wmi: WmiInstances;
  readonly disk: DemoDisk;

  constructor(
    readonly dp: DemoDp,
    base: () => LibraryBase,
  ) {
    this.wmi = new WmiInstances(() => base().instances);
    this.disk = new DemoDisk(() => base().folders);
  }

  /** Packages of SMS_PackagesInContLib, in upper case. */
  listedInWmi(): ReadonlySet<string> {
    return new Set(this.wmi.all().map(({ PackageID }) => String(PackageID).toUpperCase()));
  }

  /** Packages with an .INI in PkgLib, in upper case. */
  listedInPkgLib(): ReadonlySet<string> {
    const entries = this.disk.list(`${libraryFolder}\\PkgLib`);
    return new Set(entries.flatMap(({ kind, name }) => (kind === 'file' ? (packageOfIni(name) ?? []) : [])));
  }

  /** What smsdpmon asks before it validates: else it says 2388. A site server's PkgLib is the site's, and has more. */
  listsAgree(): boolean {
    const inWmi = this.listedInWmi();
    const inPkgLib = this.listedInPkgLib();
    const isWithin = [...inWmi].every((packageId) => inPkgLib.has(packageId));
    return isWithin && (this.dp.isSiteServer || inWmi.size === inPkgLib.size);
  }

  /** The simulation writes the package anew: changes by hand count no more. */
  renew(packageId: string, contentIds: readonly string[]): void {
    this.wmi.renew(packageId);
    this.disk.renew(`${libraryFolder}\\PkgLib\\${packageId}.INI`);
    for (const contentId of contentIds) {
      this.disk.renew(`${libraryFolder}\\DataLib\\${contentId}.INI`);
      this.disk.renew(`${libraryFolder}\\DataLib\\${contentId}`);
    }
  }
}
