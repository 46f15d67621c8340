import type { Candidate } from './candidate';
import type { GuardContext, PairAction, Refusal } from './guards/guard';
import { suspectSample, suspicionOf } from './suspicion';

/** The cheapest action that repairs a finding, or why there is none. */
export type Repair =
  { readonly kind: 'action'; readonly action: PairAction } | ({ readonly kind: 'none' } & Refusal);

/**
 * What a pair's verdict asks for; the guards decide afterwards whether it may be done.
 * @param planned how many pairs of the DP the plan validates as a sample already
 */
export const repairOf = (candidate: Candidate, planned: number): Repair => {
  const { finding } = candidate;
  switch (finding.verdict) {
    case 'missing':
    case 'hashFailed':
    case 'filesMissing':
    case 'corrupt':
      return ofLoss(candidate, planned);
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

/** Content is said to be lost: by a cycle that can be believed, or not. */
const ofLoss = ({ finding, sample }: Candidate, planned: number): Repair => {
  switch (suspicionOf(finding, sample)) {
    case 'none':
      return to('redistribute');
    case 'refuted':
      return to('validate');
    case 'unsampled': {
      const known = (sample?.passed ?? 0) + (sample?.failed ?? 0);
      return known + planned < suspectSample ? to('validate') : unsampled;
    }
  }
};

const to = (action: PairAction): Repair => ({ kind: 'action', action });

const none = (rule: string, reason: string): Repair => ({ kind: 'none', rule, reason });

const unsampled = none(
  'suspectCycle',
  `The DP's last validation cycle found so much missing that lost messages or an offline drive are likelier than lost content. ${suspectSample} of its packages are validated first; plan again when their results are there.`,
);

/** Why not another action, in a sentence. */
export const insteadOf = (
  action: PairAction,
  { finding, package: content, sample }: Candidate,
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
      return suspicionOf(finding, sample) !== 'none'
        ? 'Sending it again is not justified before validations of single packages have confirmed what the cycle said.'
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
