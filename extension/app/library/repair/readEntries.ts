import type { DpKey } from '../../../core/content/nalPath';
import type { Mismatch } from '../../../core/library/mismatch';
import type { LibraryEntry } from '../../../core/library/repair/libraryEntry';
import { pairId, type PairId } from '../../../core/reconcile/pairId';
import type { Refusal } from '../../../core/redistribute/guards';
import { CimError } from '../../../ports/cim';
import { RemoteFileError } from '../../../ports/remoteFiles';
import type { DpWriter } from '../../../ports/siteConnection';
import { DpLibrary } from './dpLibrary';
import { fewAtOnce } from './fewAtOnce';
import type { LibraryPlaceNow } from './readLibraryPlaces';

export type EntryRead =
  { readonly kind: 'entry'; readonly entry: LibraryEntry } | ({ readonly kind: 'none' } & Refusal);

/** What the lists of the DPs hold about each now, with every property and byte, or why it is not taken out. */
export const readEntries = async (
  dps: DpWriter | undefined,
  mismatches: readonly Mismatch[],
  places: ReadonlyMap<DpKey, LibraryPlaceNow>,
  signal: AbortSignal,
): Promise<ReadonlyMap<PairId, EntryRead>> => {
  const libraries = new Map<DpKey, DpLibrary>();
  const libraryOf = ({ dp, dpName }: Mismatch): DpLibrary => {
    if (dps === undefined)
      throw new RemoteFileError('failed', 'This connection has no way to the lists of distribution points.');
    const library = libraries.get(dp) ?? DpLibrary.on(dps, dpName, places.get(dp)?.library ?? '');
    libraries.set(dp, library);
    return library;
  };
  const entries = new Map<PairId, EntryRead>();
  await fewAtOnce(mismatches, async (mismatch) => {
    entries.set(pairId(mismatch.packageId, mismatch.dp), await readEntry(mismatch, libraryOf, signal));
  });
  return entries;
};

const readEntry = async (
  mismatch: Mismatch,
  libraryOf: (mismatch: Mismatch) => DpLibrary,
  signal: AbortSignal,
): Promise<EntryRead> => {
  const { packageId, lists } = mismatch;
  try {
    const look = await libraryOf(mismatch).look({ packageId, ini: null }, '', signal);
    const ini = look.inPkgLib === 'absent' ? null : look.inPkgLib;
    const isAsSeen =
      look.instances.length > 0 === (lists.wmi === 'present') &&
      (ini !== null) === (lists.pkgLib === 'present');
    return isAsSeen
      ? { kind: 'entry', entry: { packageId, instances: look.instances, ini } }
      : {
          kind: 'none',
          rule: 'changedSince',
          reason: 'The lists of the DP no longer hold what was found. Look for mismatches again.',
        };
  } catch (error) {
    const isCancelled = signal.aborted;
    if (isCancelled || !(error instanceof CimError || error instanceof RemoteFileError)) throw error;
    return { kind: 'none', rule: 'unread', reason: error.message };
  }
};
