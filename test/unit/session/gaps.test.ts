import assert from 'node:assert/strict';
import type { Finding } from '../../../extension/core/reconcile/finding';
import type { FactSource } from '../../../extension/core/reconcile/siteFacts';
import { tallyClass } from '../../../extension/core/reconcile/tally';
import type { SiteSession } from '../../../extension/app/siteSession';
import { withSession } from './connected';

const { signal } = new AbortController();

/** What a site lacks, and what is unknown for it; all else is shown. */
const gaps: readonly (readonly [lacks: Readonly<Record<string, readonly string[]>>, unknown: FactSource])[] =
  [
    [{ v_SMS_DistributionPointGroup: ['Name'] }, 'groups'],
    [{ v_DPGroupMembers: ['DPNALPath'] }, 'groups'],
    [{ v_DPGroupPackages: ['PkgID'] }, 'groups'],
    [{ v_DistributionPointInfo: ['IsPullDP'] }, 'distributionPoints'],
    [{ v_Content: ['SourceSize'] }, 'sizes'],
    [{ v_PackageStatusDistPointsSumm: ['State'] }, 'summaries'],
    [{ vSMS_DistributionDPStatus: ['MessageState'] }, 'statuses'],
    [{ v_ContentDistribution: ['StateGroup'] }, 'contentStates'],
    [{ v_ContentDistributionVersions: ['ValidatedVersion'] }, 'validatedVersions'],
    [{ vSMS_DistributionJob: ['State'] }, 'jobs'],
    [{ vSMS_Content: ['PkgID'] }, 'contents'],
  ];

const findings = async ({ site }: SiteSession): Promise<readonly Finding[]> =>
  (await site?.findings.resolve({ kind: 'view', filter: '', except: [] }, signal)) ?? [];

const problemsOf = (found: readonly Finding[]): readonly string[] =>
  found
    .filter(({ verdict }) => tallyClass(verdict) === 'problems')
    .map(({ packageId, dp }) => `${packageId}@${dp}`);

describe('a site that lacks a view or a column', () => {
  let whole: readonly string[] = [];
  let expected = 0;
  before(() =>
    withSession({}, async ({ session }) => {
      whole = problemsOf(await findings(session));
      expected = session.state.summary?.site.expected ?? 0;
    }),
  );

  for (const [lacks, source] of gaps)
    it(`shows the rest without ${JSON.stringify(lacks)}, and says that ${source} are unknown`, () =>
      withSession({ dropColumns: lacks }, async ({ session }) => {
        const { state } = session;
        assert.equal(state.problem, undefined);
        assert.ok(state.facts?.notRead.has(source));
        assert.ok((state.index?.dps.size ?? 0) > 5);
        assert.ok((state.index?.packages.size ?? 0) > 50);
        const told = state.summary?.site.expected ?? 0;
        if (source === 'groups') assert.ok(told <= expected && told > expected * 0.9);
        else assert.equal(told, expected);
        // What was not read may make a pair unknown, never a problem that it is not.
        const known = new Set(whole);
        assert.deepEqual(
          problemsOf(await findings(session)).filter((pair) => !known.has(pair)),
          [],
        );
      })).timeout(30_000);

  it('shows its DPs and groups when even the list of packages cannot be read, and says why', () =>
    withSession({ dropColumns: { v_Package: ['PkgFlags'] } }, ({ session }) => {
      const { state } = session;
      assert.match(String(state.problem), /needs PkgFlags of v_Package/);
      assert.equal(state.summary, undefined);
      assert.ok((state.index?.dps.size ?? 0) > 5);
      assert.ok((state.index?.groups.size ?? 0) > 5);
      assert.ok(state.index?.inventory.notRead?.includes('packages'));
      return Promise.resolve();
    }));
});
