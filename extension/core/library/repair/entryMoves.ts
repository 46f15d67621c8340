import { sameIni, sameInstance, type IniFile, type LibraryEntry, type WmiInstance } from './libraryEntry';

/** Where the parts of an entry are at this moment. */
export interface EntryLook {
  /** What WMI has of the package. */
  readonly instances: readonly WmiInstance[];
  /** The package's .INI in PkgLib. */
  readonly inPkgLib: IniFile | 'absent';
  /** The .INI in the folder of the quarantine. */
  readonly inQuarantine: IniFile | 'absent';
}

/**
 * The next thing to do. Each follows from what is there and from nothing else: so it does not matter who did what
 * was done before, nor whether an answer came.
 */
export type EntryMove =
  | { readonly kind: 'moveOut' | 'moveBack' }
  | { readonly kind: 'delete' | 'create'; readonly instance: WmiInstance }
  | { readonly kind: 'done' }
  /** Something else is there than what was planned: nothing more may be done in this direction. */
  | { readonly kind: 'obstacle'; readonly cause: string };

const obstacle = (cause: string): EntryMove => ({ kind: 'obstacle', cause });

const isSame = (a: IniFile | null, b: EntryLook['inPkgLib']): boolean =>
  typeof b === 'object' && a !== null && sameIni(a, b);

/**
 * Takes an entry out: the .INI first, whose way back is certain, then the instances. What a distribution has
 * written since is not touched.
 */
export const nextOut = ({ instances, ini }: LibraryEntry, look: EntryLook): EntryMove => {
  const strange = look.instances.find((now) => !instances.some((one) => sameInstance(one, now)));
  if (strange !== undefined)
    return obstacle('WMI has another instance of the package than when the plan was made.');
  const isMoved = isSame(ini, look.inQuarantine);
  if (ini === null ? look.inPkgLib !== 'absent' : isMoved && look.inPkgLib !== 'absent')
    return obstacle('PkgLib has got an .INI of the package since.');
  if (look.inQuarantine !== 'absent' && !isMoved)
    return obstacle('The .INI was changed in the moment in which it was moved.');
  if (ini !== null && !isMoved)
    return isSame(ini, look.inPkgLib)
      ? { kind: 'moveOut' }
      : obstacle(
          look.inPkgLib === 'absent'
            ? 'The .INI has gone from PkgLib since the plan was made.'
            : 'The .INI in PkgLib is no longer what it was when the plan was made.',
        );
  const [instance] = look.instances;
  return instance === undefined ? { kind: 'done' } : { kind: 'delete', instance };
};

/** Puts an entry back as it was. Where anything newer stands, that stays. */
export const nextBack = ({ instances, ini }: LibraryEntry, look: EntryLook): EntryMove => {
  const strange = look.instances.find((now) => !instances.some((one) => sameInstance(one, now)));
  if (strange !== undefined) return obstacle('WMI has got a newer instance of the package since.');
  const lacking = instances.find((one) => !look.instances.some((now) => sameInstance(one, now)));
  if (ini === null) {
    if (look.inPkgLib !== 'absent') return obstacle('PkgLib has got an .INI of the package since.');
  } else if (look.inPkgLib === 'absent') {
    if (look.inQuarantine === 'absent')
      return obstacle('The .INI is neither in PkgLib nor in the quarantine. The journal has its bytes.');
    if (!isSame(ini, look.inQuarantine))
      return obstacle('The .INI in the quarantine is not what was moved there.');
    return { kind: 'moveBack' };
  } else if (!isSame(ini, look.inPkgLib)) {
    return obstacle('PkgLib has got a newer .INI of the package since.');
  }
  return lacking === undefined ? { kind: 'done' } : { kind: 'create', instance: lacking };
};

/** Takes back what was begun when it cannot be ended: the .INI as it lies in the quarantine, whatever it says. */
export const nextUndone = (entry: LibraryEntry, look: EntryLook): EntryMove =>
  look.inPkgLib === 'absent' && typeof look.inQuarantine === 'object'
    ? { kind: 'moveBack' }
    : nextBack(entry, look);

/** The entry stands where the plan saw it: nothing has been taken out, nothing has come. */
export const standsAsPlanned = ({ instances, ini }: LibraryEntry, look: EntryLook): boolean =>
  look.instances.length === instances.length &&
  instances.every((one) => look.instances.some((now) => sameInstance(one, now))) &&
  (ini === null ? look.inPkgLib === 'absent' : isSame(ini, look.inPkgLib)) &&
  look.inQuarantine === 'absent';
