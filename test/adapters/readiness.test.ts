import assert from 'node:assert/strict';
import type { DemoEngine } from '../../extension/adapters/demo/demoEngine';
import { trueNeeds } from '../../extension/adapters/demo/site/trueNeeds';
import { checkReadiness } from '../../extension/app/checkReadiness';
import { listPairs } from '../../extension/app/listPairs';
import { PairLists } from '../../extension/app/pairLists';
import { SiteSession } from '../../extension/app/siteSession';
import { blockingFilter, goalsOf, type Goal } from '../../extension/core/impact/goal';
import { readinessReport, type CheckedGoal } from '../../extension/core/impact/readinessReport';
import type { ReadyState } from '../../extension/core/impact/readiness';
import { unreadNeeds } from '../../extension/core/impact/siteNeeds';
import { pairId } from '../../extension/core/reconcile/pairId';
import { tallyClass } from '../../extension/core/reconcile/tally';
import type { SiteIndex } from '../../extension/core/siteTree/siteIndex';
import type { Faults } from '../../extension/protocol/demoSite';
import { startFindingsInProcess } from '../../extension/workers/findings/startFindings';
import { never, now, stillSite } from './demoSites';

interface Opened {
  readonly engine: DemoEngine;
  readonly session: SiteSession;
  readonly index: SiteIndex;
  readonly goals: readonly Goal[];
  readonly check: (goal: Goal) => Promise<CheckedGoal>;
}

/** Lends a demo site that was read. */
const withRead = async (
  seed: number,
  faults: Faults,
  use: (opened: Opened) => Promise<void>,
): Promise<void> => {
  const engine = await stillSite(seed);
  engine.database.faults = faults;
  const running = startFindingsInProcess();
  const session = new SiteSession();
  await session.connect(() =>
    Promise.resolve({
      connection: engine,
      findings: running.findings,
      hasEnded: () => false,
      close: async () => {
        await Promise.all([engine.close(), running.dispose()]);
      },
    }),
  );
  try {
    const { index } = session.state;
    assert.ok(index, String(session.state.problem));
    const pairs = new PairLists(
      (scope) => listPairs(session, scope),
      () => undefined,
    );
    const goals = goalsOf(index.inventory.needs ?? unreadNeeds);
    const check = (goal: Goal): Promise<CheckedGoal> =>
      checkReadiness({ session, pairs }, index, goal, () => undefined, never);
    await use({ engine, session, index, goals, check });
  } finally {
    await session.disconnect();
  }
};

/** What a goal truly needs, and how each boundary group truly stands: from what the generator did. */
const trulyReady = ({ site }: DemoEngine, { id, kind }: Goal): readonly (readonly [string, ReadyState])[] => {
  const sequences = new Set(site.model.needs.sequences.map(({ packageId }) => packageId));
  const needed = [...trueNeeds(site.model.needs, now)].flatMap(([packageId, need]) =>
    (kind === 'deployment' ? need.deployments.has(id) : need.bootImageOf.has(id) || need.usedBy.has(id))
      ? [packageId]
      : [],
  );
  const content = needed.filter((packageId) => !sequences.has(packageId));
  return site.model.needs.boundaryGroups
    .filter(({ dps }) => dps.length > 0)
    .map(({ name, dps }) => {
      const ofDps = dps.map((dp) =>
        content.map((packageId) => {
          const truth = site.truth.pairs.get(pairId(packageId, dp.key))?.verdict;
          if (truth === undefined) return 'lacking';
          if (truth === 'validated' || truth === 'noContent') return 'proved';
          return ['stale', 'unknown'].includes(tallyClass(truth)) ? 'unproved' : 'lacking';
        }),
      );
      if (ofDps.some((states) => states.every((state) => state === 'proved'))) return [name, 'ready'];
      return [name, ofDps.some((states) => !states.includes('lacking')) ? 'unknown' : 'notReady'];
    });
};

describe('readiness before a go-live', () => {
  for (const seed of [1, 8])
    it(`is told as it truly is, of every task sequence and deployment (seed ${seed})`, () =>
      withRead(seed, {}, async ({ engine, goals, check }) => {
        const states = new Set<ReadyState>();
        for (const goal of goals) {
          const { readiness } = await check(goal);
          const truth = trulyReady(engine, goal);
          assert.deepEqual(
            readiness.places.map(({ name, state }) => [name, state]),
            truth,
            goal.words,
          );
          for (const { state } of readiness.places) states.add(state);
          if (truth.every(([, state]) => state === 'ready')) assert.equal(readiness.state, 'ready');
        }
        assert.ok(goals.length > 5 && states.has('ready') && states.has('notReady'));
      })).timeout(60_000);

  it('gives a report for a ticket, and a filter that shows what blocks', () =>
    withRead(1, {}, async ({ session, index, goals, check }) => {
      const [goal] = goals;
      assert.ok(goal?.kind === 'taskSequence' && goal.name === 'Deploy Windows 11 24H2');
      const checked = await check(goal);
      assert.equal(checked.readiness.state, 'notReady');
      const report = readinessReport(checked, index);
      assert.match(
        report,
        /^# Readiness of task sequence 'Deploy Windows 11 24H2' \(PS1\w+\)\n\n\*\*Not ready\.\*\* \d+ of \d+ bou/,
      );
      const shown = await session.site?.findings.resolve(
        { kind: 'view', filter: blockingFilter(goal), except: [] },
        never,
      );
      const listed = new Set(shown?.map(({ packageId, dp }) => pairId(packageId, dp)));
      const blocking = checked.readiness.blocking.filter(({ verdict }) => verdict !== undefined);
      assert.ok(blocking.length > 0);
      for (const { packageId, dp, verdict } of blocking) {
        assert.ok(listed.has(pairId(packageId, dp)));
        assert.ok(report.includes(packageId) && report.includes(` ${String(verdict)} `));
      }
    })).timeout(60_000);

  it('looks at every DP where boundary groups were not read, and says so', () =>
    withRead(1, { dropColumns: { vSMS_BoundaryGroup: ['MemberCount'] } }, async ({ index, goals, check }) => {
      const [goal] = goals;
      assert.ok(goal);
      const checked = await check(goal);
      assert.deepEqual(
        checked.readiness.places.map(({ name }) => name),
        index.inventory.distributionPoints.map(({ serverName }) => serverName),
      );
      assert.match(readinessReport(checked, index), /## Distribution points[^]*Not read: boundary groups/);
    })).timeout(60_000);

  it('is not known, never ready, where references were not read', () =>
    withRead(
      1,
      { dropColumns: { v_TaskSequencePackageReferences: ['RefPackageID'] } },
      async ({ goals, check }) => {
        for (const goal of goals.filter(({ kind }) => kind === 'taskSequence'))
          assert.notEqual((await check(goal)).readiness.state, 'ready');
      },
    )).timeout(60_000);
});
