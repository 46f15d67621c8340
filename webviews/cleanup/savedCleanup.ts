import { cleanupStandings } from '../../extension/core/library/cleanup/judgeItem';
import { isFlag, isListOf, isOneOf, isRecordOf, isText } from '../../extension/protocol/shape';
import { firstView, sortColumns, tabIds, type CleanupView } from './cleanupRows';

const isView = isRecordOf<CleanupView>({
  tab: isOneOf(tabIds),
  text: isText,
  standings: isListOf(isOneOf(cleanupStandings)),
  sort: isRecordOf({ column: isOneOf(sortColumns), descending: isFlag }),
});

/** What the page showed before the window was reloaded; what was stored otherwise is not trusted. */
export const restoreView = (stored: unknown): CleanupView =>
  typeof stored === 'object' && stored !== null && 'view' in stored && isView(stored.view)
    ? stored.view
    : firstView;
