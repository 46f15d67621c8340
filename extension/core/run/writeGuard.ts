import { isPending, summaryState, targetDeleted } from './pairProgress';
import type { RunStep, StateBefore } from './runPlan';

/** What the provider told right before a write. 'none': it says that there is no such instance. */
export interface ReadBefore {
  /** SMS_DistributionPoint. */
  readonly target: { readonly status: number; readonly lastRefreshTime: number | undefined } | 'none';
  /** SMS_PackageStatusDistPointsSummarizer. */
  readonly summary: { readonly state: number } | 'none' | 'notRead';
  /** SMS_Package, or its base class. */
  readonly package: PackageBefore | 'none' | 'notRead';
  /** A job of the pair has not come to its end, as the site database tells. */
  readonly hasOpenJob: boolean;
}

export interface PackageBefore {
  readonly actionInProgress: number;
  readonly sourceVersion: number | undefined;
  /** It has no files of its own: a task sequence, no source, or it needs no DP. */
  readonly isEmpty: boolean;
}

/** Why the step is not written now; undefined when nothing is against it. What was not read is against it. */
export const writeObstacle = (step: RunStep, read: ReadBefore): string | undefined => {
  switch (step.action) {
    // What is against these, the DP tells.
    case 'quarantine':
    case 'restore':
    case 'validateDp':
    case 'checkLists':
      return undefined;
    case 'updateContent':
      return packageObstacle(step, read);
    case 'cancel':
      return targetObstacle(step, read) ?? cancelObstacle(step, read);
    case 'distribute':
      return (
        presentObstacle(read) ??
        summaryObstacle(step, read) ??
        packageObstacle(step, read) ??
        emptyObstacle(step, read)
      );
    case 'remove':
      return targetObstacle(step, read) ?? summaryObstacle(step, read);
    case 'validate':
    case 'redistribute':
      return (
        targetObstacle(step, read) ??
        summaryObstacle(step, read) ??
        packageObstacle(step, read) ??
        emptyObstacle(step, read)
      );
  }
};

/** The journal's record of it: what an effect is told from later. */
export const stateBefore = (read: ReadBefore): StateBefore => ({
  state: typeof read.summary === 'object' ? read.summary.state : undefined,
  sourceVersion: typeof read.package === 'object' ? read.package.sourceVersion : undefined,
  lastRefreshTime: typeof read.target === 'object' ? read.target.lastRefreshTime : undefined,
});

const targetObstacle = ({ before }: RunStep, { target }: ReadBefore): string | undefined => {
  if (target === 'none')
    return 'The SMS Provider shows no target: the package is no longer targeted to this DP, or this account may not see it.';
  if (target.status === targetDeleted) return 'The package is being removed from this DP.';
  const { lastRefreshTime } = target;
  return before.lastRefreshTime !== undefined &&
    lastRefreshTime !== undefined &&
    lastRefreshTime > before.lastRefreshTime
    ? 'It was distributed again since the plan was made.'
    : undefined;
};

const presentObstacle = ({ target }: ReadBefore): string | undefined => {
  if (target === 'none') return undefined;
  return target.status === targetDeleted
    ? 'The package is being removed from this DP. Wait until that is done.'
    : 'The package has been targeted to this DP since the plan was made.';
};

const summaryObstacle = (
  { action, before }: RunStep,
  { summary, hasOpenJob }: ReadBefore,
): string | undefined => {
  if (hasOpenJob) return 'A job sends its content now. Wait, or cancel that first.';
  if (summary === 'notRead') return 'Its state could not be read, so nothing was written.';
  if (summary === 'none')
    return action === 'distribute' || action === 'remove'
      ? undefined
      : 'The site tells no state of it, so nothing was written.';
  const { state } = summary;
  switch (state) {
    case summaryState.installPending:
    case summaryState.installRetrying:
    case summaryState.contentUpdating:
      return `Its content is being sent (state ${state}). Wait, or cancel that first.`;
    case summaryState.removalPending:
    case summaryState.removalRetrying:
    case summaryState.removalFailed:
      return `Its removal is not done (state ${state}).`;
    case summaryState.contentMonitoring:
      return `It is being validated (state ${state}). Wait until that is done.`;
  }
  return before.state !== undefined && before.state !== state
    ? `It has changed since the plan was made: from state ${before.state} to ${state}. Plan again.`
    : undefined;
};

const cancelObstacle = ({ before }: RunStep, { summary }: ReadBefore): string | undefined =>
  isPending(before.state) && typeof summary === 'object' && summary.state === summaryState.installed
    ? 'The distribution has finished.'
    : undefined;

const packageObstacle = ({ before }: RunStep, read: ReadBefore): string | undefined => {
  const content = read.package;
  if (content === 'notRead') return 'The package could not be read, so nothing was written.';
  if (content === 'none')
    return 'The SMS Provider shows no such package: it was deleted, or this account may not see it.';
  if (content.actionInProgress !== 0)
    return `The site is working on the package (ActionInProgress ${content.actionInProgress}). Wait until it is done.`;
  return before.sourceVersion !== undefined && before.sourceVersion !== content.sourceVersion
    ? `The package was updated since the plan was made: from version ${before.sourceVersion} to ${content.sourceVersion ?? 'unknown'}. Plan again.`
    : undefined;
};

const emptyObstacle = ({ action, bytes }: RunStep, { package: content }: ReadBefore): string | undefined =>
  (typeof content === 'object' && content.isEmpty) || (action !== 'validate' && bytes === 0)
    ? 'The package has no files to distribute.'
    : undefined;
