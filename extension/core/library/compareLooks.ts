import { iniFingerprint, type LibraryLook } from './libraryLook';
import { entryFindings, lookAt, valueOf, type LibraryGround, type Shown } from './lookAt';
import {
  libraryLists,
  type LibraryFinding,
  type LibraryList,
  type Mismatch,
  type MismatchKind,
} from './mismatch';
import { isAtWork } from './pairActivity';

export interface LibraryComparison extends LibraryGround {
  readonly dpName: string;
  /** What was found in DataLib and FileLib, by package; of packages that were looked at there. */
  readonly contents: ReadonlyMap<string, readonly LibraryFinding[]>;
  /** A pair that was refreshed so short a time ago is in flight. Milliseconds. */
  readonly freshFor: number;
}

/** Packages whose content is worth a look: their lists differ, or validation found them damaged. */
export const suspiciousPackages = (look: LibraryLook, ground: LibraryGround): readonly string[] =>
  namedIn([look]).filter((packageId) => {
    const failed = valueOf(look.site)?.targets.get(packageId)?.failedValidation;
    return failed !== undefined || !isSame(lookAt(look, packageId, ground));
  });

/**
 * What is wrong in a DP's library, by one or two looks. Packages of which nothing is known to be wrong are left out;
 * where a list was not read, only those are told whose other lists cannot be right.
 */
export const compareLooks = (
  first: LibraryLook,
  second: LibraryLook | undefined,
  comparison: LibraryComparison,
): readonly Mismatch[] => {
  const looks = second === undefined ? [first] : [first, second];
  const last = second ?? first;
  const found = namedIn(looks).flatMap((packageId): Mismatch[] => {
    const shown = looks.map((look) => lookAt(look, packageId, comparison));
    const now = shown[shown.length - 1];
    if (now === undefined) return [];
    const findings = [
      ...(now.entry === undefined ? [] : entryFindings(now.entry)),
      ...(comparison.contents.get(packageId) ?? []),
    ];
    const isQuiet = shown.every((one) => isSame(one) && isPlain(one));
    if (isQuiet && !findings.some(({ kind }) => kind !== 'notLookedAt')) return [];
    const known = comparison.packages?.get(packageId);
    const isMoving =
      hasChanged(shown) ||
      looks.some(
        ({ site, at }) =>
          site.kind === 'read' && isAtWork(site.value, packageId, known, at - comparison.freshFor),
      );
    return [
      {
        dp: first.dp,
        dpName: comparison.dpName,
        packageId,
        packageName: known?.name ?? '',
        kind: isMoving ? 'inFlight' : kindOf(now, findings),
        targeted: now.lists.site === 'unknown' ? undefined : now.lists.site === 'present',
        lists: now.lists,
        findings,
        seenTwice: second !== undefined && !isMoving && isAgreed(shown),
      },
    ];
  });
  return [...found, ...strays(last, second === undefined ? undefined : first, comparison.dpName)];
};

const isSame = ({ differences }: Shown): boolean => differences.has('same');

const isPlain = ({ entry }: Shown): boolean => entry === undefined || entryFindings(entry).length === 0;

const kindOf = ({ differences }: Shown, findings: readonly LibraryFinding[]): MismatchKind => {
  const inPkgLib = findings.filter((one) => one.in === 'pkgLib');
  if (inPkgLib.some(({ kind }) => kind === 'unreadable')) return 'unknown';
  if (inPkgLib.length > 0) return 'damaged';
  const [difference, ...others] = differences;
  if (difference === undefined || others.length > 0) return 'unknown';
  if (difference !== 'same') return difference;
  return findings.some(({ kind }) => lacking.has(kind)) ? 'filesMissing' : 'unknown';
};

/** What proves that something is not there as it should be. */
const lacking: ReadonlySet<LibraryFinding['kind']> = new Set(['absent', 'notUnderstood', 'wrongKind']);

/** Where both looks read a list, they read different things. */
const hasChanged = ([first, second]: readonly Shown[]): boolean => {
  if (first === undefined || second === undefined) return false;
  const isOther = (list: LibraryList): boolean =>
    first.lists[list] !== second.lists[list] &&
    first.lists[list] !== 'unknown' &&
    second.lists[list] !== 'unknown';
  const isListed = first.isListed && second.isListed;
  return libraryLists.some(isOther) || (isListed && traceOf(first) !== traceOf(second));
};

const isAgreed = ([first, second]: readonly Shown[]): boolean =>
  first !== undefined &&
  second !== undefined &&
  libraryLists.every((list) => first.lists[list] === second.lists[list]) &&
  traceOf(first) === traceOf(second);

const traceOf = ({ entry }: Shown): string =>
  JSON.stringify([entry?.kind, entry?.size, entry?.modified, entry && iniFingerprint(entry)]);

/** Every package that one of the lists names, once. */
const namedIn = (looks: readonly LibraryLook[]): readonly string[] => [
  ...new Set(
    looks.flatMap(({ site, wmi, pkgLib }) => [
      ...(valueOf(site)?.targets.keys() ?? []),
      ...(valueOf(wmi)?.keys() ?? []),
      ...(valueOf(pkgLib)?.packages.keys() ?? []),
    ]),
  ),
];

const strays = (look: LibraryLook, before: LibraryLook | undefined, dpName: string): readonly Mismatch[] => {
  const known = new Set(before && valueOf(before.pkgLib)?.strays.map(({ name }) => name));
  return (valueOf(look.pkgLib)?.strays ?? []).map(({ name }) => ({
    dp: look.dp,
    dpName,
    packageId: '',
    packageName: '',
    kind: 'damaged',
    targeted: undefined,
    lists: { site: 'unknown', wmi: 'unknown', pkgLib: 'unknown' },
    findings: [
      { in: 'pkgLib', kind: 'strayName', path: `PkgLib\\${name}`, detail: 'It is named like no package.' },
    ],
    seenTwice: known.has(name),
  }));
};
