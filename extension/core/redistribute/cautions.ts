import type { Candidate } from './candidate';
import type { GuardContext, PairAction } from './guards/guard';
import { timeOf } from './guards/place';
import { suspicionOf } from './suspicion';

/** What an admin should know of a step before confirming it. */
export const cautionsOf = (
  action: PairAction,
  candidate: Candidate,
  context: GuardContext,
): readonly string[] => {
  switch (action) {
    case 'redistribute':
    case 'distribute':
      return [
        ...ofMarks(candidate),
        ...ofVerdict(action, candidate),
        ...ofPlace(action, candidate),
        ...ofPull(candidate, context),
      ];
    case 'validate':
      return [...ofMarks(candidate), ...ofValidation(candidate)];
    case 'remove':
      return ofRemoval(candidate);
    case 'cancel':
      return candidate.dp?.isSiteServer === undefined
        ? ['It is not known whether the DP is on the site server, where a cancellation does nothing.']
        : [];
  }
};

const ofMarks = ({ finding }: Candidate): readonly string[] =>
  when(finding.marks?.acknowledged === 'yes', 'An admin has acknowledged this finding: it needs no action.');

const ofVerdict = (
  action: PairAction,
  { finding, package: content, troubles, sample }: Candidate,
): readonly string[] => [
  ...when(
    finding.verdict === 'cancelled',
    'Someone cancelled this distribution. Ask why before it is sent again.',
  ),
  ...when(
    finding.verdict === 'distributionFailed',
    'The last distribution failed. It fails again unless its cause is gone.',
  ),
  ...when(
    troubles.some(({ kind }) => kind === 'diskFull'),
    'The disk of the DP was full when it was last sent.',
  ),
  ...when(
    action === 'redistribute' && suspicionOf(finding, sample) !== 'none',
    "The DP's last validation cycle looks wrong as a whole; the content may be there.",
  ),
  ...when(content?.bytes === undefined, 'The size of the package is not known.'),
];

const ofPlace = (action: PairAction, { dp, place }: Candidate): readonly string[] => [
  ...when(
    action === 'redistribute' && dp?.isSiteServer === undefined,
    'It is not known whether the DP is on the site server, where a redistribution does nothing.',
  ),
  ...when(dp?.isCloud === true, 'Cloud DP: the content is uploaded to Azure.'),
  ...when(dp?.isCloud !== true && place?.free === undefined, 'Whether the DP has room for it was not read.'),
  ...(place?.down === undefined
    ? []
    : [
        `The site counts the DP as down since ${timeOf(place.down.since)} (AvailabilityState ${place.down.state ?? 'unknown'}).`,
      ]),
];

const ofPull = ({ dp, pullSources }: Candidate, { notRead }: GuardContext): readonly string[] => {
  if (dp?.isPullDp === undefined) return ['It is not known whether this is a pull DP.'];
  if (!dp.isPullDp) return [];
  const told = 'Pull DP: it is told to fetch the content from its own source DPs.';
  if (pullSources.length === 0)
    return [
      told,
      notRead.has('pullSources') ? 'Its source DPs were not read.' : 'No source DP of it is known.',
    ];
  return pullSources.some(({ has }) => has === true)
    ? [told]
    : [told, 'Whether a source DP of it has the content is not known.'];
};

const ofValidation = ({ finding, dp, sample }: Candidate): readonly string[] => [
  ...when(
    suspicionOf(finding, sample) === 'unsampled',
    "The DP's last validation cycle looks wrong as a whole: a good pick for a sample.",
  ),
  ...when(
    dp?.validates === false,
    "Content validation is off in this DP's properties; this check is made once.",
  ),
];

const ofRemoval = ({ groups, dp }: Candidate): readonly string[] => [
  ...when(
    groups.length > 0,
    `A DP group asks for it there (${groups.join(', ')}): the group is then out of step, and may send it again.`,
  ),
  ...when(
    dp?.isSiteServer !== false,
    "On the site server's own DP the site's library keeps the content; only the target goes.",
  ),
];

const when = (holds: boolean, caution: string): readonly string[] => (holds ? [caution] : []);
