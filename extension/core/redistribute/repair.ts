import type { Candidate } from './candidate';
import type { GuardContext, PairAction, Refusal } from './guards/guard';

/** The cheapest action that repairs a finding, or why there is none. */
export type Repair =
  { readonly kind: 'action'; readonly action: PairAction } | ({ readonly kind: 'none' } & Refusal);

/** So many packages of a DP with a suspect cycle are validated one by one, before more is believed of it. */
export const suspectSample = 3;

/**
 * What a pair's verdict asks for; the guards decide afterwards whether it may be done.
 * @param sampled how many pairs of the DP the plan validates as a sample already
 */
export const repairOf = ({ finding }: Candidate, sampled: number): Repair => {
  switch (finding.verdict) {
    case 'missing':
    case 'hashFailed':
    case 'filesMissing':
    case 'corrupt':
      if (!finding.suspectCycle) return to('redistribute');
      return sampled < suspectSample ? to('validate') : suspect;
    case 'distributionFailed':
    case 'oldVersion':
      return to('redistribute');
    case 'notTargeted':
      return to('distribute');
    case 'newSinceCycle':
    case 'cycleBroken':
    case 'purged':
    case 'notValidating':
    case 'stale':
    case 'cycleNever':
      return to('validate');
    case 'cancelled':
      return none(
        'cancelled',
        `${finding.reason} Ask why; choose Redistribute when it is to be sent all the same.`,
      );
    case 'validated':
      return none('nothingToRepair', 'The content is proved to be there.');
    case 'dpGone':
    case 'removing':
    case 'removeFailed':
    case 'deleted':
    case 'unread':
    case 'noContent':
    case 'siteProcessing':
    case 'inFlight':
    case 'stalled':
      // The guards say why these are left alone.
      return to('redistribute');
  }
};

const to = (action: PairAction): Repair => ({ kind: 'action', action });

const none = (rule: string, reason: string): Repair => ({ kind: 'none', rule, reason });

const suspect = none(
  'suspectCycle',
  `The DP's last validation cycle found so much missing that lost messages or an offline drive are likelier than lost content. ${suspectSample} of its packages are validated first; plan again when their results are there.`,
);

/** Why not another action, in a sentence. */
export const insteadOf = (
  action: PairAction,
  { finding, package: content }: Candidate,
  { purpose }: Pick<GuardContext, 'purpose'>,
): string => {
  switch (action) {
    case 'redistribute':
      return finding.verdict === 'oldVersion'
        ? 'Validating would only confirm the older version; updating the content would raise the version once more and send it to every DP of the package.'
        : finding.verdict === 'cancelled'
          ? 'Validating brings no content; waiting does not either, since nothing is on its way.'
          : 'Validating again brings no content, and its absence is proved; updating the content would send it to every DP of the package.';
    case 'validate':
      return finding.suspectCycle
        ? 'Sending everything again is not justified before a sample has confirmed what the cycle said.'
        : `Nothing proves that the content is missing: sending every file${sizeOf(content?.bytes)} again may be for nothing.`;
    case 'distribute':
      return 'There is nothing to redistribute or validate: the site has no target for the package on this DP.';
    case 'cancel':
      return 'A new distribution would only queue behind the one that is under way.';
    case 'remove':
      return purpose === 'repair'
        ? ''
        : 'Removing takes the target and the content away; cancelling would leave both.';
  }
};

const sizeOf = (bytes: number | undefined): string =>
  bytes === undefined ? '' : ` (${Math.round(bytes / 1024 ** 2)} MB)`;
