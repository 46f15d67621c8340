import type { DpKey } from '../content/nalPath';
import { blocksWrite } from '../reconcile/verdict';
import { tallyClass } from '../reconcile/tally';
import type { Candidate, Circumstances } from './candidate';
import type { PlanAction } from './plan';

export type PairAction = Exclude<PlanAction, 'validateDp'>;

/** What a guard may look at: the moment, and how many pairs of a suspect cycle each DP has in the selection. */
export interface GuardContext extends Circumstances {
  readonly suspectPairs: ReadonlyMap<DpKey, number>;
}

/** A named rule that keeps a write from a pair, and why. */
interface Guard {
  readonly rule: string;
  readonly actions: readonly PairAction[];
  readonly refuses: (candidate: Candidate, context: GuardContext) => boolean;
  readonly reason: (candidate: Candidate) => string;
}

export interface Refusal {
  readonly rule: string;
  readonly reason: string;
}

const always: readonly PairAction[] = ['redistribute', 'validate', 'cancel'];

/** The first that refuses wins: what can never be written comes before what may be later. */
const guards: readonly Guard[] = [
  {
    rule: 'notTargeted',
    actions: always,
    refuses: ({ finding }) => finding.verdict === 'notTargeted',
    reason: () =>
      'The package was never targeted to this DP, so the site has nothing to redistribute, validate or cancel. Distribute it to the DP in the console.',
  },
  {
    rule: 'dpGone',
    actions: always,
    refuses: ({ finding }) => finding.verdict === 'dpGone',
    reason: () => 'The DP no longer exists. Remove the target in the console.',
  },
  {
    rule: 'deleted',
    actions: always,
    refuses: ({ finding }) => finding.verdict === 'deleted',
    reason: () => 'The package was deleted.',
  },
  {
    rule: 'dpNotRead',
    actions: always,
    refuses: ({ dp }) => dp === undefined,
    reason: () => 'The DP was not read, so it is not known what may be done to it. Refresh the site.',
  },
  {
    rule: 'nothingRunning',
    actions: ['cancel'],
    refuses: ({ finding }) => finding.verdict !== 'inFlight' && finding.verdict !== 'stalled',
    reason: () => 'No distribution of this package to this DP is known to run.',
  },
  {
    rule: 'noContent',
    actions: ['redistribute', 'validate'],
    refuses: ({ finding }) => finding.verdict === 'noContent',
    reason: () => 'The package has no source files.',
  },
  {
    rule: 'blocksWrite',
    actions: ['redistribute', 'validate'],
    refuses: ({ finding }) => blocksWrite(finding.verdict),
    reason: ({ finding }) => `Nothing is written in this state. ${finding.reason}`,
  },
  {
    rule: 'cloudDp',
    actions: ['validate'],
    refuses: ({ dp }) => dp?.isCloud === true,
    reason: () => 'A cloud DP has no content validation.',
  },
  {
    rule: 'siteServerDp',
    actions: ['redistribute'],
    refuses: ({ dp }) => dp?.isSiteServer === true,
    reason: () =>
      "This DP is on the site server, whose library is the site's own: a redistribution does nothing there. Update the package's content in the console.",
  },
  {
    rule: 'nothingToRepair',
    actions: ['redistribute'],
    refuses: ({ finding }) => finding.verdict === 'validated',
    reason: () => 'The content is proved to be there.',
  },
  {
    rule: 'notProvedMissing',
    actions: ['redistribute'],
    refuses: ({ finding }) => {
      const standing = tallyClass(finding.verdict);
      return standing === 'unknown' || standing === 'stale';
    },
    reason: () => 'The content is not proved to be missing. Validate the package on this DP first.',
  },
  {
    rule: 'validationRunning',
    actions: ['redistribute', 'validate'],
    refuses: ({ finding }, { validating }) => validating.has(finding.dp),
    reason: () => 'Content validation runs on this DP now. Wait until it has finished.',
  },
  {
    rule: 'suspectCycle',
    actions: ['redistribute'],
    refuses: ({ finding }, { suspectPairs }) =>
      finding.suspectCycle && (suspectPairs.get(finding.dp) ?? 0) > 1,
    reason: () =>
      "The DP's last validation cycle found so much missing that lost messages or an offline drive are likelier than lost content. Validate a few of these packages on the DP first.",
  },
];

/** Why this write is not made; undefined when no rule is against it. */
export const refusal = (
  action: PairAction,
  candidate: Candidate,
  context: GuardContext,
): Refusal | undefined => {
  const guard = guards.find(
    ({ actions, refuses }) => actions.includes(action) && refuses(candidate, context),
  );
  return guard && { rule: guard.rule, reason: guard.reason(candidate) };
};

/** How many pairs of a suspect cycle are chosen on each DP: more than one is a bulk write. */
export const suspectPairs = (candidates: readonly Candidate[]): ReadonlyMap<DpKey, number> => {
  const counts = new Map<DpKey, number>();
  for (const { finding } of candidates)
    if (finding.suspectCycle) counts.set(finding.dp, (counts.get(finding.dp) ?? 0) + 1);
  return counts;
};
