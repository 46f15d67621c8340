import type { DpKey } from '../../../core/content/nalPath';
import { pairId, type PairId } from '../../../core/reconcile/pairId';
import type { Pair, SiteEvents } from '../provider/siteEvents';
import type { Targets } from '../provider/targets';
import type { DemoDp } from '../site/demoDp';
import type { DemoPackage } from '../site/demoPackage';
import { day } from '../site/time';
import { DemoLibrary, type LibraryBase } from './demoLibrary';
import { libraryFolders, type HeldPackage } from './libraryFolders';
import { packageFiles, type PackageFiles } from './packageFiles';
import { leftContents } from './leftContents';
import { planDamage, type PlannedDamage } from './plannedDamage';
import { placeWhatIf, whatIfRun, type WhatIfRun } from './whatIfRun';

/** So many libraries are kept made up: one of a big site takes some megabytes and is made again in no time. */
const kept = 8;

/** The content libraries of all DPs. One is made when it is first looked at. */
export class DemoLibraries {
  private readonly libraries = new Map<DemoDp, DemoLibrary>();
  private readonly bases = new Map<DemoDp, LibraryBase>();
  private readonly files = new Map<string, PackageFiles>();
  private readonly arrivals = new Map<PairId, number>();
  private readonly mended = new Set<PairId>();
  private readonly whatIfs = new Map<DemoDp, WhatIfRun>();
  private left: ((dp: DpKey) => readonly string[]) | undefined;
  private planned: ((dp: DpKey) => PlannedDamage) | undefined;

  constructor(
    private readonly events: SiteEvents,
    private readonly targets: Targets,
  ) {
    events.onContent((pair, time) => this.renew(pair, time));
  }

  of(dp: DemoDp): DemoLibrary {
    let library = this.libraries.get(dp);
    if (library === undefined) {
      library = new DemoLibrary(dp, () => this.base(dp));
      this.libraries.set(dp, library);
    }
    return library;
  }

  /** What is wrong with things in PkgLib, until a distribution writes them anew. */
  damageOf(dp: DemoDp): PlannedDamage {
    this.planned ??= planDamage(this.events.site.model, this.events.site, this.events.site.disagreements);
    const { inis, strays } = this.planned(dp.key);
    return {
      inis: new Map([...inis].filter(([packageId]) => !this.mended.has(pairId(packageId, dp.key)))),
      strays,
    };
  }

  /** What the cleanup tool said of the DP before anything was done at the site. */
  whatIfOf(dp: DemoDp): WhatIfRun {
    const { model, disagreements } = this.events.site;
    const notTargeted = [...disagreements.of(dp.key)].flatMap(([packageId, how]) =>
      how === 'notTargeted' ? packageId : [],
    );
    const known =
      this.whatIfs.get(dp) ??
      whatIfRun(
        model,
        dp,
        [...notTargeted, ...this.leftOn(dp)].flatMap((packageId) => {
          const what = this.targets.packageOf(packageId);
          if (what === undefined) return [];
          return {
            what,
            isListed: notTargeted.includes(packageId),
            files: this.filesOf(what, this.versionOn({ dp, what })),
          };
        }),
      );
    this.whatIfs.set(dp, known);
    return known;
  }

  /** Content in DataLib and FileLib that no list of the DP names any more. */
  private leftOn(dp: DemoDp): readonly string[] {
    this.left ??= leftContents(this.events.site);
    return this.left(dp.key);
  }

  /** Other content lies there from now on. */
  private renew(pair: Pair, time: number | undefined): void {
    const { dp, what } = pair;
    const pairOf = pairId(what.packageId, dp.key);
    this.bases.delete(dp);
    this.mended.add(pairOf);
    if (time !== undefined) this.arrivals.set(pairOf, time);
    const { contents } = this.filesOf(what, this.versionOn(pair));
    this.libraries.get(dp)?.renew(
      what.packageId,
      contents.map(({ contentId }) => contentId),
    );
  }

  private base(dp: DemoDp): LibraryBase {
    const known = this.bases.get(dp) ?? this.made(dp);
    this.bases.delete(dp); // the one that was looked at last is the last to go
    this.bases.set(dp, known);
    for (const [oldest] of this.bases) {
      if (this.bases.size <= kept) break;
      this.bases.delete(oldest);
    }
    return known;
  }

  private made(dp: DemoDp): LibraryBase {
    const { model, disagreements } = this.events.site;
    const damage = this.damageOf(dp);
    const differing = disagreements.of(dp.key);
    const listed = this.packagesOn(dp);
    const inLibrary = dp.isSiteServer
      ? new Set([...listed, ...model.packages.filter(({ exists }) => exists)])
      : listed;
    const held = [...inLibrary].map((what): HeldPackage => {
      const pair = { dp, what };
      const version = this.versionOn(pair);
      const { content } = this.events.contentOf(pair);
      return {
        packageId: what.packageId,
        files: this.filesOf(what, version),
        content: listed.has(what) && content !== 'absent' ? content : 'good',
        inPkgLib:
          differing.get(what.packageId) !== 'onlyInWmi' && damage.inis.get(what.packageId) !== 'folder',
        damage: damage.inis.get(what.packageId),
        modified: this.arrivals.get(pairId(what.packageId, dp.key)) ?? model.options.now - ageOf(dp, what),
      };
    });
    for (const packageId of this.leftOn(dp)) {
      const what = this.targets.packageOf(packageId);
      if (what === undefined || listed.has(what)) continue;
      held.push({
        packageId,
        files: this.filesOf(what, this.versionOn({ dp, what })),
        content: 'good',
        inPkgLib: false,
        damage: undefined,
        modified: model.options.now - ageOf(dp, what),
      });
    }
    const instances = [...listed]
      .filter(
        ({ packageId }) =>
          differing.get(packageId) !== 'onlyInPkgLib' && damage.inis.get(packageId) !== 'folder',
      )
      .map(
        (what) =>
          [
            what.packageId,
            { PackageID: what.packageId, PackageVersion: this.versionOn({ dp, what }) },
          ] as const,
      );
    const folders = libraryFolders(held, damage.strays, dp, model.options.now);
    if (!dp.isSiteServer) placeWhatIf(folders, this.whatIfOf(dp));
    return {
      folders,
      instances: new Map(instances),
    };
  }

  /** What is targeted and came, and what lies there otherwise. */
  private packagesOn(dp: DemoDp): ReadonlySet<DemoPackage> {
    const targeted = this.targets.to(dp).filter((pair) => this.events.contentOf(pair).content !== 'absent');
    const others = [...this.events.site.disagreements.of(dp.key).keys(), ...this.damageOf(dp).inis.keys()];
    return new Set([
      ...targeted.map(({ what }) => what),
      ...others.map((packageId) => this.targets.packageOf(packageId)).filter((what) => what !== undefined),
    ]);
  }

  private versionOn(pair: Pair): number {
    return this.events.contentOf(pair).version ?? this.events.versionOf(pair.what);
  }

  private filesOf(what: DemoPackage, version: number): PackageFiles {
    const key = `${what.packageId}.${String(version)}`;
    const known = this.files.get(key) ?? packageFiles(what, version);
    this.files.set(key, known);
    return known;
  }
}

/** Weeks to months, to the minute the same each time. */
const ageOf = (dp: DemoDp, { index }: DemoPackage): number =>
  (20 + ((dp.index * 31 + index * 17) % 300)) * day;
