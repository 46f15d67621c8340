import type { DpKey } from '../core/content/nalPath';
import type { Evidence } from '../core/reconcile/evidence';
import type { Finding } from '../core/reconcile/finding';
import type {
  Facet,
  FindingRow,
  FindingsPage,
  FindingsSelection,
  FindingsView,
  SelectionMeasure,
} from '../core/reconcile/findingRow';
import type { PairFacts } from '../core/reconcile/pairFacts';
import type { PairId } from '../core/reconcile/pairId';
import type { SiteFacts } from '../core/reconcile/siteFacts';
import type { Tally } from '../core/reconcile/tally';
import type { Verdict } from '../core/reconcile/verdict';
import type { FindingsMatrix } from './findingsMatrix';

/** What a load covers; an empty scope is the whole site. A scoped load replaces just those pairs. */
export interface FindingsScope {
  readonly packageId?: string;
  readonly dp?: DpKey;
}

export interface FindingsSummary {
  /** Grows with every load; 0 before the first. */
  readonly revision: number;
  /** The site's time of the last read of the whole site, UTC epoch milliseconds. */
  readonly readAt: number;
  readonly site: Tally;
  readonly byVerdict: Readonly<Partial<Record<Verdict, number>>>;
  readonly byDp: ReadonlyMap<DpKey, Tally>;
  readonly byPackage: ReadonlyMap<string, Tally>;
  readonly byGroup: ReadonlyMap<string, Tally>;
  readonly suspectDps: readonly DpKey[];
}

export interface ExplainedFinding {
  readonly finding: Finding;
  /** The same finding as a table shows it. */
  readonly row: FindingRow;
  readonly evidence: readonly Evidence[];
}

/** Graded findings, kept, sorted and filtered off the window's thread. */
export interface Findings {
  readonly matrix: FindingsMatrix;
  /** Grades the facts and replaces what the scope covers. Nothing changes when it fails or is cancelled. */
  load(
    facts: SiteFacts,
    scope: FindingsScope,
    pairs: AsyncIterable<readonly PairFacts[]>,
    signal: AbortSignal,
  ): Promise<FindingsSummary>;
  /** A window of rows, `limit` at most 500. Rejects with kind `filter` (FilterError) when the filter does not parse. */
  page(view: FindingsView, offset: number, limit: number, signal: AbortSignal): Promise<FindingsPage>;
  facets(filter: string, signal: AbortSignal): Promise<readonly Facet[]>;
  measure(selection: FindingsSelection, signal: AbortSignal): Promise<SelectionMeasure>;
  resolve(selection: FindingsSelection, signal: AbortSignal): Promise<readonly Finding[]>;
  /** The findings of one DP or one package that were not plainly validated. */
  of(scope: FindingsScope, signal: AbortSignal): Promise<readonly Finding[]>;
  /** The finding and the facts it rests on; undefined when the pair was plainly validated or is not expected. */
  explain(pair: PairId, signal: AbortSignal): Promise<ExplainedFinding | undefined>;
}
