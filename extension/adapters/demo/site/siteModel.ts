import type { Release, SiteSize } from '../../../protocol/demoSite';
import type { DemoDp } from './demoDp';
import { planGroups, type DemoGroup } from './dpGroup';
import type { DemoPackage } from './demoPackage';
import { goneDp, planDps } from './planDps';
import { planPackages, planPredefined } from './planPackages';
import { siteServer } from './firstDozen';
import { planNeeds, type DemoNeeds } from './siteNeeds';
import { Random } from './random';

export interface SiteOptions {
  readonly size: SiteSize;
  readonly seed: number;
  readonly release: Release;
  /** The site's time at which the truth holds, UTC epoch milliseconds. */
  readonly now: number;
  /** How many there are, where that is not the size's own number. */
  readonly counts?: SiteCounts;
}

export interface SiteCounts {
  readonly dps: number;
  readonly packages: number;
}

const sizes: Readonly<Record<SiteSize, SiteCounts>> = {
  small: { dps: 12, packages: 60 },
  medium: { dps: 300, packages: 1000 },
  empty: { dps: 0, packages: 3 },
};

/** What the demo site consists of, before anything is said about its pairs. */
export interface SiteModel {
  readonly options: SiteOptions;
  readonly siteCode: string;
  readonly siteName: string;
  readonly siteServer: string;
  /** The secondary site that some DPs belonged to before. */
  readonly formerSiteCode: string;
  readonly dps: readonly DemoDp[];
  readonly gone: readonly DemoDp[];
  readonly packages: readonly DemoPackage[];
  /** Of the site's own making, as its client upgrade package is: v_Package does not list them. */
  readonly predefined: readonly DemoPackage[];
  readonly groups: readonly DemoGroup[];
  readonly needs: DemoNeeds;
  readonly random: Random;
}

export const planSite = (options: SiteOptions): SiteModel => {
  const random = new Random(`${options.size} ${String(options.seed)}`);
  const siteCode = 'PS1';
  const count = options.counts ?? sizes[options.size];
  const where = { siteCode, now: options.now, allDetails: options.size !== 'medium' };
  const packages = planPackages(count.packages, siteCode, options.now, random.fork('packages'));
  const dps = planDps(count.dps, where, random.fork('dps'));
  return {
    options,
    siteCode,
    siteName: 'Contoso Headquarters',
    siteServer,
    formerSiteCode: 'HAM',
    dps,
    gone: dps.length === 0 ? [] : [goneDp(dps.length, where, random.fork('gone'))],
    packages,
    predefined: dps.length === 0 ? [] : [planPredefined(siteCode, options.now, random.fork('predefined'))],
    groups: planGroups(dps, packages, random.fork('groups')),
    needs: planNeeds({ siteCode, packages, dps, now: options.now }, random.fork('needs')),
    random,
  };
};
