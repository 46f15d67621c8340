import type { DpKey } from '../content/nalPath';
import type { CellClass } from './cell';

export const matrixOrders = ['problems', 'name', 'group'] as const;
export type MatrixOrder = (typeof matrixOrders)[number];

export interface MatrixView {
  /** Text in the query language. Rows and columns without a cell that it shows are left out. */
  readonly filter: string;
  /** Of rows and columns: worst first, by name, or by their first group. */
  readonly order: MatrixOrder;
}

/** A row of the heat map. */
export interface MatrixPackage {
  readonly packageId: string;
  readonly name: string;
  readonly bytes: number | undefined;
}

/** A column of the heat map. */
export interface MatrixDp {
  readonly key: DpKey;
  readonly name: string;
}

/** What the rows and columns of a view stand for. Cells are asked for in tiles. */
export interface MatrixAxes {
  /** Changes with the findings and with what is known of the cells without one. */
  readonly stamp: number;
  readonly packages: readonly MatrixPackage[];
  readonly dps: readonly MatrixDp[];
  /** Cells of the site that may be validated or not expected. */
  readonly open: number;
}

/** Some rows of cells. */
export interface MatrixTile {
  readonly stamp: number;
  /** A byte a cell (cell.ts), row after row, in base64: what every way to a page carries. */
  readonly cells: string;
}

export const totalsOf = ['verdict', 'dp', 'group', 'package'] as const;
export type TotalsOf = (typeof totalsOf)[number];

export const totalsColumns = ['label', 'problems', 'pairs'] as const;

export interface TotalsView {
  readonly filter: string;
  readonly of: TotalsOf;
  readonly sort: { readonly column: (typeof totalsColumns)[number]; readonly descending: boolean };
}

/** What is shown of one DP, group, package or verdict. */
export interface MatrixTotal {
  /** What the filter asks for to see just this. */
  readonly value: string;
  readonly label: string;
  readonly pairs: number;
  readonly byClass: Readonly<Partial<Record<CellClass, number>>>;
}

export interface TotalsPage {
  readonly total: number;
  readonly rows: readonly MatrixTotal[];
}

/** Content targeted to DPs, packed: a bit a pair. */
export interface PackedTargets {
  /** By number; undefined for a DP that came after the site was read. */
  readonly dps: readonly (DpKey | undefined)[];
  /** For each block the package, the number of its first DP, and a bit for each DP from there on. */
  readonly packageIds: readonly string[];
  readonly firstDps: Uint32Array;
  readonly bits: Uint32Array;
}
