import type { Goal } from '../core/impact/goal';
import { NeedIndex } from '../core/impact/needIndex';
import { placesOf, readinessOf, type NeededContent, type Readiness } from '../core/impact/readiness';
import type { CheckedGoal } from '../core/impact/readinessReport';
import { unreadNeeds, type SiteNeeds } from '../core/impact/siteNeeds';
import type { SiteIndex } from '../core/siteTree/siteIndex';
import type { KnownSite } from './knownSite';

/**
 * Whether all that a task sequence or deployment needs is proved on the DPs of its clients. Reads the pairs of each
 * package that were not read before.
 * @param progress told the share that is done, 0 to 1
 * @throws Error when the signal aborts
 */
export const checkReadiness = async (
  { session, pairs }: Pick<KnownSite, 'session' | 'pairs'>,
  index: SiteIndex,
  goal: Goal,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<CheckedGoal> => {
  const needs = index.inventory.needs ?? unreadNeeds;
  const needed = new NeedIndex(needs);
  const content = needed.contentOf(goal.packageId);
  const { notRead = [], scoped = [] } = index.inventory;
  const absent = [...notRead, ...scoped].includes('packages') ? 'unread' : 'absent';
  const known: NeededContent[] = [];
  for (const packageId of content) {
    signal.throwIfAborted();
    const found = await pairs.of({ packageId });
    const findings = found && new Map(Array.from(found.values(), (finding) => [finding.dp, finding]));
    known.push({ packageId, content: index.packages.get(packageId) ?? absent, findings });
    progress(known.length / content.length);
  }
  const readiness = readinessOf(known, placesOf(needs.boundaryGroups, index.inventory.distributionPoints));
  return {
    goal,
    content,
    readiness: isComplete(needs, goal) ? readiness : unlessNotReady(readiness),
    deployments: needed.deploymentsOf(goal.packageId),
    needs,
    readAt: session.state.summary?.readAt ?? index.inventory.readAt,
  };
};

/** All that a task sequence refers to was read; what a deployment names needs no further read. */
const isComplete = ({ notRead, taskSequences }: SiteNeeds, { packageId }: Goal): boolean =>
  taskSequences.every((sequence) => sequence.packageId !== packageId) ||
  !(notRead.includes('references') || notRead.includes('taskSequences'));

/** Something more may be needed, which may lack. */
const unlessNotReady = (readiness: Readiness): Readiness =>
  readiness.state === 'ready' ? { ...readiness, state: 'unknown' } : readiness;
