import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DemoDatabase } from '../../extension/adapters/demo/demoDatabase';
import { SqlExecutor } from '../../extension/adapters/demo/sqlExecutor';
import { readAll, readChanges, type FollowedSite } from '../../extension/app/followSite';
import { refreshSite } from '../../extension/app/refreshSite';
import { isWholeSite } from '../../extension/core/reconcile/contentScope';
import type { Evidence } from '../../extension/core/reconcile/evidence';
import { pairId } from '../../extension/core/reconcile/pairId';
import type { Finding } from '../../extension/core/reconcile/finding';
import type { Findings } from '../../extension/ports/findings';
import { startFindingsInProcess } from '../../extension/workers/findings/startFindings';
import { never, runs } from '../adapters/demoSites';
import { readAt } from '../unit/reconcile/pairCase';
import { anySite } from './anySite';
import { anyChange } from './siteChange';
import { withRows } from './siteRows';

/** What happens between two reads, and how long that takes. */
const anyRound = fc.record({
  changes: fc.array(anyChange, { maxLength: 3 }),
  hours: fc.constantFrom(0, 0.1, 1, 26, 24 * 31),
});

const connectionTo = (database: DemoDatabase, clock: () => number) => ({
  database: new SqlExecutor(database),
  clock: { now: clock, sleep: () => Promise.resolve() },
  info: {
    siteCode: 'P01',
    siteName: 'P01',
    provider: { computer: 'cm01', namespace: 'root\\SMS\\site_P01' },
  },
});

interface Told {
  readonly finding: Finding;
  readonly evidence: readonly Evidence[];
}

const toldBy = async (findings: Findings): Promise<ReadonlyMap<string, Told>> => {
  const all = await findings.resolve({ kind: 'view', filter: '', except: [] }, never);
  const told = all.map(async (finding) => {
    const id = pairId(finding.packageId, finding.dp);
    const evidence = (await findings.explain(id, never))?.evidence ?? [];
    return [id, { finding, evidence }] as const;
  });
  return new Map(await Promise.all(told));
};

/** How many results a cycle gave is as of the last time that the DP was read as a whole. */
const marksOf = ({ facts: { cycles } }: FollowedSite) =>
  new Map(
    Array.from(cycles, ([dp, cycle]) => [dp, { ...cycle, results: undefined, previousResults: undefined }]),
  );

/** What follows changes says of every pair what a read of the whole site says, and counts as that does. */
const assertSame = async (
  followed: FollowedSite,
  here: Findings,
  whole: FollowedSite,
  there: Findings,
): Promise<void> => {
  const [mine, theirs] = [await toldBy(here), await toldBy(there)];
  for (const [id, told] of theirs) assert.deepEqual(mine.get(id), told, id);
  // What a whole read only counts, a followed one may know.
  for (const [id, { finding }] of mine) if (!theirs.has(id)) assert.equal(finding.verdict, 'validated', id);
  assert.deepEqual({ ...followed.summary, revision: 0 }, { ...whole.summary, revision: 0 });
  assert.deepEqual(marksOf(followed), marksOf(whole));
};

let [wholly, partly] = [0, 0];

describe('a site whose changes are followed', () => {
  after(() => {
    // Where all is read again each time, this would prove nothing.
    assert.ok(partly > wholly, `${partly} reads of changes, ${wholly} of the whole site`);
  });

  it('reads as one that is read as a whole, after any changes', () =>
    fc.assert(
      fc.asyncProperty(anySite, fc.array(anyRound, { minLength: 1, maxLength: 3 }), async (rows, rounds) =>
        withRows(rows, async (database) => {
          let now = readAt;
          const site = connectionTo(database, () => now);
          const [running, other] = [startFindingsInProcess(), startFindingsInProcess()];
          try {
            let followed = await readAll(site, running.findings, await refreshSite(site, never), never);
            for (const { changes, hours } of rounds) {
              now += hours * 3_600_000;
              for (const change of changes) change(database, now);
              const inventory = await refreshSite(site, never);
              followed = await readChanges(site, running.findings, inventory, followed, [], never);
              if (followed.touched.some(isWholeSite)) wholly++;
              else partly++;
              const whole = await readAll(site, other.findings, inventory, never);
              await assertSame(followed, running.findings, whole, other.findings);
            }
          } finally {
            await running.dispose();
            await other.dispose();
          }
        }),
      ),
      { ...runs(15, 1000), endOnFailure: true },
    )).timeout(1_800_000);
});
