import type { ComparedView } from '../../extension/core/compare/comparedView';
import type { Subject } from '../../extension/core/compare/subject';
import { isComparedView, isSubject } from '../../extension/protocol/comparePage';
import { isRecordOf, isText } from '../../extension/protocol/shape';

/** What survives a reload of the window; the host makes the comparison again from it. */
export interface SavedPage {
  /** Key of the site. */
  readonly site: string;
  readonly subject: Subject;
  readonly view: ComparedView;
}

/** What a page shows that was never open before: what sets them apart, worst first. */
export const firstView: ComparedView = {
  kinds: [],
  onlyDifferences: true,
  sort: { column: 'difference', descending: false },
};

const isSavedPage = isRecordOf<SavedPage>({ site: isText, subject: isSubject, view: isComparedView });

/** undefined for anything that this version did not save. */
export const restorePage = (stored: unknown): SavedPage | undefined =>
  isSavedPage(stored) ? stored : undefined;
