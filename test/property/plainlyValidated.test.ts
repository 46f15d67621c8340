import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { DemoDatabase } from '../../extension/adapters/demo/demoDatabase';
import { SqlExecutor } from '../../extension/adapters/demo/sqlExecutor';
import { readAll, readChanges } from '../../extension/app/followSite';
import { refreshSite } from '../../extension/app/refreshSite';
import { pairId, type PairId } from '../../extension/core/reconcile/pairId';
import type { Finding } from '../../extension/core/reconcile/finding';
import type { Findings } from '../../extension/ports/findings';
import { startFindingsInProcess } from '../../extension/workers/findings/startFindings';
import { never, runs } from '../adapters/demoSites';
import { readAt } from '../unit/reconcile/pairCase';
import { anySite } from './anySite';
import { withRows } from './siteRows';

type Told = ReadonlyMap<PairId, Finding>;

const toldBy = async (findings: Findings): Promise<Told> => {
  const all = await findings.resolve({ kind: 'view', filter: '', except: [] }, never);
  return new Map(all.map((finding) => [pairId(finding.packageId, finding.dp), finding]));
};

interface Read {
  /** Of the whole site at once: plainly validated pairs are only counted. */
  readonly graded: Told;
  readonly counted: number;
  /** After each DP was read on its own: every pair's facts were sent. */
  readonly everyPair: Told;
  /** Expected pairs, before and after. */
  readonly expected: readonly [number, number];
}

const readBothWays = async (
  database: DemoDatabase,
  dropColumns: Readonly<Record<string, readonly string[]>> = {},
): Promise<Read> => {
  const running = startFindingsInProcess();
  try {
    const { findings } = running;
    const site = {
      database: new SqlExecutor(database, { dropColumns }),
      clock: { now: () => readAt, sleep: () => Promise.resolve() },
      info: {
        siteCode: 'P01',
        siteName: 'P01',
        provider: { computer: 'cm01', namespace: 'root\\SMS\\site_P01' },
      },
    };
    const inventory = await refreshSite(site, never);
    const whole = await readAll(site, findings, inventory, never);
    const graded = await toldBy(findings);
    const counted = [...whole.facts.discarded.byDp.values()].reduce((sum, count) => sum + count, 0);
    let last = whole;
    for (const { key: dp } of inventory.distributionPoints)
      last = await readChanges(site, findings, inventory, last, [{ dp }], never);
    const everyPair = await toldBy(findings);
    return {
      graded,
      counted,
      everyPair,
      expected: [whole.summary.site.expected, last.summary.site.expected],
    };
  } finally {
    await running.dispose();
  }
};

/** Every pair that was not sent is validated, and no other one reads differently. */
const assertPredicateHolds = ({ graded, counted, everyPair, expected }: Read): void => {
  const unlike = [...everyPair].flatMap(([pair, finding]): readonly unknown[] => {
    const before = graded.get(pair);
    if (before === undefined) return finding.verdict === 'validated' ? [] : [{ counted: finding }];
    return isDeepStrictEqual(before, finding) ? [] : [{ before, after: finding }];
  });
  assert.deepEqual(unlike, []);
  assert.deepEqual(
    [...graded.keys()].filter((pair) => !everyPair.has(pair)),
    [],
  );
  assert.equal(everyPair.size - graded.size, counted);
  assert.equal(expected[0], expected[1]);
  assert.equal(expected[0], everyPair.size);
};

const optionalColumns: Readonly<Record<string, string>> = {
  vSMS_DistributionDPStatus: 'LastUpdateDate',
  v_ContentDistribution: 'StateGroup',
  v_ContentDistributionVersions: 'ValidatedVersionTime',
  vSMS_DistributionJob: 'State',
  vSMS_Content: 'PkgID',
};

describe('plainly validated pairs', () => {
  it('are validated by the rules, whatever the rows say', () =>
    fc.assert(
      fc.asyncProperty(anySite, async (rows) =>
        withRows(rows, async (database) => assertPredicateHolds(await readBothWays(database))),
      ),
      runs(15, 2000),
    )).timeout(1_800_000);

  it('are so on a site that lacks columns, too', () =>
    fc.assert(
      fc.asyncProperty(anySite, fc.subarray(Object.keys(optionalColumns)), async (rows, views) =>
        withRows(rows, async (database) => {
          const dropped = Object.fromEntries(views.map((view) => [view, [optionalColumns[view] ?? '']]));
          assertPredicateHolds(await readBothWays(database, dropped));
        }),
      ),
      runs(10, 2000),
    )).timeout(1_800_000);

  it('are most pairs of these sites, and not all', async () => {
    let [plain, sent] = [0, 0];
    for (const rows of fc.sample(anySite, { numRuns: 8, seed: 1 }))
      await withRows(rows, async (database) => {
        const { counted, graded } = await readBothWays(database);
        plain += counted;
        sent += graded.size;
      });
    assert.ok(plain > 20 && sent > 20, `${plain} counted, ${sent} sent`);
  });
});
