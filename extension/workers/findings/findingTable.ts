import type { DpKey } from '../../core/content/nalPath';
import type { Finding } from '../../core/reconcile/finding';
import type { TimedFinding } from '../../core/reconcile/grade';
import type { TargetRows } from '../../core/reconcile/targetCounts';
import { verdicts, type Verdict } from '../../core/reconcile/verdict';
import type { CodedColumn } from './codedColumn';
import type { FactPlace } from './factArchive';
import type { TableImpact } from './tableImpact';

export interface TablePackage {
  readonly packageId: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number | undefined;
}

export interface TableDp {
  readonly key: DpKey;
  readonly name: string;
}

type Target = Pick<Finding, 'nalPath' | 'siteCode'>;

/**
 * Findings as columns, never changed once made. Rows are sorted by package name, then DP name; packages and
 * DPs by name, so that their codes are their ranks.
 */
export interface FindingTable {
  readonly length: number;
  readonly packages: readonly TablePackage[];
  readonly dps: readonly TableDp[];
  readonly packageOf: Uint32Array;
  readonly dpOf: Uint32Array;
  /** First row of each package, and the row count. */
  readonly packageStarts: Uint32Array;
  /** Names of the groups that ask for the pair. */
  readonly groups: CodedColumn<readonly string[]>;
  readonly reasons: CodedColumn<string>;
  readonly targets: CodedColumn<Target>;
  /** Places in `verdicts`. */
  readonly verdictOf: Uint8Array;
  /** Places in `installedValues`. */
  readonly installed: Uint8Array;
  /** 1: sources disagree about the pair. */
  readonly disagrees: Uint8Array;
  /** UTC epoch milliseconds; NaN is unknown. */
  readonly since: Float64Array;
  readonly lastResult: Float64Array;
  /** Codes of marks, see markRows. */
  readonly markOf: Uint8Array;
  /** Last moment at which a row's facts give its finding, UTC epoch milliseconds. */
  readonly until: Float64Array;
  /** Rows of v_DistributionPoint that a row stands for, and how many of them are of the DP's own path and site. */
  readonly targetRows: Uint16Array;
  readonly ownTargetRows: Uint16Array;
  readonly facts: readonly FactPlace[];
  /** Keys of DPs whose last cycle looks wrong as a whole. */
  readonly suspects: ReadonlySet<string>;
  /** The site's time of the read, from which ages count: UTC epoch milliseconds. */
  readonly readAt: number;
  readonly impact: TableImpact;
}

/** A finding, and where the facts it rests on are kept. */
export interface Graded extends TimedFinding {
  readonly facts: FactPlace;
  readonly targetRows: TargetRows;
}

export const emptyTable: FindingTable = {
  length: 0,
  packages: [],
  dps: [],
  packageOf: new Uint32Array(),
  dpOf: new Uint32Array(),
  packageStarts: new Uint32Array(1),
  groups: { values: [], codes: new Uint32Array() },
  reasons: { values: [], codes: new Uint32Array() },
  targets: { values: [], codes: new Uint32Array() },
  verdictOf: new Uint8Array(),
  installed: new Uint8Array(),
  disagrees: new Uint8Array(),
  since: new Float64Array(),
  lastResult: new Float64Array(),
  markOf: new Uint8Array(),
  until: new Float64Array(),
  targetRows: new Uint16Array(),
  ownTargetRows: new Uint16Array(),
  facts: [],
  suspects: new Set(),
  readAt: 0,
  impact: { packages: [], dps: [] },
};

export const verdictAt = (table: FindingTable, row: number): Verdict =>
  verdicts[table.verdictOf[row] ?? 0] ?? 'unread';
