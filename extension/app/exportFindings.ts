import { exportRow, type ExportRow } from '../core/export/exportRow';
import type { FindingRow, FindingsView } from '../core/reconcile/findingRow';
import { pairId, type PairId } from '../core/reconcile/pairId';
import { plainEvidence } from '../core/reconcile/plainEvidence';
import type { SiteFacts } from '../core/reconcile/siteFacts';
import type { Findings } from '../ports/findings';
import type { SiteDatabase } from '../ports/siteDatabase';
import { plainPairs, type PlainPair } from './plainPairs';

export interface ExportWanted {
  readonly view: FindingsView;
  /** Also the pairs that were only counted because they are plainly validated. */
  readonly everyPair: boolean;
}

const pageLength = 500;
/** Pairs that were only counted are made rows so many at a time. */
const batchLength = 5000;

/**
 * The rows of a view with their evidence, a page after the other; then those that were only counted. Never holds more
 * than a page.
 * @throws SiteReadError, RemoteError `filter`; Error when the site was read again meanwhile
 */
export async function* exportFindings(
  database: SiteDatabase,
  findings: Findings,
  facts: SiteFacts,
  { view, everyPair }: ExportWanted,
  signal: AbortSignal,
): AsyncGenerator<readonly ExportRow[]> {
  const revision = yield* gradedRows(findings, view, signal);
  if (!everyPair || countOf(facts.discarded.byDp.values()) === 0) return;
  const all = await findings.resolve({ kind: 'view', filter: '', except: [] }, signal);
  const graded = new Set<PairId>(all.map(({ packageId, dp }) => pairId(packageId, dp)));
  let batch: PlainPair[] = [];
  for await (const pairs of plainPairs(database, facts, graded, signal)) {
    batch.push(...pairs);
    if (batch.length < batchLength) continue;
    yield plainRows(batch, await rowsOf(findings, batch, view, signal), facts);
    batch = [];
  }
  yield plainRows(batch, await rowsOf(findings, batch, view, signal), facts);
  const { revision: after } = await findings.page(view, 0, 0, signal);
  requireSame(revision, after);
}

/** @returns the revision of the findings */
async function* gradedRows(
  findings: Findings,
  view: FindingsView,
  signal: AbortSignal,
): AsyncGenerator<readonly ExportRow[], number> {
  let first: number | undefined;
  for (let offset = 0; ;) {
    const { revision, total, rows } = await findings.explainPage(view, offset, pageLength, signal);
    first ??= revision;
    requireSame(first, revision);
    yield rows.map(({ finding, row, evidence }) => exportRow(finding, row, evidence));
    offset += rows.length;
    if (offset >= total || rows.length === 0) return first;
  }
}

const requireSame = (first: number, revision: number): void => {
  if (first !== revision)
    throw new Error('The site was read again while it was being exported. Export it once more.');
};

const rowsOf = (
  findings: Findings,
  pairs: readonly PlainPair[],
  { filter }: FindingsView,
  signal: AbortSignal,
): Promise<readonly FindingRow[]> =>
  findings.asRows(
    pairs.map(({ finding }) => finding),
    filter,
    signal,
  );

const plainRows = (
  pairs: readonly PlainPair[],
  rows: readonly FindingRow[],
  { cycles }: SiteFacts,
): readonly ExportRow[] => {
  const byId = new Map(pairs.map((pair) => [pairId(pair.finding.packageId, pair.finding.dp), pair]));
  return rows.flatMap((row) => {
    const pair = byId.get(row.id);
    return pair === undefined
      ? []
      : [exportRow(pair.finding, row, plainEvidence(pair.pass, cycles.get(row.dp)))];
  });
};

const countOf = (counts: Iterable<number>): number => {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
};
