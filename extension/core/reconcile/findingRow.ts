import type { DpKey } from '../content/nalPath';
import type { PairId } from './pairId';
import type { Verdict } from './verdict';

export type FindingColumn =
  'package' | 'packageId' | 'type' | 'dp' | 'group' | 'state' | 'repair' | 'bytes' | 'since' | 'lastResult';

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
  readonly suspectCycle: boolean;
}

export interface FindingsPage {
  readonly revision: number;
  readonly total: number;
  readonly rows: readonly FindingRow[];
}

export interface Facet {
  readonly field: 'state' | 'dp' | 'group' | 'type';
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
}
