import type { DistributionPoint } from '../../../extension/core/content/distributionPoint';
import type { Package } from '../../../extension/core/content/package';
import type { Deployment, SiteNeeds } from '../../../extension/core/impact/siteNeeds';

const day = 86_400_000;

/** Needs of each sort: a deployed task sequence with its boot image, one that is not, deployments, boundary groups. */
export const needsOf = (
  points: readonly DistributionPoint[],
  contents: readonly Package[],
  now: number,
): SiteNeeds => {
  const ids = (...types: readonly number[]): readonly string[] =>
    contents.filter(({ type }) => types.includes(type)).map(({ packageId }) => packageId);
  const [bootImageId] = ids(258);
  const plain = ids(0);
  const deployment = (packageId: string | undefined, differs: Partial<Deployment>): readonly Deployment[] =>
    packageId === undefined
      ? []
      : [
          {
            id: `P0120${packageId.slice(-3)}`,
            name: `Deployment of ${packageId}`,
            packageId,
            collection: 'All Workstations',
            purpose: 'required',
            intent: 1,
            deadline: undefined,
            targeted: 120,
            ...differs,
          },
        ];
  return {
    taskSequences: [
      { packageId: 'P01F0001', name: 'Windows 11 bare metal', bootImageId, references: ids(257, 3) },
      {
        packageId: 'P01F0002',
        name: 'Lab rebuild',
        bootImageId: undefined,
        references: ids(257).concat(ids(5)),
      },
    ],
    deployments: [
      ...deployment('P01F0001', { purpose: 'available', intent: 2 }),
      ...deployment(plain[0], { deadline: now + 2 * day }),
      ...deployment(plain[1], { deadline: now + 90 * day }),
      ...deployment(plain[2], { purpose: 'available', intent: 2 }),
      ...deployment(plain[3], { purpose: 'unknown', intent: 7 }),
    ],
    boundaryGroups: points.slice(0, 6).map(({ key, serverName }, index) => ({
      groupId: index,
      name: serverName.slice(0, 3),
      boundaries: 1 + index,
      dps: index % 2 === 0 ? [key] : [key, ...points.slice(6, 8).map((other) => other.key)],
    })),
    withoutPackage: { applications: 12, others: 0 },
    notRead: [],
  };
};
