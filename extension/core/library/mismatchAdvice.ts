import type { Mismatch, OnlyReported } from './mismatch';

export interface AdviceGround {
  readonly onlyReported: OnlyReported | undefined;
  /** Of ConfigMgr, as v_Site tells it, for example `5.00.9128.1000`; undefined: not known. */
  readonly version: string | undefined;
}

/** What a mismatch means and what is to be done about it, as sentences. Nothing of it is done by the finder. */
export const mismatchAdvice = (
  { kind, targeted, seenTwice }: Pick<Mismatch, 'kind' | 'targeted' | 'seenTwice'>,
  { onlyReported, version }: AdviceGround,
): string => {
  const parts = [meaning(kind, targeted)];
  if (kind === 'onlyInWmi' && targeted === false && version !== undefined)
    parts.unshift(
      `From release 2010 on, Microsoft's Content Library Cleanup tool removes orphaned WMI records itself: let it do that first (this site is ${version}).`,
    );
  if (!isMendable(kind)) return parts.join(' ');
  if (onlyReported !== undefined) parts.push(reportedWords[onlyReported]);
  else if (!seenTwice) parts.push('Seen once only: look again before anything is changed.');
  return parts.join(' ');
};

/** Whether the finder's mismatches of this kind may be planned to be repaired at all. */
export const isMendable = (kind: Mismatch['kind']): boolean =>
  kind === 'onlyInWmi' ||
  kind === 'onlyInPkgLib' ||
  kind === 'notTargeted' ||
  kind === 'notThere' ||
  kind === 'filesMissing';

export const reportedWords: Readonly<Record<OnlyReported, string>> = {
  siteServer:
    "Only reported: the DP is on a site server, whose library is the site's own. Update the package's content in the console instead.",
  remoteLibrary: 'Only reported: the content library is not on a drive of this DP.',
  notKnown: "Only reported: it is not known whether this library is the site's own or a remote one.",
};

const meaning = (kind: Mismatch['kind'], targeted: boolean | undefined): string => {
  switch (kind) {
    case 'onlyInWmi':
      return `WMI lists it and PkgLib has no .INI of it, so validation stops with 2388.${next(targeted)}`;
    case 'onlyInPkgLib':
      return `PkgLib has an .INI of it and WMI does not list it, so validation stops with 2388.${next(targeted)}`;
    case 'notTargeted':
      return 'The DP holds it, and the site does not target it. Look for a group that should ask for it; else the cleanup tool removes it.';
    case 'notThere':
      return 'The site targets it, and neither list of the DP has it. Redistribute it, then validate.';
    case 'damaged':
      return 'It is never repaired by guess: look at it on the DP, or redistribute the package if it is targeted.';
    case 'filesMissing':
      return 'Both lists have it, and its content is not whole. Redistribute it, then validate.';
    case 'inFlight':
      return 'Something is at work on it: wait for that, and look again.';
    case 'unknown':
      return 'Not everything about it could be read. See what was not read, and look again.';
  }
};

const next = (targeted: boolean | undefined): string => {
  if (targeted === undefined) return ' Whether it is targeted is not known.';
  return targeted
    ? ' It is targeted: redistribute it and validate.'
    : ' It is not targeted: the entry is quarantined and taken out, then the DP is validated.';
};
