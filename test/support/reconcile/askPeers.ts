import { pairId, type PairId } from '../../../extension/core/reconcile/pairId';
import type { DemoDp } from '../../../extension/adapters/demo/site/demoDp';
import { textFor, type LoadedDatabase } from './engine';
import text from './peers.sql';
import { questionOf, rowsOf, type Answer } from './way';

/** How a peer names a DP: as it is, or as a part of any name. */
export type Naming = 'exact' | 'like';

/** A query for each of the DPs, one after the other. */
export const askPeers = async (
  { database, engine }: LoadedDatabase,
  dps: readonly DemoDp[],
  naming: Naming,
): Promise<Answer> => {
  const asked = naming === 'exact' ? text : text.replaceAll('= @server', 'LIKE @server');
  const question = questionOf('peers', textFor(engine, asked), { server: 'text' });
  const pairs = new Set<PairId>();
  let rows = 0;
  for (const { server, key } of dps) {
    const parameters = { server: naming === 'exact' ? server : `%${server}%` };
    for await (const row of rowsOf(database, question, parameters)) {
      rows += 1;
      pairs.add(pairId(String(row['PackageID']), key));
    }
  }
  return { pairs, rows };
};
