import assert from 'node:assert/strict';
import { pairReason, SiteImpact } from '../../../extension/core/impact/siteImpact';
import type { Package } from '../../../extension/core/content/package';
import type { Deployment, SiteNeeds, TaskSequence } from '../../../extension/core/impact/siteNeeds';
import { day, dps, now } from './anyNeeds';

const [dp, other] = dps;
assert.ok(dp !== undefined && other !== undefined);

const windows: TaskSequence = {
  packageId: 'P0100042',
  name: 'Windows 11',
  bootImageId: 'P0100001',
  references: ['P0100001', 'P0100002'],
};

const deployed = (packageId: string, differs: Partial<Deployment> = {}): Deployment => ({
  id: 'P0120001',
  name: 'Windows 11 for everyone',
  packageId,
  collection: 'All Workstations',
  purpose: 'required',
  intent: 1,
  deadline: undefined,
  targeted: undefined,
  ...differs,
});

const told = (
  needs: Partial<SiteNeeds>,
  packageId: string,
  type = 0,
): { readonly level: string; readonly reason: string; readonly neededBy: readonly string[] } => {
  const content: Package = {
    packageId,
    name: '',
    version: '',
    manufacturer: '',
    type,
    sourceFlag: 2,
    flags: 0,
    sourceVersion: 1,
    storedVersion: 1,
    bytes: 1,
    actionInProgress: 0,
    action: 0,
  };
  const site = new SiteImpact({
    packages: [content],
    readAt: now,
    needs: {
      taskSequences: [],
      deployments: [],
      boundaryGroups: [],
      withoutPackage: { applications: 0, others: 0 },
      notRead: [],
      ...needs,
    },
  });
  const impact = { content: site.ofPackage(packageId), lean: site.ofDp(dp) };
  return { ...impact.content, reason: pairReason(impact) };
};

describe('what needs a package on a DP', () => {
  const berlin = { groupId: 1, name: 'Berlin', boundaries: 3, dps: [dp] };

  it('names the task sequence, its deployments and the boundary group', () => {
    const deployments = [
      deployed('P0100042', { targeted: 100 }),
      deployed('P0100042', { id: 'P0120002', collection: 'Laptops', targeted: 20 }),
    ];
    const { level, reason, neededBy } = told(
      { taskSequences: [windows], deployments, boundaryGroups: [berlin] },
      'P0100001',
    );
    assert.equal(level, 'bootImage');
    assert.equal(
      reason,
      "Boot image of task sequence 'Windows 11' (P0100042), deployed to 2 collections (120 targeted); the only DP of boundary group 'Berlin' (3 boundaries).",
    );
    for (const text of ['Windows 11', 'P0100042', 'P0120001', 'P0120002', 'Laptops'])
      assert.ok(neededBy.includes(text), text);
  });

  it('counts a task sequence that runs another one as a user of what that one needs', () => {
    const outer = { packageId: 'P0100050', name: 'Outer', bootImageId: undefined, references: ['P0100042'] };
    const needs = { taskSequences: [windows, outer], deployments: [deployed('P0100050')] };
    assert.equal(told(needs, 'P0100002').level, 'taskSequence');
    assert.match(
      told(needs, 'P0100002').reason,
      /^Used by task sequence 'Outer' \(P0100050\), deployed to 'All W/,
    );
  });

  it('says that a task sequence is not deployed, or that nobody could tell', () => {
    assert.match(
      told({ taskSequences: [windows] }, 'P0100002').reason,
      /'Windows 11' \(P0100042\), not deployed;/,
    );
    assert.match(
      told({ taskSequences: [windows], notRead: ['deployments'] }, 'P0100002').reason,
      /not known to be deployed: deployments \(v_DeploymentSummary\) were not read/,
    );
  });

  it('calls a required deployment due a week before its deadline, and ever after', () => {
    const levelAt = (deadline: number | undefined): string =>
      told({ deployments: [deployed('P0100009', { deadline })] }, 'P0100009').level;
    assert.equal(levelAt(now + 7 * day), 'due');
    assert.equal(levelAt(now - 300 * day), 'due');
    assert.equal(levelAt(now + 8 * day), 'required');
    assert.equal(levelAt(undefined), 'required');
  });

  it('keeps the raw code of a purpose beside its word', () => {
    const reasonOf = (differs: Partial<Deployment>): string =>
      told({ deployments: [deployed('P0100009', differs)] }, 'P0100009').reason;
    assert.equal(
      reasonOf({ deadline: now + day, targeted: 40 }),
      "Required deployment P0120001 (DeploymentIntent 1) to 'All Workstations' (40 targeted), deadline 2026-11-22; the DP is in no boundary group.",
    );
    assert.match(reasonOf({ purpose: 'unknown', intent: 3 }), /^Deployment P0120001 \(DeploymentIntent 3\)/);
  });

  it('does not know of an application whose deployments name no content, nor of updates', () => {
    const needs = { withoutPackage: { applications: 4, others: 2 } };
    assert.equal(told(needs, 'P0100009', 0).level, 'none');
    assert.equal(
      told(needs, 'P0100009', 8).reason,
      'Not known whether anything needs it: 4 deployments of applications name no content.',
    );
    assert.equal(told(needs, 'P0100009', 5).level, 'unknown');
  });

  it('tells a DP that shares a boundary group from one that has it alone', () => {
    const needs = { taskSequences: [windows], boundaryGroups: [{ ...berlin, dps: [dp, other] }] };
    assert.match(
      told(needs, 'P0100002').reason,
      /; one of 2 DPs of boundary group 'Berlin' \(3 boundaries\)\.$/,
    );
    assert.match(
      told({ ...needs, notRead: ['boundaryGroups'], boundaryGroups: [] }, 'P0100002').reason,
      /; which boundary groups use the DP was not read\.$/,
    );
  });
});
