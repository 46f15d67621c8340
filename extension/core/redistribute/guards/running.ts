import type { Candidate } from '../candidate';
import { disturbing, type Guard } from './guard';

/** States of the summarizer (SDK, SMS_PackageStatusDistPointsSummarizer). */
const pendingStates: ReadonlySet<number> = new Set([1, 2, 7]);
const removalStates: ReadonlySet<number> = new Set([4, 5, 6]);
const monitoringState = 8;

/** Something is under way that a write would disturb, repeat or be lost on. */
export const runningGuards: readonly Guard[] = [
  {
    rule: 'removing',
    actions: disturbing,
    against: ({ finding }) =>
      finding.verdict === 'removing' ? `${finding.reason} Wait until it is gone.` : undefined,
  },
  {
    rule: 'removeFailed',
    actions: disturbing,
    against: ({ finding, pairNow }) => {
      if (finding.verdict === 'removeFailed')
        return `${finding.reason} Look for its cause in distmgr.log before anything else is asked for.`;
      return removalStates.has(pairNow.state ?? -1)
        ? `Its removal from the DP is under way or has failed (State ${pairNow.state ?? ''}).`
        : undefined;
    },
  },
  {
    rule: 'siteProcessing',
    actions: disturbing,
    against: ({ finding, packageNow }) => {
      if (finding.verdict === 'siteProcessing') return `${finding.reason} Wait until the site is done.`;
      const { actionInProgress = 0 } = packageNow ?? {};
      return actionInProgress === 0
        ? undefined
        : `The site is processing the package (Action ${actionInProgress}). Wait until it is done.`;
    },
  },
  {
    rule: 'inFlight',
    actions: disturbing,
    against: (candidate) => {
      if (candidate.finding.verdict === 'inFlight')
        return `${candidate.finding.reason} It is on its way: another write would only send it again.`;
      return candidate.finding.verdict === 'stalled' ? undefined : underWay(candidate);
    },
  },
  {
    rule: 'stalled',
    actions: disturbing,
    against: ({ finding }) =>
      finding.verdict === 'stalled'
        ? `${finding.reason} Look why (PkgXferMgr.log, distmgr.log). When it will not go on, cancel it first, and plan again.`
        : undefined,
  },
  {
    rule: 'nothingRunning',
    actions: ['cancel'],
    against: ({ finding, pairNow }, { notRead }) => {
      if (finding.verdict !== 'inFlight' && finding.verdict !== 'stalled')
        return 'No distribution of this package to this DP is known to run.';
      const ended =
        pairNow.state !== undefined && !pendingStates.has(pairNow.state) && pairNow.openJobs === 0;
      return ended && !notRead.has('openJobs') && !notRead.has('summaries')
        ? `It has come to its end since (State ${pairNow.state}). Nothing is left to cancel.`
        : undefined;
    },
  },
  {
    rule: 'validationRunning',
    actions: ['redistribute', 'validate', 'remove'],
    against: ({ finding, pairNow }, { validating }) => {
      if (validating.has(finding.dp))
        return 'Content validation runs on this DP now. Wait until it has finished.';
      return pairNow.state === monitoringState
        ? 'The package is being validated on this DP now (State 8). Wait for the result.'
        : undefined;
    },
  },
];

/** Begun since the findings were read. */
const underWay = ({ pairNow: { state, openJobs } }: Candidate): string | undefined => {
  if (state !== undefined && pendingStates.has(state))
    return `A distribution of it is under way now (State ${state}).`;
  return openJobs > 0 ? 'A distribution job of it is open now.' : undefined;
};
