import type { DemoDp } from '../site/demoDp';
import type { SiteEvents } from './siteEvents';
import type { Targets } from './targets';

/** What lies on the DPs, by their own two lists: WMI and PkgLib. */
export class DpLists {
  constructor(
    private readonly events: SiteEvents,
    private readonly targets: Targets,
  ) {}

  /** Package IDs of SMS_PackagesInContLib. */
  wmi(dp: DemoDp): readonly string[] {
    return this.listed(dp, 'onlyInPkgLib');
  }

  /** Package IDs with an .INI in PkgLib; on the site server the library is the site's, which has everything. */
  pkgLib(dp: DemoDp): readonly string[] {
    const listed = this.listed(dp, 'onlyInWmi');
    if (!dp.isSiteServer) return listed;
    const all = this.events.site.model.packages.filter(({ exists }) => exists);
    return [...new Set([...listed, ...all.map(({ packageId }) => packageId)])];
  }

  private listed(dp: DemoDp, lacking: 'onlyInWmi' | 'onlyInPkgLib'): readonly string[] {
    const disagreements = this.events.site.disagreements.of(dp.key);
    const held = this.targets
      .to(dp)
      .filter((pair) => this.events.contentOf(pair).content !== 'absent')
      .map(({ what }) => what.packageId);
    return [...new Set([...held, ...disagreements.keys()])].filter(
      (packageId) => disagreements.get(packageId) !== lacking,
    );
  }
}
