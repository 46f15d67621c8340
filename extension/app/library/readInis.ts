import type { PkgLibEntry, PkgLibList, Reading, ReadIni } from '../../core/library/libraryLook';
import { readPackageIni } from '../../core/library/packageIni';
import { packageOfIni } from '../../core/library/pkgLib';
import { planHash } from '../../core/redistribute/planHash';
import { RemoteFileError, type RemoteEntry } from '../../ports/remoteFiles';
import { inLanes } from './inLanes';
import { messageOf, type OpenedPkgLib } from './openPkgLib';

/** Files read from one DP at a time: they wait for the line, not for the disk. */
const atOnce = 8;
/** An .INI of PkgLib is some hundred bytes; what is larger is none. */
const mostBytes = 1024 * 1024;

/**
 * Everything in PkgLib, with what its .INI files say. One that cannot be read says why; one that went away since the
 * folder was listed is left out.
 * @param only of these packages; undefined: of all
 */
export const readInis = async (
  { files, entries }: OpenedPkgLib,
  only: ReadonlySet<string> | undefined,
  signal: AbortSignal,
): Promise<PkgLibList> => {
  const packages = new Map<string, PkgLibEntry>();
  const strays: PkgLibEntry[] = [];
  await inLanes(entries, atOnce, async (entry) => {
    const packageId = packageOfIni(entry.name);
    if (packageId === undefined) strays.push({ ...entry, ini: undefined });
    else if (only?.has(packageId) !== false) {
      const ini = entry.kind === 'file' ? await readIni(files, packageId, entry, signal) : undefined;
      if (ini !== 'gone') packages.set(packageId, { ...entry, ini });
    }
  });
  return { packages, strays };
};

const readIni = async (
  files: OpenedPkgLib['files'],
  packageId: string,
  { name, size }: RemoteEntry,
  signal: AbortSignal,
): Promise<Reading<ReadIni> | 'gone'> => {
  if (size > mostBytes) {
    const damage = `it has ${size} bytes, which no .INI of PkgLib has`;
    return { kind: 'read', value: { contentIds: [], damage, ignored: [], fingerprint: '' } };
  }
  try {
    const { text, encoding } = await files.readText(`PkgLib\\${name}`, signal);
    const fingerprint = planHash([encoding, text]);
    return { kind: 'read', value: { ...readPackageIni(packageId, text), fingerprint } };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof RemoteFileError && error.kind === 'notFound') return 'gone';
    return { kind: 'notRead', cause: messageOf(error) };
  }
};
