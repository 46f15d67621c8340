import type { DpKey } from '../content/nalPath';
import type { PairId } from './pairId';
import type { Verdict } from './verdict';

export type FindingColumn =
  'package' | 'packageId' | 'type' | 'dp' | 'group' | 'state' | 'repair' | 'bytes' | 'since' | 'lastResult';

export interface FindingsView {
  /** Text in the query language (core/filter). Empty shows what needs repair or a decision, and the unknown. */
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

/** Rows picked by hand, or all of a view but some. */
export type FindingsSelection =
  | { readonly kind: 'pairs'; readonly pairs: readonly PairId[] }
  | { readonly kind: 'view'; readonly filter: string; readonly except: readonly PairId[] };
