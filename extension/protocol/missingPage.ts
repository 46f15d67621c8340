import type { Bears } from '../core/acknowledge/acknowledged';
import type { Explanation } from '../core/reconcile/explain';
import type { PairId } from '../core/reconcile/pairId';
import type { Tally } from '../core/reconcile/tally';
import type {
  Facet,
  FindingColumn,
  FindingRow,
  FindingsPage,
  FindingsSelection,
  FindingsView,
  SelectionMeasure,
} from '../core/reconcile/findingRow';
import type { MarkCounts } from '../ports/findings';
import { defineNotification, defineRequest } from './requestType';
import { isCount, isEither, isFlag, isListOf, isNothing, isOneOf, isRecordOf, isText } from './shape';

/** What stands above the grid. */
export interface MissingState {
  /** undefined: no site is connected. */
  readonly site: { readonly code: string; readonly name: string } | undefined;
  readonly revision: number;
  /** UTC epoch milliseconds of the site's time; undefined before the first read. */
  readonly readAt: number | undefined;
  /** The site's time now, to say ages by. */
  readonly now: number;
  readonly tally: Tally | undefined;
  /** How many rows bear a mark, and the site's time that "new" is compared with, if it is. */
  readonly marked: (MarkCounts & { readonly comparedWith: number | undefined }) | undefined;
  readonly loading: boolean;
  /** Why what is shown is not fresh: the last read's error with the action to take. */
  readonly stale: string | undefined;
  /** Why more may be there than is shown: the site is read by role. */
  readonly limits?: string | undefined;
}

export const missingColumns = [
  'state',
  'package',
  'packageId',
  'type',
  'dp',
  'group',
  'bytes',
  'since',
  'lastResult',
  'repair',
  'impact',
] as const satisfies readonly FindingColumn[];

const isPairId = (value: unknown): value is PairId => isText(value);

const isView = isRecordOf<FindingsView>({
  filter: isText,
  sort: isRecordOf({ column: isOneOf(missingColumns), descending: isFlag }),
});

const isSelection = isEither(
  isRecordOf<Extract<FindingsSelection, { kind: 'pairs' }>>({
    kind: isOneOf(['pairs']),
    pairs: isListOf(isPairId),
    filter: isEither(isText, isNothing),
  }),
  isRecordOf<Extract<FindingsSelection, { kind: 'view' }>>({
    kind: isOneOf(['view']),
    filter: isText,
    except: isListOf(isPairId),
  }),
);

export const missingActions = [
  'repair',
  'redistribute',
  'validate',
  'cancel',
  'distribute',
  'updateContent',
  'remove',
  'acknowledge',
  'removeAcknowledgement',
  'reveal',
  'copyEvidence',
] as const;
export type MissingAction = (typeof missingActions)[number];

export const missingState = defineRequest<MissingState>()('missing/state', isNothing);

export const missingPage = defineRequest<FindingsPage>()(
  'missing/page',
  isRecordOf<{ view: FindingsView; offset: number; limit: number }>({
    view: isView,
    offset: isCount,
    limit: isCount,
  }),
);

export const missingFacets = defineRequest<readonly Facet[]>()(
  'missing/facets',
  isRecordOf<{ filter: string }>({ filter: isText }),
);

export const missingExplain = defineRequest<
  | (Pick<Explanation, 'evidence' | 'disagreements'> & {
      readonly row: FindingRow;
      /** What admins said of the pair, what counts first. */
      readonly acknowledgements?: readonly Bears[];
    })
  | undefined
>()('missing/explain', isRecordOf<{ pair: PairId }>({ pair: isPairId }));

/** What a selection amounts to: count, bytes, and what can be done with it. */
export const missingMeasure = defineRequest<SelectionMeasure>()(
  'missing/measure',
  isRecordOf<{ selection: FindingsSelection }>({ selection: isSelection }),
);

/** Starts the command behind a button; the host answers when it has taken over (a plan is shown, say). */
export const missingAct = defineRequest<undefined>()(
  'missing/act',
  isRecordOf<{ action: MissingAction; selection: FindingsSelection }>({
    action: isOneOf(missingActions),
    selection: isSelection,
  }),
);

/** Reads the site again, or connects to the demo site when there is none. */
export const missingRefresh = defineRequest<undefined>()('missing/refresh', isNothing);

/** Asks what to export, in which format and where to; the rows are those that the page has asked for last. */
export const missingExport = defineRequest<undefined>()('missing/export', isNothing);

/** Offers the saved filters, and to save what stands in the box. */
export const missingFilters = defineRequest<undefined>()(
  'missing/filters',
  isRecordOf<{ filter: string }>({ filter: isText }),
);
/** Opens the heat map of the site. */
export const missingShowHeatMap = defineRequest<undefined>()('missing/showHeatMap', isNothing);

/** Something changed: ask for state and rows again. */
export const missingChanged = defineNotification(
  'missing/changed',
  isRecordOf<{ revision: number }>({ revision: isCount }),
);

/** Puts a filter in the box: the user has asked for a part of the site elsewhere (in the tree, say). */
export const missingShow = defineNotification(
  'missing/show',
  isRecordOf<{ filter: string }>({ filter: isText }),
);
