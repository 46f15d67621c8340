import type { MismatchKind, OnlyReported } from '../core/library/mismatch';
import { mismatchColumns, type MismatchRow, type MismatchView } from '../core/library/mismatchRows';
import type { ListCounts } from '../core/library/libraryReport';
import { defineNotification, defineRequest } from './requestType';
import { isCount, isFlag, isListOf, isNothing, isOneOf, isRecordOf, isText } from './shape';

/** How one DP stands in a search for mismatches. */
export interface LibraryDpState {
  readonly dp: string;
  readonly dpName: string;
  /** undefined: it was not looked at yet. */
  readonly looks: 1 | 2 | undefined;
  readonly onlyReported: OnlyReported | undefined;
  readonly counts: ListCounts;
  /** In flight ones are not counted. */
  readonly mismatches: number;
  readonly inFlight: number;
  readonly notRead: readonly string[];
}

export interface LibraryState {
  /** undefined: no site is connected. */
  readonly site: { readonly code: string; readonly name: string } | undefined;
  readonly revision: number;
  readonly dps: readonly LibraryDpState[];
  readonly counts: Readonly<Partial<Record<MismatchKind, number>>>;
  /** undefined: no search runs. */
  readonly progress:
    | {
        readonly phase: 'first' | 'waiting' | 'second';
        readonly done: number;
        readonly total: number;
        /** Milliseconds of the site's time until the second looks begin. */
        readonly wait: number | undefined;
      }
    | undefined;
  /** Why the search ended early. */
  readonly problem: string | undefined;
  /** There is something that a repair can be planned with. */
  readonly canRepair: boolean;
}

export const libraryState = defineRequest<LibraryState>()('library/state', isNothing);

export const isMismatchView = isRecordOf<MismatchView>({
  filter: isText,
  sort: isRecordOf({ column: isOneOf(mismatchColumns), descending: isFlag }),
});

/** Rejects with kind `filter` when the filter does not parse. */
export const libraryPage = defineRequest<{
  readonly total: number;
  readonly rows: readonly MismatchRow[];
}>()(
  'library/page',
  isRecordOf<{ view: MismatchView; offset: number; limit: number }>({
    view: isMismatchView,
    offset: isCount,
    limit: isCount,
  }),
);

export const libraryActions = ['again', 'stop', 'connect'] as const;
export type LibraryAction = (typeof libraryActions)[number];

/** Looks at the DPs again, ends the search, or connects to the site. */
export const libraryAct = defineRequest<undefined>()(
  'library/act',
  isRecordOf<{ action: LibraryAction }>({ action: isOneOf(libraryActions) }),
);

/** Shows the pair, or the DP, in the tree. */
export const libraryReveal = defineRequest<undefined>()(
  'library/reveal',
  isRecordOf<{ id: string }>({ id: isText }),
);

/** Hands these mismatches to the repair, which plans and asks. */
export const libraryRepair = defineRequest<undefined>()(
  'library/repair',
  isRecordOf<{ ids: readonly string[] }>({ ids: isListOf(isText) }),
);

/** Something changed: ask for the state, and for rows where the revision is another one. */
export const libraryChanged = defineNotification(
  'library/changed',
  isRecordOf<{ revision: number }>({ revision: isCount }),
);
