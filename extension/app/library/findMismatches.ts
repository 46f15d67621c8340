import type { DistributionPoint } from '../../core/content/distributionPoint';
import { DpNames } from '../../core/content/dpNames';
import type { DpKey } from '../../core/content/nalPath';
import type { SiteInventory } from '../../core/content/siteInventory';
import type { LibraryReport } from '../../core/library/libraryReport';
import { inLanes } from './inLanes';
import type { LibrarySite } from './lookAtLibrary';
import { DpFinder, type FinderGround } from './dpFinder';

export interface FindOptions {
  /** Between the two looks, in minutes of the site's time; 0: one look only. */
  readonly waitMinutes: number;
  /** DPs that are read at the same time. */
  readonly dpsAtOnce: number;
}

export const defaultFindOptions: FindOptions = { waitMinutes: 5, dpsAtOnce: 4 };

export interface FindProgress {
  readonly phase: 'first' | 'waiting' | 'second';
  /** DPs of this phase that are through. */
  readonly done: number;
  readonly total: number;
  /** The site's time at which the second looks begin; UTC epoch ms. */
  readonly until?: number;
}

/** Hears of what is found. A DP is told after each look; what is told last holds. */
export interface FindListener {
  readonly found: (report: LibraryReport) => void;
  readonly progress: (progress: FindProgress) => void;
}

/**
 * Looks for mismatches in the libraries of DPs, and looks again some minutes later where there are any. Only reads.
 * What fails at a DP is in its report; throws only when the signal aborts.
 */
export const findMismatches = async (
  site: LibrarySite,
  inventory: SiteInventory,
  dps: readonly DpKey[],
  options: FindOptions,
  listener: FindListener,
  signal: AbortSignal,
): Promise<readonly LibraryReport[]> => {
  const shared: FinderGround = {
    site,
    names: new DpNames(inventory.distributionPoints),
    packages: packagesOf(inventory),
  };
  const finders = chosenDps(inventory, dps).map((dp) => new DpFinder(shared, dp));
  const reports = new Map<DpKey, LibraryReport>();
  const looks = async (
    phase: 'first' | 'second',
    of: readonly DpFinder[],
    look: (finder: DpFinder) => Promise<LibraryReport>,
  ): Promise<void> => {
    let done = 0;
    listener.progress({ phase, done, total: of.length });
    await inLanes(of, options.dpsAtOnce, async (finder) => {
      const report = await look(finder);
      signal.throwIfAborted();
      reports.set(report.dp, report);
      listener.found(report);
      listener.progress({ phase, done: ++done, total: of.length });
    });
  };

  await looks('first', finders, (finder) => finder.first(signal));
  const again = finders.filter(({ isSuspicious }) => isSuspicious);
  if (options.waitMinutes > 0 && again.length > 0) {
    const until = site.clock.now() + options.waitMinutes * 60_000;
    listener.progress({ phase: 'waiting', done: 0, total: again.length, until });
    await site.clock.sleep(options.waitMinutes * 60_000, signal);
    await looks('second', again, (finder) => finder.second(signal));
  }
  return finders.flatMap(({ dp }) => reports.get(dp.key) ?? []);
};

const chosenDps = (inventory: SiteInventory, keys: readonly DpKey[]): readonly DistributionPoint[] => {
  const wanted = new Set(keys);
  return inventory.distributionPoints.filter(({ key }) => wanted.has(key));
};

/** undefined: it is not known that these are all. */
const packagesOf = ({ packages, notRead, scoped }: SiteInventory): FinderGround['packages'] => {
  const isUnsure = notRead?.includes('packages') === true || scoped?.includes('packages') === true;
  return isUnsure ? undefined : new Map(packages.map((one) => [one.packageId.toUpperCase(), one]));
};
