import type { GeneratedSite } from '../../extension/adapters/demo/generateSite';
import { readAll, readChanges } from '../../extension/app/followSite';
import { refreshSite } from '../../extension/app/refreshSite';
import { pairId, type PairId } from '../../extension/core/reconcile/pairId';
import type { Verdict } from '../../extension/core/reconcile/verdict';
import type { FindingsScope } from '../../extension/ports/findings';
import type { SiteConnection } from '../../extension/ports/siteConnection';
import type { SiteDatabase } from '../../extension/ports/siteDatabase';
import { startFindingsInProcess } from '../../extension/workers/findings/startFindings';
import { never, now } from './demoSites';

/** What a user is told of a site. */
export interface Told {
  readonly verdicts: ReadonlyMap<PairId, Verdict>;
  readonly discarded: number;
  readonly expected: number;
  readonly suspects: ReadonlySet<string>;
}

/** The site as the use cases see it, its rows in any database; its time stands still. */
const connectionTo = (
  { model }: GeneratedSite,
  database: SiteDatabase,
): Pick<SiteConnection, 'database' | 'clock' | 'info'> => ({
  database,
  clock: { now: () => now, sleep: () => Promise.resolve() },
  info: {
    siteCode: model.siteCode,
    siteName: model.siteName,
    provider: { computer: model.siteServer, namespace: `root\\SMS\\site_${model.siteCode}` },
  },
});

/** Reads the whole site and then, where one is given, the scope. */
export const toldOf = async (
  site: GeneratedSite,
  database: SiteDatabase,
  scope?: FindingsScope,
): Promise<Told> => {
  const connection = connectionTo(site, database);
  const running = startFindingsInProcess();
  try {
    const { findings } = running;
    const inventory = await refreshSite(connection, never);
    let read = await readAll(connection, findings, inventory, never);
    const discarded = [...read.facts.discarded.byDp.values()].reduce((sum, count) => sum + count, 0);
    if (scope !== undefined) read = await readChanges(connection, findings, inventory, read, [scope], never);
    const all = await findings.resolve({ kind: 'view', filter: '', except: [] }, never);
    return {
      verdicts: new Map(all.map(({ packageId, dp, verdict }) => [pairId(packageId, dp), verdict])),
      discarded,
      expected: read.summary.site.expected,
      suspects: new Set(read.summary.suspectDps),
    };
  } finally {
    await running.dispose();
  }
};

/** Differences between what is told and the truth, as lines that name the case. */
export const differences = (site: GeneratedSite, { verdicts }: Told): readonly string[] => {
  const wrong: string[] = [];
  for (const [pair, truth] of site.truth.pairs) {
    // A pair that has no finding was discarded: it counts as validated.
    const verdict = verdicts.get(pair) ?? 'validated';
    if (verdict !== truth.verdict) wrong.push(`${truth.case}: ${verdict}, not ${truth.verdict} (${pair})`);
  }
  for (const [pair, verdict] of verdicts)
    if (!site.truth.pairs.has(pair) && verdict !== 'removing')
      wrong.push(`${site.truth.notExpected.get(pair) ?? 'nothing'}: ${verdict}, not expected (${pair})`);
  return wrong;
};
