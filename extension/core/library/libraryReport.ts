import type { DpKey } from '../content/nalPath';
import type { LibraryLook, Reading } from './libraryLook';
import type { LibraryList, Mismatch, OnlyReported } from './mismatch';

/** How many packages each list has; without a number it was not read. */
export type ListCounts = Readonly<Partial<Record<LibraryList, number>>>;

/** What is wrong in the library of one DP. */
export interface LibraryReport {
  readonly dp: DpKey;
  readonly dpName: string;
  /** Why nothing of it is repaired; undefined: it may be planned. */
  readonly onlyReported: OnlyReported | undefined;
  /** Root of the library as UNC; undefined: none answered. */
  readonly root: string | undefined;
  readonly counts: ListCounts;
  /** One look or two; narrowed to what was found to be wrong. A repair compares with the last of them. */
  readonly looks: readonly LibraryLook[];
  readonly mismatches: readonly Mismatch[];
  /** What could not be read, each with its cause, as sentences. */
  readonly notRead: readonly string[];
}

/** Something is there that an admin has to look at: what is in flight settles by itself. */
export const needsAttention = ({ mismatches }: LibraryReport): boolean =>
  mismatches.some(({ kind }) => kind !== 'inFlight');

export const listCounts = ({ site, wmi, pkgLib }: LibraryLook): ListCounts => ({
  ...(site.kind === 'read' ? { site: site.value.targets.size } : {}),
  ...(wmi.kind === 'read' ? { wmi: wmi.value.size } : {}),
  ...(pkgLib.kind === 'read' ? { pkgLib: pkgLib.value.packages.size } : {}),
});

/** What a look could not read, each with its cause. */
export const whatWasNotRead = (registry: Reading<unknown>, look: LibraryLook): readonly string[] => [
  ...causeOf('Registry', registry),
  ...causeOf('Site database', look.site),
  ...causeOf('WMI list', look.wmi),
  ...causeOf('PkgLib', look.pkgLib),
  ...jobsNote(look),
];

const causeOf = (what: string, reading: Reading<unknown>): readonly string[] =>
  reading.kind === 'notRead' ? [`${what}: ${reading.cause}`] : [];

/** Without jobs, what is on its way is only told by the state of the summarizer. */
const jobsNote = (look: LibraryLook): readonly string[] =>
  look.site.kind === 'read' && look.site.value.openJobs === undefined
    ? [
        'Distribution jobs (vSMS_DistributionJob): a distribution that waits cannot be told from one that is lost.',
      ]
    : [];
