import type { DpKey } from '../core/content/nalPath';
import {
  matrixOrders,
  totalsColumns,
  totalsOf,
  type MatrixAxes,
  type MatrixTile,
  type MatrixView,
  type TotalsPage,
  type TotalsView,
} from '../core/matrix/matrix';
import type { FindingRow, FindingsSelection } from '../core/reconcile/findingRow';
import type { PairId } from '../core/reconcile/pairId';
import type { MissingState } from './missingPage';
import { defineNotification, defineRequest } from './requestType';
import { isCount, isFlag, isListOf, isNothing, isOneOf, isRecordOf, isText, isEither } from './shape';

/** How the site stands, and why the heat map may not know of some cells whether they are expected. */
export interface MatrixState extends MissingState {
  /** Cells without a finding are being told apart, or could not be: what to say of it. */
  readonly targets:
    { readonly kind: 'reading' } | { readonly kind: 'failed'; readonly cause: string } | undefined;
}

const isDpKey = (value: unknown): value is DpKey => isText(value);
const isPairId = (value: unknown): value is PairId => isText(value);

const isView = isRecordOf<MatrixView>({ filter: isText, order: isOneOf(matrixOrders) });

const isTotalsView = isRecordOf<TotalsView>({
  filter: isText,
  of: isOneOf(totalsOf),
  sort: isRecordOf({ column: isOneOf(totalsColumns), descending: isFlag }),
});

type Region = Extract<FindingsSelection, { kind: 'region' }>;

const isRegion = isRecordOf<Region>({
  kind: isOneOf(['region']),
  packageIds: isListOf(isText),
  dps: isListOf(isDpKey),
  filter: isText,
});

export const matrixActions = ['repair', 'redistribute', 'validate', 'cancel', 'reveal'] as const;
export type MatrixAction = (typeof matrixActions)[number];

export const matrixState = defineRequest<MatrixState>()('matrix/state', isNothing);

export const matrixOpen = defineRequest<MatrixAxes>()(
  'matrix/open',
  isRecordOf<{ view: MatrixView }>({ view: isView }),
);

/** Rows of cells; rejected with kind `stale` when the matrix has changed since it was opened. */
export const matrixTile = defineRequest<MatrixTile>()(
  'matrix/tile',
  isRecordOf<{ view: MatrixView; stamp: number; first: number; count: number }>({
    view: isView,
    stamp: isCount,
    first: isCount,
    count: isCount,
  }),
);

export const matrixTotals = defineRequest<TotalsPage>()(
  'matrix/totals',
  isRecordOf<{ view: TotalsView; offset: number; limit: number }>({
    view: isTotalsView,
    offset: isCount,
    limit: isCount,
  }),
);

/** The finding of a cell; undefined when the pair has none. */
export const matrixExplain = defineRequest<FindingRow | undefined>()(
  'matrix/explain',
  isRecordOf<{ pair: PairId }>({ pair: isPairId }),
);

/** Starts the command behind a button; the host answers when it has taken over. */
export const matrixAct = defineRequest<undefined>()(
  'matrix/act',
  isRecordOf<{ action: MatrixAction; selection: Region }>({
    action: isOneOf(matrixActions),
    selection: isRegion,
  }),
);

/** Opens the page of missing content on what this filter shows; undefined: as it is. */
export const matrixShowMissing = defineRequest<undefined>()(
  'matrix/showMissing',
  isRecordOf<{ filter: string | undefined }>({ filter: isEither(isText, isNothing) }),
);

/** Reads the site again, or connects to it. */
export const matrixRefresh = defineRequest<undefined>()('matrix/refresh', isNothing);

/** Something changed: ask for the state and the matrix again. */
export const matrixChanged = defineNotification('matrix/changed', isNothing);
