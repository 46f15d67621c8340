import { explain } from '../../core/reconcile/explain';
import type { Evidence } from '../../core/reconcile/evidence';
import type { PairFacts } from '../../core/reconcile/pairFacts';
import { unpackChunk, type FactChunk } from './factArchive';
import type { FindingTable } from './findingTable';

/** A row with the evidence of its pair. */
export interface ExplainedRow {
  readonly row: number;
  readonly evidence: readonly Evidence[];
}

/** Milliseconds of work after which others that wait for this thread get their turn. */
const longestTurn = 20;

/**
 * Works out the evidence of many rows: each chunk of facts is unpacked once, whatever the order of the rows.
 * @throws the signal's reason when it aborts
 */
export const explainRows = async (
  table: FindingTable,
  rows: Uint32Array,
  signal: AbortSignal,
): Promise<readonly ExplainedRow[]> => {
  const explained: ExplainedRow[] = [];
  let turnEnds = performance.now() + longestTurn;
  for (const [chunk, places] of byChunk(table, rows)) {
    const facts = unpackChunk(chunk);
    for (const place of places) explained[place] = explainRow(table, rows[place] ?? 0, facts);
    if (performance.now() < turnEnds) continue;
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
    turnEnds = performance.now() + longestTurn;
  }
  return explained;
};

/** The places in `rows`, by the chunk that their facts are in. */
const byChunk = (table: FindingTable, rows: Uint32Array): ReadonlyMap<FactChunk, readonly number[]> => {
  const places = new Map<FactChunk, number[]>();
  for (const [place, row] of rows.entries()) {
    const chunk = table.facts[row]?.chunk;
    if (chunk === undefined) continue;
    const known = places.get(chunk);
    if (known === undefined) places.set(chunk, [place]);
    else known.push(place);
  }
  return places;
};

const explainRow = (table: FindingTable, row: number, facts: readonly PairFacts[]): ExplainedRow => {
  const at = table.facts[row];
  const pair = at && facts[at.place];
  return { row, evidence: at === undefined || pair === undefined ? [] : explain(at.chunk.site.facts, pair) };
};
