import { formatBytes } from '../../filter/bytes';
import { approvalProblem, approvableActions, type ApprovableAction, type Approval } from './approval';

/** A plan, as far as an approval is about it. */
export interface ProposedWork {
  /** Of each step, also such as nobody can approve beforehand. */
  readonly actions: readonly string[];
  readonly steps: number;
  /** Sum of the sizes that are known. */
  readonly bytes: number;
  readonly stepsOfUnknownSize: number;
  /** Why nobody should apply it unseen, whatever is approved; sentences. */
  readonly doubts: readonly string[];
}

/** What was begun in the last 24 hours on one DP. */
export interface SpentOnDp {
  readonly dpName: string;
  readonly steps: number;
  readonly bytes: number;
}

/**
 * Why a plan for a DP is not applied by itself; empty when all of it is approved.
 * @param spent over all DPs in the 24 hours before
 */
export const againstApproval = (
  work: ProposedWork,
  dpName: string,
  { approval, siteCode, spent, now }: ApprovedState,
): readonly string[] => {
  if (typeof approval === 'string') return [approval];
  const problem = approvalProblem(approval, siteCode, now);
  if (problem !== undefined) return [problem];
  const { caps, actions } = approval;
  const steps = sum(spent.map((one) => one.steps)) + work.steps;
  const bytes = sum(spent.map((one) => one.bytes)) + work.bytes;
  const dps = new Set([...spent.map((one) => one.dpName), dpName].map((name) => name.toLowerCase())).size;
  return [
    ...work.doubts,
    ...actionProblems(work.actions, actions),
    ...(steps > caps.steps ? [`${steps} steps in 24 hours, ${caps.steps} are approved.`] : []),
    ...(dps > caps.distributionPoints
      ? [`${dps} distribution points in 24 hours, ${caps.distributionPoints} are approved.`]
      : []),
    ...(bytes > caps.bytes
      ? [`${formatBytes(bytes)} in 24 hours, ${formatBytes(caps.bytes)} are approved.`]
      : []),
    ...(work.stepsOfUnknownSize > 0
      ? [`How much ${work.stepsOfUnknownSize} of the steps send is not known, so no cap can hold for them.`]
      : []),
  ];
};

export interface ApprovedState {
  /** Or why there is none. */
  readonly approval: Approval | string;
  readonly siteCode: string;
  readonly spent: readonly SpentOnDp[];
  /** UTC epoch milliseconds. */
  readonly now: number;
}

const actionProblems = (
  planned: readonly string[],
  approved: readonly ApprovableAction[],
): readonly string[] => {
  const missing = [...new Set(planned)].filter((action) => !approved.some((one) => one === action));
  const never = missing.filter((action) => !approvableActions.some((one) => one === action));
  const later = missing.filter((action) => !never.includes(action));
  return [
    ...(never.length > 0 ? [`Never approved beforehand: ${never.join(', ')}.`] : []),
    ...(later.length > 0 ? [`Not approved: ${later.join(', ')}.`] : []),
  ];
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
