import { pairId, type PairId } from '../../../extension/core/reconcile/pairId';
import type { DemoDp } from '../../../extension/adapters/demo/site/demoDp';
import text from './bare.sql';
import { textFor, type LoadedDatabase } from './engine';
import { questionOf, rowsOf, type Answer } from './way';

/** One bare NOT EXISTS for all DPs: no rules, no evidence. */
export const askBare = async (
  { database, engine }: LoadedDatabase,
  dps: readonly DemoDp[],
): Promise<Answer> => {
  const keys = new Map(dps.map(({ nalPath, key }) => [nalPath.toLowerCase(), key]));
  const pairs = new Set<PairId>();
  let rows = 0;
  for await (const row of rowsOf(database, questionOf('bare', textFor(engine, text)))) {
    rows += 1;
    const key = keys.get(String(row['NALPath']).toLowerCase());
    if (key !== undefined) pairs.add(pairId(String(row['PackageID']), key));
  }
  return { pairs, rows };
};
