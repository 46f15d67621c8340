import { pairCases } from '../cases/allCases';
import type { Case, PairCase } from '../cases/case';
import { dpGone } from '../cases/dpGone';
import { notTargeted } from '../cases/notTargeted';
import { specialPackages } from '../cases/specialPackages';
import { runningCycle, type DemoDp } from './demoDp';
import type { DemoPackage } from './demoPackage';
import { dpProfiles } from './dpProfile';
import type { Random } from './random';
import type { SiteModel } from './siteModel';

const isHealthy = (dp: DemoDp): boolean => dpProfiles[dp.profile].healthy;

/** Which pairs are not ordinary: by DP, then by package. */
export class Exceptions {
  private readonly cases = new Map<DemoDp, Map<DemoPackage, Case>>();
  private readonly ordinaryPackages: readonly DemoPackage[];
  private readonly grouped = new Map<DemoDp, Set<DemoPackage>>();

  constructor(private readonly site: SiteModel) {
    this.ordinaryPackages = site.packages.filter((one) => one.special === undefined);
    for (const { members, packages } of site.groups)
      for (const dp of members) this.grouped.set(dp, new Set([...(this.grouped.get(dp) ?? []), ...packages]));
    if (site.dps.length === 0) return;
    this.placeGroups(site.random.fork('notTargeted'));
    this.placeGone(site.random.fork('dpGone'));
    for (const one of pairCases) this.placePairs(one, site.random.fork(one.id));
    this.placeSpecialPackages();
  }

  of(dp: DemoDp, one: DemoPackage): Case | undefined {
    return this.cases.get(dp)?.get(one);
  }

  /** A group has the package and the DP: the pair is expected in any case. */
  isGrouped(dp: DemoDp, one: DemoPackage): boolean {
    return this.grouped.get(dp)?.has(one) ?? false;
  }

  private get isBig(): boolean {
    return this.site.options.size === 'medium';
  }

  private set(dp: DemoDp, one: DemoPackage, what: Case): void {
    const ofDp = this.cases.get(dp) ?? new Map<DemoPackage, Case>();
    this.cases.set(dp, ofDp.set(one, what));
  }

  private eligible(one: PairCase): readonly DemoDp[] {
    const { dps, options } = this.site;
    const fits = one.on ?? ((dp: DemoDp) => runningCycle(dp) === undefined);
    return dps.filter((dp) => isHealthy(dp) && fits(dp, options.now));
  }

  private placePairs(one: PairCase, random: Random): void {
    const dps = this.eligible(one);
    const wanted = this.isBig ? random.int(3, 30) : 1;
    for (let placed = 0, tries = 0; placed < wanted; tries++) {
      if (dps.length === 0 || tries > 5000) {
        if (placed > 0) return;
        throw new Error(`The site has no place for the case ${one.id}.`);
      }
      const dp = random.pick(dps);
      const what = random.pick(this.ordinaryPackages);
      if (this.of(dp, what) !== undefined || one.of?.(what) === false) continue;
      if (one.verdict === 'notExpected' && this.isGrouped(dp, what)) continue;
      this.set(dp, what, one);
      placed += 1;
    }
  }

  private placeSpecialPackages(): void {
    for (const special of specialPackages) {
      const what = this.site.packages.find((one) => one.special === special.name);
      if (what === undefined) continue;
      const random = this.site.random.fork(special.name);
      for (const one of special.cases) {
        const free = this.eligible(one).filter((dp) => this.of(dp, what) === undefined);
        if (free.length === 0) throw new Error(`The site has no place for the case ${one.id}.`);
        for (const dp of random.shuffled(free).slice(0, this.isBig ? random.int(4, 12) : 1))
          this.set(dp, what, one);
      }
    }
  }

  private placeGroups(random: Random): void {
    const groups = this.site.groups.filter(({ members }) => members.length > 0);
    for (let left = this.isBig ? random.int(20, 40) : 2; left > 0; left--) {
      const { members, packages } = random.pick(groups);
      this.set(random.pick(members), random.pick(packages), notTargeted);
    }
  }

  private placeGone(random: Random): void {
    for (const dp of this.site.gone)
      for (const what of random.shuffled(this.ordinaryPackages).slice(0, this.isBig ? 40 : 2))
        this.set(dp, what, dpGone);
  }
}
