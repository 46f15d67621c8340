import type { DpKey } from '../content/nalPath';
import type { ImpactLevel } from '../impact/impactLevel';
import type { PairId } from './pairId';
import type { PairMarks } from './pairMarks';
import type { Verdict } from './verdict';

export type FindingColumn =
  | 'package'
  | 'packageId'
  | 'type'
  | 'dp'
  | 'group'
  | 'state'
  | 'repair'
  | 'bytes'
  | 'since'
  | 'lastResult'
  | 'impact';

export interface FindingsView {
  /** Text in the query language (core/filter, docs/filter-language.md). Empty shows every row. */
  readonly filter: string;
  readonly sort: { readonly column: FindingColumn; readonly descending: boolean };
}

export interface FindingRow {
  readonly id: PairId;
  readonly packageId: string;
  readonly packageName: string;
  readonly packageType: string;
  readonly dp: DpKey;
  readonly dpName: string;
  readonly groups: readonly string[];
  readonly verdict: Verdict;
  readonly reason: string;
  readonly bytes: number | undefined;
  readonly since: number | undefined;
  readonly lastResult: number | undefined;
  /** The DP's status says that it is installed; undefined: not known. */
  readonly installed: boolean | undefined;
  /** Sources contradict each other about the pair. */
  readonly disagrees: boolean;
  readonly suspectCycle: boolean;
  readonly impact: ImpactLevel;
  /** What needs the package, and who leans on the DP, as a sentence. */
  readonly impactReason: string;
  readonly marks?: PairMarks | undefined;
}

export interface FindingsPage {
  readonly revision: number;
  readonly total: number;
  readonly rows: readonly FindingRow[];
}

export interface Facet {
  readonly field: 'state' | 'dp' | 'group' | 'type' | 'impact';
  readonly values: readonly { readonly value: string; readonly label: string; readonly count: number }[];
}

/**
 * Rows picked by hand, all of a view but some, or those of some packages on some DPs. Picked rows that a given
 * filter no longer shows are left out: nobody acts on what they do not see.
 */
export type FindingsSelection =
  | { readonly kind: 'pairs'; readonly pairs: readonly PairId[]; readonly filter?: string | undefined }
  | { readonly kind: 'view'; readonly filter: string; readonly except: readonly PairId[] }
  | {
      readonly kind: 'region';
      readonly packageIds: readonly string[];
      readonly dps: readonly DpKey[];
      readonly filter: string;
    };

/** What a selection amounts to: the base for offering actions on it. */
export interface SelectionMeasure {
  readonly pairs: number;
  readonly packages: number;
  readonly dps: number;
  /** Sum of the known sizes. */
  readonly bytes: number;
  /** Pairs whose package's size is not known. */
  readonly unknownSizes: number;
  readonly byVerdict: Readonly<Partial<Record<Verdict, number>>>;
  /** Pairs that are acknowledged, or were until a day that has passed. */
  readonly acknowledged: number;
}
