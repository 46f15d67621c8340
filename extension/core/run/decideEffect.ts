import { arrivalIds, isAboutValidation, isDistributionFailure, removedId } from '../reconcile/messageIds';
import { listIds } from './listNews';
import { validationSigns } from '../validate/validationSigns';
import { isPending, jobState, targetDeleted, type PairProgress } from './pairProgress';
import type { RunStep, StateBefore } from './runPlan';
import { toldBy } from './toldBy';

/** The site begins to distribute: told by Distribution Manager or Package Transfer Manager, or by a pull DP. */
const beginIds: ReadonlySet<number> = new Set([2317, 2342, 2357, 8204, 8205, 8206, 9507, 9508]);

/** Audit messages: targeted to a DP, its row modified (RefreshNow), removed; distribution cancelled. */
const audit = { targeted: 30009, modified: 30010, removed: 30011, added: 30125, cancelled: 40409 } as const;
const cancelledId = 9506;

/**
 * What shows that a write had its effect of which no answer is known; undefined when nothing does: then nobody
 * can tell, and it is not written again.
 * @param at when its intent was written
 */
export const effectSeen = (
  { action }: RunStep,
  at: number,
  before: StateBefore,
  { target, summary, job, package: content, messages, validation }: PairProgress,
): string | undefined => {
  // Times of status messages may be of whole seconds.
  const since = Math.floor(at / 1000) * 1000;
  const told = (fits: (id: number) => boolean): string | undefined => {
    const found = messages.find(({ messageId, time }) => time >= since && fits(messageId));
    return found && toldBy(found);
  };
  switch (action) {
    case 'redistribute':
      return (
        told((id) => id === audit.modified || isOfDistribution(id)) ??
        (typeof target === 'object' && (target.lastRefreshTime ?? 0) > (before.lastRefreshTime ?? at)
          ? 'LastRefreshTime is newer than before'
          : undefined) ??
        (job?.created !== undefined && job.created >= since ? 'a job was created since' : undefined) ??
        (isPending(summary?.state) && !isPending(before.state) ? `state ${summary?.state ?? ''}` : undefined)
      );
    case 'distribute':
      return (
        told((id) => id === audit.targeted || id === audit.added || isOfDistribution(id)) ??
        (typeof target === 'object' && target.status !== targetDeleted ? 'the target is there' : undefined)
      );
    case 'validate':
      return told(isAboutValidation);
    case 'cancel':
      return (
        told((id) => id === audit.cancelled || id === cancelledId) ??
        (job?.state === jobState.cancelled && (job.updated ?? 0) >= since
          ? 'the job is cancelled'
          : undefined)
      );
    case 'remove':
      return (
        told((id) => id === audit.removed || id === removedId) ??
        (target === 'none' || (typeof target === 'object' && target.status === targetDeleted)
          ? 'the target is gone'
          : undefined)
      );
    case 'updateContent':
      return content !== undefined &&
        before.sourceVersion !== undefined &&
        content.sourceVersion !== undefined &&
        content.sourceVersion > before.sourceVersion
        ? `source version ${content.sourceVersion}`
        : content?.actionInProgress !== undefined && content.actionInProgress !== 0
          ? `ActionInProgress ${content.actionInProgress}`
          : undefined;
    case 'checkLists':
      return told((id) => listIds.has(id));
    // Of these the DP itself tells.
    case 'quarantine':
    case 'restore':
    case 'validateDp':
      return validation !== undefined && validationSigns(validation.messages, at).begun !== undefined
        ? 'content validation of the DP has spoken since'
        : undefined;
  }
};

const isOfDistribution = (id: number): boolean =>
  beginIds.has(id) || arrivalIds.has(id) || isDistributionFailure(id);
