import type { DistributionPoint } from '../../content/distributionPoint';
import type { Refusal } from '../../redistribute/guards';
import type { LibraryFinding, Mismatch, OnlyReported } from '../mismatch';

/** What repairs a mismatch: its content is sent again, or its entry taken out of the lists; or why nothing does. */
export type RepairWay =
  { readonly kind: 'redistribute' | 'quarantine' } | ({ readonly kind: 'none' } & Refusal);

/** What a repair has to know of the place beside the mismatch. */
export interface MismatchPlace {
  /** undefined: the site no longer has the DP. */
  readonly dp: DistributionPoint | undefined;
  /** Why its mismatches are only reported; undefined: they may be repaired. */
  readonly onlyReported: OnlyReported | undefined;
  /** Names of DP groups that ask for the package on the DP. */
  readonly groups: readonly string[];
}

const none = (rule: string, reason: string): RepairWay => ({ kind: 'none', rule, reason });

/** By what was found, and nothing by guess. */
export const repairWay = (mismatch: Mismatch, place: MismatchPlace): RepairWay => {
  const against = placeRefusal(place) ?? doubt(mismatch);
  if (against !== undefined) return { kind: 'none', ...against };
  switch (mismatch.kind) {
    case 'unknown':
      return none('unread', 'One of the lists could not be read: what it holds is unknown. Look again.');
    case 'inFlight':
      return none(
        'inFlight',
        'Something is on its way there, or changed between the looks. Look again later.',
      );
    case 'damaged':
      return damaged(mismatch.findings);
    case 'notThere':
      return { kind: 'redistribute' };
    case 'onlyInWmi':
    case 'onlyInPkgLib':
    case 'notTargeted':
    case 'filesMissing':
      return mismatch.targeted === true ? { kind: 'redistribute' } : unwanted(place);
  }
};

const placeRefusal = ({ dp, onlyReported }: MismatchPlace): Refusal | undefined => {
  if (dp === undefined)
    return { rule: 'dpGone', reason: 'The site no longer has this distribution point. Refresh the site.' };
  if (dp.isCloud) return { rule: 'cloudDp', reason: 'A cloud DP has no such lists.' };
  switch (onlyReported) {
    case undefined:
      return undefined;
    case 'siteServer':
      return {
        rule: 'siteServer',
        reason:
          "This DP is on a site server: its PkgLib is the site's own library, and nothing is taken out of that.",
      };
    case 'remoteLibrary':
      return {
        rule: 'remoteLibrary',
        reason: 'The content library of this DP is not on a drive of its own. It is only reported.',
      };
    case 'notKnown':
      return {
        rule: 'libraryNotKnown',
        reason:
          'Whether this DP shares a site server or has a remote content library could not be read. Without knowing that, nothing is changed there.',
      };
  }
};

const strange: ReadonlySet<LibraryFinding['kind']> = new Set([
  'notUnderstood',
  'wrongKind',
  'strayName',
  'unreadable',
]);

const doubt = ({ packageId, kind, seenTwice, targeted, findings }: Mismatch): Refusal | undefined => {
  if (packageId === '')
    return {
      rule: 'strayName',
      reason: `${findings[0]?.path ?? 'It'} is named like no package. Look at it on the DP; it is not touched here.`,
    };
  if (kind !== 'damaged' && findings.some((one) => one.in === 'pkgLib' && strange.has(one.kind)))
    return damaged(findings);
  if (kind === 'damaged' || kind === 'inFlight' || kind === 'unknown') return undefined;
  if (!seenTwice)
    return {
      rule: 'seenOnce',
      reason: 'It was seen once only. Look again after some minutes: what still differs then is repaired.',
    };
  return targeted === undefined
    ? {
        rule: 'targetUnknown',
        reason:
          'Whether the site targets the package to this DP could not be read, and the repair depends on it.',
      }
    : undefined;
};

const damaged = (findings: readonly LibraryFinding[]): Refusal & { readonly kind: 'none' } => ({
  kind: 'none',
  rule: 'damaged',
  reason: [
    'What stands in the library cannot be understood, and is not repaired by guess.',
    ...findings.slice(0, 3).map(({ path, detail }) => `${path}: ${detail}`),
  ].join(' '),
});

/** Not targeted: but a group that still asks for it says that somebody took it away by mistake. */
const unwanted = ({ groups }: MismatchPlace): RepairWay =>
  groups.length === 0
    ? { kind: 'quarantine' }
    : none(
        'groupAsks',
        `A DP group asks for it there (${groups.join(', ')}), though the site does not target it: it was probably removed from this DP by mistake. Distribute it, or remove it from the group.`,
      );
