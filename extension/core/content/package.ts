import { taskSequenceType } from './packageType';

/** Content that a site distributes: v_Package with the stored version and action of v_SmsPackage. */
export interface Package {
  readonly packageId: string;
  readonly name: string;
  readonly version: string;
  readonly manufacturer: string;
  /** Raw PackageType; see packageType.ts. */
  readonly type: number;
  /** PkgSourceFlag: 1 is "no source files". */
  readonly sourceFlag: number | undefined;
  readonly flags: number | undefined;
  readonly sourceVersion: number | undefined;
  readonly storedVersion: number | undefined;
  /** Bytes; from v_SmsPackage.SourceSize (KB) or the sum of v_Content.SourceSize (bytes). undefined is unknown. */
  readonly bytes: number | undefined;
  /** ActionInProgress: 0 none, 1 update, 2 add, 3 delete. */
  readonly actionInProgress: number | undefined;
  /** v_SmsPackage.Action: 3 is being deleted. */
  readonly action: number | undefined;
  /** v_SmsPackage.IsPredefinedPackage 1; absent: it is not, or that was not read. */
  readonly isPredefined?: boolean;
  /** v_Package has no row of it: what is known is of v_SmsPackage. */
  readonly isUnlisted?: boolean;
}

const noSourceFiles = 1;
const needsNoDp = 0x10000000;

/** Why a package never has anything on a DP, as a sentence; undefined for one that may have. */
export const withoutContent = ({ type, sourceFlag, flags }: Package): string | undefined => {
  if (type === taskSequenceType) return 'A task sequence has no content of its own.';
  if (sourceFlag === noSourceFiles) return 'The package has no source files (PkgSourceFlag 1).';
  return ((flags ?? 0) & needsNoDp) === 0 ? undefined : 'The package needs no DP (PkgFlags 0x10000000).';
};
