import type { MismatchKind } from './mismatch';

/** The worst first: the order of chips and of a table by kind. */
export const mismatchKinds: readonly MismatchKind[] = [
  'onlyInWmi',
  'onlyInPkgLib',
  'notThere',
  'filesMissing',
  'damaged',
  'notTargeted',
  'unknown',
  'inFlight',
];

/** Short names for tables and chips, with what they stand for. */
export const mismatchWords: Readonly<
  Record<MismatchKind, { readonly label: string; readonly about: string }>
> = {
  onlyInWmi: { label: 'Only in WMI', about: 'WMI lists it, PkgLib has no .INI of it' },
  onlyInPkgLib: { label: 'Only in PkgLib', about: 'PkgLib has an .INI of it, WMI does not list it' },
  notThere: { label: 'Not there', about: 'targeted, and in neither list of the DP' },
  filesMissing: { label: 'Files missing', about: 'both lists have it, DataLib or FileLib is not whole' },
  damaged: { label: 'Damaged', about: 'what stands in PkgLib cannot be understood' },
  notTargeted: { label: 'Not targeted', about: 'in both lists of the DP, and not targeted' },
  unknown: { label: 'Unknown', about: 'not everything about it could be read' },
  inFlight: { label: 'In flight', about: 'something is at work on it' },
};
