import { firstDifference } from './firstDifference';
import { impactLevels, type ImpactLevel } from './impactLevel';
import { needReason } from './impactWords';
import type { NeedIndex, PackageNeed } from './needIndex';
import type { Deployment, SiteNeeds } from './siteNeeds';
import { doubtsAbout } from './doubts';

/** A deadline this near counts as due, milliseconds. */
const near = 7 * 24 * 3_600_000;

/** How much depends on a package, wherever it lacks. */
export interface PackageImpact {
  readonly level: ImpactLevel;
  /** Why, in words for a ticket. */
  readonly reason: string;
  /** Names and IDs of the task sequences and deployments that need it. */
  readonly neededBy: readonly string[];
  /** The next deadline of what requires it, UTC epoch milliseconds. */
  readonly deadline: number | undefined;
  /** Devices or users that deployments need it for, as far as known. */
  readonly targeted: number;
  readonly deployments: number;
}

/**
 * @param now the site's time, to say which deadlines are near
 * @param type raw PackageType; undefined where it is not known
 */
export const packageImpact = (
  site: SiteNeeds,
  index: NeedIndex,
  { packageId, type }: { readonly packageId: string; readonly type: number | undefined },
  now: number,
): PackageImpact => {
  const need = index.of(packageId);
  const sequences = [...need.bootImageOf, ...need.usedBy];
  const deployments = [
    ...need.deployments,
    ...sequences.flatMap((sequence) => index.deploymentsOf(sequence.packageId)),
  ];
  const doubts = doubtsAbout(site, type);
  const level = levelOf(need, index, doubts.length > 0, now);
  return {
    level,
    reason: needReason(level, need, index, doubts),
    neededBy: [
      ...new Set([
        ...sequences.flatMap((sequence) => [sequence.name, sequence.packageId]),
        ...deployments.flatMap(({ id, name, collection }) => [id, name, collection]),
      ]),
    ].filter((text) => text !== ''),
    deadline: earliest(deployments),
    targeted: deployments.reduce((sum, { targeted }) => sum + (targeted ?? 0), 0),
    deployments: deployments.length,
  };
};

const levelOf = (need: PackageNeed, index: NeedIndex, isDoubtful: boolean, now: number): ImpactLevel => {
  const isDeployed = (sequence: { readonly packageId: string }): boolean =>
    index.deploymentsOf(sequence.packageId).length > 0;
  if (need.bootImageOf.some(isDeployed)) return 'bootImage';
  if (need.usedBy.some(isDeployed)) return 'taskSequence';
  const required = need.deployments.filter(({ purpose }) => purpose === 'required');
  if (required.some(({ deadline = Infinity }) => deadline <= now + near)) return 'due';
  if (required.length > 0) return 'required';
  if (need.deployments.some(({ purpose }) => purpose === 'unknown')) return 'deployed';
  if (need.deployments.length > 0) return 'available';
  if (need.bootImageOf.length > 0 || need.usedBy.length > 0) return 'referenced';
  return isDoubtful ? 'unknown' : 'none';
};

const earliest = (deployments: readonly Deployment[]): number | undefined => {
  const deadlines = deployments.flatMap(({ purpose, deadline }) =>
    purpose === 'required' && deadline !== undefined ? [deadline] : [],
  );
  return deadlines.length === 0 ? undefined : deadlines.reduce((a, b) => Math.min(a, b));
};

/** Worst level first. */
export const compareLevels = (a: PackageImpact, b: PackageImpact): number =>
  impactLevels.indexOf(a.level) - impactLevels.indexOf(b.level);

/** Of one level: the nearest deadline first, then the most devices, then the most deployments. */
export const compareUrgency = (a: PackageImpact, b: PackageImpact): number =>
  firstDifference(
    compareNumbers(a.deadline ?? Infinity, b.deadline ?? Infinity),
    compareNumbers(b.targeted, a.targeted),
    compareNumbers(b.deployments, a.deployments),
  );

/** Infinity equals itself, of which a difference would be NaN. */
const compareNumbers = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
