import type { DemoDeployment, DemoNeeds, DemoSequence } from './siteNeeds';

/** IDs of what truly needs a package: of task sequences, and of deployments that are not over. */
export interface TrueNeed {
  readonly bootImageOf: ReadonlySet<string>;
  readonly usedBy: ReadonlySet<string>;
  readonly deployments: ReadonlySet<string>;
}

/** Who needs each package, known from what the generator made. */
export const trueNeeds = (
  { sequences, deployments }: DemoNeeds,
  now: number,
): ReadonlyMap<string, TrueNeed> => {
  const needs = new Map<string, { [K in keyof TrueNeed]: Set<string> }>();
  const needOf = (packageId: string): { [K in keyof TrueNeed]: Set<string> } => {
    const need = needs.get(packageId) ?? {
      bootImageOf: new Set(),
      usedBy: new Set(),
      deployments: new Set(),
    };
    needs.set(packageId, need);
    return need;
  };
  const standing = deployments.filter(({ expires = Infinity }) => expires > now);
  const deploymentsOf = (packageId: string): readonly DemoDeployment[] =>
    standing.filter((deployment) => deployment.packageId === packageId);
  const use = (user: DemoSequence, used: DemoSequence): void => {
    const whole = used === user ? (used.boot === undefined ? [] : [used.boot]) : [];
    for (const { packageId } of whole) needOf(packageId).bootImageOf.add(user.packageId);
    // The package of a boot image is listed among the references of the task sequence that runs it.
    const inner = used === user || used.boot === undefined || used.boot === user.boot ? [] : [used.boot];
    for (const { packageId } of [...inner, ...used.content]) needOf(packageId).usedBy.add(user.packageId);
    for (const { packageId } of [...whole, ...inner, ...used.content])
      for (const { id } of deploymentsOf(user.packageId)) needOf(packageId).deployments.add(id);
    if (used.runs !== undefined) use(user, used.runs);
  };
  for (const sequence of sequences) use(sequence, sequence);
  for (const { id, packageId } of standing) needOf(packageId).deployments.add(id);
  return needs;
};
