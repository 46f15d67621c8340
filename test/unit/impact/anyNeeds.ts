import fc from 'fast-check';
import { dpKey, type DpKey } from '../../../extension/core/content/nalPath';
import { needSources } from '../../../extension/core/impact/needSource';
import type {
  BoundaryGroup,
  Deployment,
  SiteNeeds,
  TaskSequence,
} from '../../../extension/core/impact/siteNeeds';

export const now = Date.UTC(2026, 10, 21, 12);
export const day = 86_400_000;

export const dps: readonly DpKey[] = ['dp1.corp.example', 'dp10.corp.example', 'XDP1'].map((server) =>
  dpKey(server, 'Windows NT Server'),
);
export const packageIds = ['P0100001', 'P0100002', 'P0100003'];
const sequenceIds = ['P01F0001', 'P01F0002', 'P01F0003'];

export const anyDeployment: fc.Arbitrary<Deployment> = fc.record({
  id: fc.constantFrom('P0120001', 'P0120002', '16777220'),
  name: fc.constantFrom('Office', "Mike's deployment", ''),
  packageId: fc.constantFrom(...packageIds, ...sequenceIds),
  collection: fc.constantFrom('All Workstations', 'Pilot', ''),
  purpose: fc.constantFrom('required', 'available', 'unknown'),
  intent: fc.constantFrom(1, 2, 7, undefined),
  deadline: fc.constantFrom(now - 90 * day, now + day, now + 8 * day, undefined),
  targeted: fc.constantFrom(0, 1, 2500, undefined),
});

/** References may name task sequences, themselves too. */
export const anySequence: fc.Arbitrary<TaskSequence> = fc.record({
  packageId: fc.constantFrom(...sequenceIds),
  name: fc.constantFrom('Windows 11', ''),
  bootImageId: fc.constantFrom(...packageIds, undefined),
  references: fc.uniqueArray(fc.constantFrom(...packageIds, ...sequenceIds)),
});

export const anyBoundaryGroup: fc.Arbitrary<BoundaryGroup> = fc.record({
  groupId: fc.nat(),
  name: fc.constantFrom('Berlin', 'Tokyo', '16777300'),
  boundaries: fc.constantFrom(0, 1, 12, undefined),
  dps: fc.uniqueArray(fc.constantFrom(...dps)),
});

export const anyNeeds: fc.Arbitrary<SiteNeeds> = fc.record({
  taskSequences: fc.uniqueArray(anySequence, { selector: ({ packageId }) => packageId, maxLength: 3 }),
  deployments: fc.array(anyDeployment, { maxLength: 5 }),
  boundaryGroups: fc.array(anyBoundaryGroup, { maxLength: 4 }),
  withoutPackage: fc.record({ applications: fc.nat(2), others: fc.nat(2) }),
  notRead: fc.subarray([...needSources], { maxLength: 2 }),
});
