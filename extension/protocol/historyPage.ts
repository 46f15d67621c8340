import type { DpKey } from '../core/content/nalPath';
import { changeKinds, type PairChange } from '../core/history/diffSnapshots';
import type { TrendPoint } from '../core/history/trend';
import type { ComparedPage, Comparison, ToldSnapshot } from '../core/history/kept';
import { defineNotification, defineRequest, type Accepts } from './requestType';
import { isCount, isEither, isListOf, isNothing, isOneOf, isRecordOf, isText } from './shape';

export interface HistoryState {
  /** undefined: no site is connected. */
  readonly site: { readonly code: string; readonly name: string } | undefined;
  /** DPs that the history can be narrowed to, by name. */
  readonly dps: readonly { readonly key: DpKey; readonly name: string }[];
  /** The site's time now, to say ages by. */
  readonly now: number;
  /** Oldest first, with the tallies of what was asked for. */
  readonly snapshots: readonly ToldSnapshot[];
  /** The same, thinned to what a chart can show. */
  readonly trend: readonly TrendPoint[];
  /** Id of the snapshot of about a day ago. */
  readonly yesterday: string | undefined;
}

export interface ChangeRow extends PairChange {
  readonly packageName: string;
  readonly dpName: string;
}

export interface ChangesPage extends Omit<ComparedPage, 'rows'> {
  readonly rows: readonly ChangeRow[];
}

const isDpKey: Accepts<DpKey> = (value): value is DpKey => isText(value);
const isDp = isEither(isDpKey, isNothing);

/** `dp` undefined: the whole site. */
export const historyState = defineRequest<HistoryState>()(
  'historyPage/state',
  isRecordOf<{ dp: DpKey | undefined }>({ dp: isDp }),
);

export const historyChanges = defineRequest<ChangesPage>()(
  'historyPage/changes',
  isRecordOf<{ comparison: Comparison; offset: number; limit: number }>({
    comparison: isRecordOf<Comparison>({
      from: isText,
      to: isText,
      dp: isDp,
      kinds: isListOf(isOneOf(changeKinds), changeKinds.length),
    }),
    offset: isCount,
    limit: isCount,
  }),
);

/** Shows a pair on the page of missing content. */
export const historyOpenPair = defineRequest<undefined>()(
  'historyPage/openPair',
  isRecordOf<{ packageId: string; dpName: string }>({ packageId: isText, dpName: isText }),
);

/** Another snapshot was kept: ask again. */
export const historyChanged = defineNotification('historyPage/changed', isNothing);

/** Narrows the page to a DP that was chosen elsewhere (in the tree, say), or widens it to the site. */
export const historyShow = defineNotification(
  'historyPage/show',
  isRecordOf<{ dp: DpKey | undefined }>({ dp: isDp }),
);
