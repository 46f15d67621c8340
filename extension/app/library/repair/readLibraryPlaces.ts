import type { DistributionPoint } from '../../../core/content/distributionPoint';
import type { DpKey } from '../../../core/content/nalPath';
import type { OnlyReported } from '../../../core/library/mismatch';
import { onlyReported } from '../../../core/library/onlyReported';
import { quarantinePlace } from '../../../core/library/repair/quarantinePlace';
import { CimError } from '../../../ports/cim';
import type { SiteConnection } from '../../../ports/siteConnection';
import { readLibraryRegistry } from '../readLibraryRegistry';
import { fewAtOnce } from './fewAtOnce';

/** Where the content library of a DP is, as its registry tells it now. */
export interface LibraryPlaceNow {
  /** ContentLibraryPath; '' when it is not known. */
  readonly library: string;
  /** Why mismatches there are only reported; undefined: they may be repaired. */
  readonly onlyReported: OnlyReported | undefined;
}

/** Of each DP that was asked. What could not be read is not known, and not repaired. */
export const readLibraryPlaces = async (
  cim: SiteConnection['cim'],
  dps: readonly DistributionPoint[],
  signal: AbortSignal,
): Promise<ReadonlyMap<DpKey, LibraryPlaceNow>> => {
  const places = new Map<DpKey, LibraryPlaceNow>();
  await fewAtOnce(dps, async (dp) => {
    places.set(dp.key, await placeOf(cim, dp, signal));
  });
  return places;
};

const placeOf = async (
  cim: SiteConnection['cim'],
  dp: DistributionPoint,
  signal: AbortSignal,
): Promise<LibraryPlaceNow> => {
  if (dp.isCloud) return { library: '', onlyReported: undefined };
  try {
    const registry = await readLibraryRegistry({ cim }, dp.serverName, signal);
    const { path: library = '' } = registry;
    const against = onlyReported(dp, registry);
    const isOnDrive = quarantinePlace(dp.serverName, library) !== undefined;
    return { library, onlyReported: against ?? (isOnDrive ? undefined : 'remoteLibrary') };
  } catch (error) {
    if (error instanceof CimError && error.kind !== 'cancelled')
      return { library: '', onlyReported: dp.isSiteServer === true ? 'siteServer' : 'notKnown' };
    throw error;
  }
};
