import type { DistributionPoint } from '../core/content/distributionPoint';
import { DpNames } from '../core/content/dpNames';
import type { DpKey } from '../core/content/nalPath';
import type { NeedSource } from '../core/impact/needSource';
import type { BoundaryGroup, Deployment, Purpose, SiteNeeds, TaskSequence } from '../core/impact/siteNeeds';
import type { ImpactRows } from './impact';

type Rows = { readonly [K in keyof ImpactRows]: readonly ImpactRows[K][] };

/**
 * Who needs the site's content.
 * @param now the site's time: a deployment that has expired needs nothing any more
 */
export const siteNeedsOf = (
  rows: Rows,
  dps: readonly DistributionPoint[],
  notRead: readonly NeedSource[],
  now: number,
): SiteNeeds => {
  const [without] = rows.withoutPackage;
  return {
    taskSequences: taskSequencesOf(rows),
    deployments: deploymentsOf(rows, now),
    boundaryGroups: boundaryGroupsOf(rows, dps),
    withoutPackage: { applications: without?.applications ?? 0, others: without?.deployments ?? 0 },
    notRead: [...new Set(notRead)],
  };
};

/** Those that only their references tell of too. */
const taskSequencesOf = ({ sequence, reference }: Rows): readonly TaskSequence[] => {
  const references = new Map<string, Set<string>>(sequence.map(({ packageId }) => [packageId, new Set()]));
  for (const { sequenceId, packageId } of reference)
    references.set(sequenceId, (references.get(sequenceId) ?? new Set()).add(packageId));
  const told = new Map(sequence.map((one) => [one.packageId, one]));
  return Array.from(references, ([packageId, of]) => ({
    packageId,
    name: told.get(packageId)?.name ?? '',
    bootImageId: told.get(packageId)?.bootImageId,
    references: [...of],
  }));
};

/** v_DeploymentSummary's, and the advertisements that it has not summarised. */
const deploymentsOf = ({ deployment, advertisement }: Rows, now: number): readonly Deployment[] => {
  const advertised = new Map(advertisement.map((one) => [one.id, one]));
  const deployments = new Map<string, Deployment>();
  for (const { offerId, assignmentId, software, intent, ...row } of deployment) {
    const of = offerId === undefined ? undefined : advertised.get(offerId);
    const id = offerId ?? String(assignmentId ?? '');
    const name = of === undefined || of.name === '' ? software : of.name;
    const purpose = purposeOf(intent, of?.isScheduled, row.deadline);
    deployments.set(`${id} ${row.packageId}`, { id, name, intent, purpose, ...row });
  }
  for (const { id, name, packageId, collectionId, isScheduled } of advertisement)
    if (packageId !== undefined && !deployments.has(`${id} ${packageId}`))
      deployments.set(`${id} ${packageId}`, {
        id,
        name,
        packageId,
        collection: collectionId,
        purpose: purposeOf(undefined, isScheduled, undefined),
        intent: undefined,
        deadline: undefined,
        targeted: undefined,
      });
  return [...deployments.values()].filter(({ id }) => !hasExpired(advertised.get(id), now));
};

/** DeploymentIntent 1 is required, 2 available; for any other code a schedule or a deadline tells. */
const purposeOf = (
  intent: number | undefined,
  isScheduled: boolean | undefined,
  deadline: number | undefined,
): Purpose => {
  if (intent === 2) return 'available';
  if (intent === 1 || isScheduled === true || deadline !== undefined) return 'required';
  return isScheduled === false ? 'available' : 'unknown';
};

/** Expiration times may be of the clients' zone: a deployment counts until it has expired everywhere. */
const anyZone = 14 * 3_600_000;

const hasExpired = (advertisement: ImpactRows['advertisement'] | undefined, now: number): boolean =>
  advertisement?.expires !== undefined && advertisement.expires + anyZone < now;

const boundaryGroupsOf = (
  { boundaryGroup, siteSystem }: Rows,
  dps: readonly DistributionPoint[],
): readonly BoundaryGroup[] => {
  const names = new DpNames(dps);
  const members = new Map<number, Set<DpKey>>(boundaryGroup.map(({ groupId }) => [groupId, new Set()]));
  for (const { groupId, nalPath } of siteSystem) {
    const dp = names.keyOf(nalPath);
    if (dp !== undefined) members.get(groupId)?.add(dp);
  }
  return boundaryGroup.map((group) => ({ ...group, dps: [...(members.get(group.groupId) ?? [])] }));
};
