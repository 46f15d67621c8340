import type { DistributionPoint } from '../../core/content/distributionPoint';
import type { DpNames } from '../../core/content/dpNames';
import { compareLooks, suspiciousPackages } from '../../core/library/compareLooks';
import { narrowedLook, type LibraryLook, type Reading } from '../../core/library/libraryLook';
import {
  listCounts,
  whatWasNotRead,
  type LibraryReport,
  type ListCounts,
} from '../../core/library/libraryReport';
import type { LibraryGround } from '../../core/library/lookAt';
import type { LibraryFinding, OnlyReported } from '../../core/library/mismatch';
import { onlyReported, otherDrives, type LibraryRegistry } from '../../core/library/onlyReported';
import { ContentReader } from './readContents';
import { attempt, lookAtLibrary, type LibrarySite, type TakenLook } from './lookAtLibrary';
import { readLibraryRegistry } from './readLibraryRegistry';

/** So many packages of a DP are looked at in DataLib and FileLib. */
const mostContents = 50;

/** Refreshed within an hour: its lists may still be written. */
const freshFor = 60 * 60_000;

/** What the finders of all DPs share. */
export interface FinderGround {
  readonly site: LibrarySite;
  readonly names: DpNames;
  /** As LibraryGround has it. */
  readonly packages: LibraryGround['packages'];
}

/** Looks at the library of one DP, and looks again. */
export class DpFinder {
  private registry: Reading<LibraryRegistry> = { kind: 'notRead', cause: '' };
  private before: LibraryLook | undefined;
  private counts: ListCounts = {};

  constructor(
    private readonly shared: FinderGround,
    readonly dp: DistributionPoint,
  ) {}

  /** The first look found something that a second one is to see again. */
  get isSuspicious(): boolean {
    return this.before !== undefined;
  }

  /** Looks at everything. */
  async first(signal: AbortSignal): Promise<LibraryReport> {
    const { serverName, isCloud } = this.dp;
    this.registry = isCloud
      ? { kind: 'notRead', cause: `${serverName} is a cloud distribution point, which has no registry.` }
      : await attempt(() => readLibraryRegistry(this.shared.site, serverName, signal), signal);
    const taken = await this.look(undefined, signal);
    this.counts = listCounts(taken.look);
    const report = await this.report(taken, undefined, signal);
    if (report.mismatches.length > 0) [this.before] = report.looks;
    return report;
  }

  /** Looks once more at what the first look found to be wrong. */
  async second(signal: AbortSignal): Promise<LibraryReport> {
    const { before } = this;
    if (before === undefined) throw new Error(`${this.dp.serverName} was not looked at before.`);
    const wanted = packagesOf(before);
    const taken = await this.look(wanted, signal);
    return this.report({ ...taken, look: narrowedLook(taken.look, wanted) }, before, signal);
  }

  private look(only: ReadonlySet<string> | undefined, signal: AbortSignal): Promise<TakenLook> {
    const at = { dp: this.dp, names: this.shared.names, registry: this.registry };
    return lookAtLibrary(this.shared.site, at, only, signal);
  }

  private get onlyReported(): OnlyReported | undefined {
    return onlyReported(this.dp, this.registry.kind === 'read' ? this.registry.value : undefined);
  }

  private get ground(): LibraryGround {
    const isSiteLibrary = this.onlyReported === 'siteServer' ? true : this.dp.isSiteServer;
    return { isSiteLibrary, packages: this.shared.packages };
  }

  private async report(
    { look, root }: TakenLook,
    before: LibraryLook | undefined,
    signal: AbortSignal,
  ): Promise<LibraryReport> {
    const contents = await this.contentsOf(look, root, signal);
    const compared = { ...this.ground, dpName: this.dp.serverName, contents, freshFor };
    const second = before === undefined ? undefined : look;
    const mismatches = compareLooks(before ?? look, second, compared);
    const shown = narrowedLook(look, new Set(mismatches.map(({ packageId }) => packageId)));
    return {
      dp: this.dp.key,
      dpName: this.dp.serverName,
      onlyReported: this.onlyReported,
      root,
      counts: this.counts,
      looks: before === undefined ? [shown] : [before, shown],
      mismatches,
      notRead: whatWasNotRead(this.registry, look),
    };
  }

  /** What DataLib and FileLib have of suspicious packages. */
  private async contentsOf(
    look: LibraryLook,
    root: string | undefined,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, readonly LibraryFinding[]>> {
    const { computers } = this.shared.site;
    const found = new Map<string, readonly LibraryFinding[]>();
    if (look.pkgLib.kind !== 'read' || root === undefined || computers === undefined) return found;
    const registry = this.registry.kind === 'read' ? this.registry.value : undefined;
    const others = registry === undefined ? [] : otherDrives(registry);
    const reader = new ContentReader(
      [
        computers.files(root),
        ...others.map((drive) => computers.files(`\\\\${this.dp.serverName}\\${drive}$\\SCCMContentLib`)),
      ],
      signal,
    );
    for (const [at, packageId] of suspiciousPackages(look, this.ground).entries()) {
      const ini = look.pkgLib.value.packages.get(packageId)?.ini;
      if (ini?.kind !== 'read') continue;
      if (at >= mostContents) found.set(packageId, [tooMany(packageId)]);
      else found.set(packageId, await reader.check(ini.value.contentIds));
    }
    return found;
  }
}

const packagesOf = ({ site, wmi, pkgLib }: LibraryLook): ReadonlySet<string> =>
  new Set([
    ...(site.kind === 'read' ? site.value.targets.keys() : []),
    ...(wmi.kind === 'read' ? wmi.value : []),
    ...(pkgLib.kind === 'read' ? pkgLib.value.packages.keys() : []),
  ]);

const tooMany = (packageId: string): LibraryFinding => ({
  in: 'dataLib',
  kind: 'notLookedAt',
  path: `PkgLib\\${packageId}.INI`,
  detail: `More than ${mostContents} packages of this DP are suspicious: the content of this one was not looked at.`,
});
