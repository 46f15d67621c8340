import type { DpKey } from '../core/content/nalPath';
import type { ContentScope } from '../core/reconcile/contentScope';
import type { Explanation } from '../core/reconcile/explain';
import type { Snapshot } from '../core/history/snapshot';
import type { Finding } from '../core/reconcile/finding';
import type { FindingMarks } from '../core/reconcile/findingMarks';
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

/** What a load covers. A scoped load replaces just those pairs. */
export type FindingsScope = ContentScope;

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
  readonly marked: MarkCounts;
}

/** How many findings bear a mark. */
export interface MarkCounts {
  readonly expired: number;
  readonly isNew: number;
  readonly isFlapping: number;
}

export interface ExplainedFinding extends Explanation {
  readonly finding: Finding;
  /** The same finding as a table shows it. */
  readonly row: FindingRow;
}

export interface ExplainedPage {
  readonly revision: number;
  readonly total: number;
  readonly rows: readonly Pick<ExplainedFinding, 'finding' | 'row' | 'evidence'>[];
}

/** Graded findings, kept, sorted and filtered off the window's thread. */
export interface Findings {
  readonly matrix: FindingsMatrix;
  /**
   * Grades the facts and replaces what the scopes cover; with `facts.targets`, all that is kept is graded again.
   * Nothing changes when it fails or is cancelled.
   */
  load(
    facts: SiteFacts,
    scopes: readonly FindingsScope[],
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
  /** Looks at the findings with these marks from now on; undefined while there are none yet. */
  mark(marks: FindingMarks, signal: AbortSignal): Promise<FindingsSummary | undefined>;
  /** How the site stands now, for its history. */
  snapshot(signal: AbortSignal): Promise<Snapshot>;
  /** The finding and the facts it rests on; undefined when the pair was plainly validated or is not expected. */
  explain(pair: PairId, signal: AbortSignal): Promise<ExplainedFinding | undefined>;
  /** A window of rows with their evidence, `limit` at most 500; made for reading one page after the other. */
  explainPage(view: FindingsView, offset: number, limit: number, signal: AbortSignal): Promise<ExplainedPage>;
  /** Pairs that were only counted, as rows of the table: those that the filter fits. */
  asRows(findings: readonly Finding[], filter: string, signal: AbortSignal): Promise<readonly FindingRow[]>;
}
