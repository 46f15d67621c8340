import { cellClasses, type CellClass } from '../../extension/core/matrix/cell';
import {
  matrixOrders,
  totalsOf,
  type MatrixOrder,
  type MatrixView,
  type TotalsOf,
} from '../../extension/core/matrix/matrix';
import { isCount, isFlag, isListOf, isOneOf, isRecordOf, isText } from '../../extension/protocol/shape';

/** What survives a reload of the window. */
export interface SavedMap {
  /** Key of the site that it shows. */
  readonly site: string;
  readonly view: MatrixView;
  readonly hidden: ReadonlySet<CellClass>;
  readonly totals: boolean;
  readonly totalsOf: TotalsOf;
}

interface Stored {
  readonly version: number;
  readonly site: string;
  readonly filter: string;
  readonly order: MatrixOrder;
  readonly hidden: readonly CellClass[];
  readonly totals: boolean;
  readonly totalsOf: TotalsOf;
}

const version = 1;

const isStored = isRecordOf<Stored>({
  version: isCount,
  site: isText,
  filter: isText,
  order: isOneOf(matrixOrders),
  hidden: isListOf(isOneOf(cellClasses), cellClasses.length),
  totals: isFlag,
  totalsOf: isOneOf(totalsOf),
});

/** What a page shows that was never open before: everything, worst first. */
export const firstMap = (site: string, wide: boolean): SavedMap => ({
  site,
  view: { filter: '', order: 'problems' },
  hidden: new Set(),
  totals: wide,
  totalsOf: 'verdict',
});

export const saveMap = ({ view, hidden, ...rest }: SavedMap): Stored => ({
  version,
  ...rest,
  ...view,
  hidden: [...hidden],
});

/** undefined for anything that this version did not save. */
export const restoreMap = (stored: unknown): SavedMap | undefined =>
  isStored(stored) && stored.version === version
    ? {
        site: stored.site,
        view: { filter: stored.filter, order: stored.order },
        hidden: new Set(stored.hidden),
        totals: stored.totals,
        totalsOf: stored.totalsOf,
      }
    : undefined;
