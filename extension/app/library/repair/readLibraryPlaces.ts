import type { DistributionPoint } from '../../../core/content/distributionPoint';
import type { DpKey } from '../../../core/content/nalPath';
import type { OnlyReported } from '../../../core/library/mismatch';
import { quarantinePlace } from '../../../core/library/repair/quarantinePlace';
import { dpRegistry } from '../../../core/validate/smsdpmon';
import { CimError, type Cim } from '../../../ports/cim';
import { dpRegistryText } from '../../dpRegistry';
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
  cim: Cim,
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
  cim: Cim,
  { serverName, isSiteServer, isCloud }: DistributionPoint,
  signal: AbortSignal,
): Promise<LibraryPlaceNow> => {
  if (isSiteServer !== false)
    return { library: '', onlyReported: isSiteServer === true ? 'siteServer' : 'notKnown' };
  if (isCloud) return { library: '', onlyReported: undefined };
  try {
    const library = await dpRegistryText(cim, serverName, dpRegistry.libraryPath, signal);
    if (library === undefined) return { library: '', onlyReported: 'notKnown' };
    const isLocal = quarantinePlace(serverName, library) !== undefined;
    return { library, onlyReported: isLocal ? undefined : 'remoteLibrary' };
  } catch (error) {
    if (error instanceof CimError && error.kind !== 'cancelled')
      return { library: '', onlyReported: 'notKnown' };
    throw error;
  }
};
