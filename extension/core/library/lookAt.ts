import { withoutContent, type Package } from '../content/package';
import type { LibraryFinding, ListStanding } from './mismatch';
import { possibleDifferences, type ListDifference, type Standings } from './listDifference';
import type { LibraryLook, PkgLibEntry, Reading, SiteList } from './libraryLook';

/** What the comparison knows of the DP beside its lists. */
export interface LibraryGround {
  /** The library is the site's own; undefined: not known. */
  readonly isSiteLibrary: boolean | undefined;
  /** The site's packages by ID in upper case; undefined: not read. */
  readonly packages: ReadonlyMap<string, Package> | undefined;
}

/** How one look shows a package. */
export interface Shown {
  readonly lists: Standings;
  /** More than one where lists could not be read. */
  readonly differences: ReadonlySet<ListDifference>;
  readonly entry: PkgLibEntry | undefined;
  /** PkgLib was read: without an entry there is none. */
  readonly isListed: boolean;
}

export const lookAt = (look: LibraryLook, packageId: string, ground: LibraryGround): Shown => {
  const entry = look.pkgLib.kind === 'read' ? look.pkgLib.value.packages.get(packageId) : undefined;
  const lists: Standings = {
    site: targeted(valueOf(look.site), packageId),
    wmi: standing(valueOf(look.wmi)?.has(packageId)),
    pkgLib: isClear(entry) ? standing(valueOf(look.pkgLib)?.packages.has(packageId)) : 'unknown',
  };
  const differences = possibleDifferences(lists, ground.isSiteLibrary);
  const mayLack = differences.has('notThere') && hasNothing(packageId, ground);
  return {
    lists,
    entry,
    isListed: look.pkgLib.kind === 'read',
    differences: mayLack ? replaced(differences) : differences,
  };
};

export const valueOf = <T>(reading: Reading<T>): T | undefined =>
  reading.kind === 'read' ? reading.value : undefined;

/** What is wrong with a thing in PkgLib that has a package's name. */
export const entryFindings = ({ name, kind, ini }: PkgLibEntry): readonly LibraryFinding[] => {
  const at = { in: 'pkgLib', path: `PkgLib\\${name}` } as const;
  if (ini === undefined)
    return [
      {
        ...at,
        kind: 'wrongKind',
        detail: `It is ${kind === 'folder' ? 'a folder' : 'no file'}, in place of an .INI.`,
      },
    ];
  if (ini.kind === 'notRead') return [{ ...at, kind: 'unreadable', detail: ini.cause }];
  const { damage } = ini.value;
  return damage === undefined
    ? []
    : [{ ...at, kind: 'notUnderstood', detail: `It cannot be understood: ${damage}.` }];
};

/** A row that is being deleted is no target any more. */
const targeted = (site: SiteList | undefined, packageId: string): ListStanding => {
  const target = site?.targets.get(packageId);
  if (target !== undefined) return target.status === 3 ? 'absent' : 'present';
  return site === undefined || site.isScoped ? 'unknown' : 'absent';
};

/** A file that is understood, or none at all. */
const isClear = (entry: PkgLibEntry | undefined): boolean =>
  entry === undefined || (entry.ini?.kind === 'read' && entry.ini.value.damage === undefined);

const standing = (isThere: boolean | undefined): ListStanding => {
  if (isThere === undefined) return 'unknown';
  return isThere ? 'present' : 'absent';
};

/** Nothing of it has to be on a DP: it has no content, is empty, or is gone from the site and only its target was left. */
const hasNothing = (packageId: string, { packages }: LibraryGround): boolean => {
  if (packages === undefined) return false;
  const known = packages.get(packageId);
  return known === undefined || known.bytes === 0 || withoutContent(known) !== undefined;
};

const replaced = (differences: ReadonlySet<ListDifference>): ReadonlySet<ListDifference> =>
  new Set(Array.from(differences, (one) => (one === 'notThere' ? 'same' : one)));
