import type { FindingColumn, FindingsView } from '../../extension/core/reconcile/findingRow';
import { missingColumns } from '../../extension/protocol/missingPage';
import { isCount, isFlag, isListOf, isOneOf, isRecordOf, isText } from '../../extension/protocol/shape';
import { RowSelection } from '../shared/grid/rowSelection';

/** What survives a reload of the window. */
export interface SavedPage {
  /** Key of the site that it shows. */
  readonly site: string;
  readonly view: FindingsView;
  readonly selection: RowSelection;
  /** First visible pixel of the list, and its active row. */
  readonly top: number;
  readonly active: number;
  readonly facets: boolean;
  readonly details: boolean;
}

interface Stored {
  readonly version: number;
  readonly site: string;
  readonly filter: string;
  readonly column: FindingColumn;
  readonly descending: boolean;
  readonly allBut: boolean;
  readonly ids: readonly string[];
  readonly top: number;
  readonly active: number;
  readonly facets: boolean;
  readonly details: boolean;
}

/** A selection larger than this is not worth the time to store at each click. */
const mostIds = 5_000;
const version = 2;

const isStored = isRecordOf<Stored>({
  version: isCount,
  site: isText,
  filter: isText,
  column: isOneOf(missingColumns),
  descending: isFlag,
  allBut: isFlag,
  ids: isListOf(isText, mostIds),
  top: isCount,
  active: isCount,
  facets: isFlag,
  details: isFlag,
});

/** What a page shows that was never open before: what needs an admin, worst first. */
export const firstPage = (site: string, wide: boolean): SavedPage => ({
  site,
  view: { filter: 'state:problems', sort: { column: 'state', descending: false } },
  selection: RowSelection.none,
  top: 0,
  active: 0,
  facets: wide,
  details: true,
});

export const savePage = ({ site, view, selection, top, active, facets, details }: SavedPage): Stored => {
  const kept = selection.ids.size > mostIds ? RowSelection.none : selection;
  return {
    version,
    site,
    filter: view.filter,
    column: view.sort.column,
    descending: view.sort.descending,
    allBut: kept.allBut,
    ids: [...kept.ids],
    top: Math.max(0, Math.round(top)),
    active: Math.max(0, active),
    facets,
    details,
  };
};

/** undefined for anything that this version did not save. */
export const restorePage = (stored: unknown): SavedPage | undefined =>
  isStored(stored) && stored.version === version
    ? {
        site: stored.site,
        view: {
          filter: stored.filter,
          sort: { column: stored.column, descending: stored.descending },
        },
        selection: RowSelection.restore(stored.allBut, stored.ids),
        top: stored.top,
        active: stored.active,
        facets: stored.facets,
        details: stored.details,
      }
    : undefined;
