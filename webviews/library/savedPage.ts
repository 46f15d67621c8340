import { firstMismatchView, type MismatchView } from '../../extension/core/library/mismatchRows';
import { isMismatchView } from '../../extension/protocol/libraryPage';
import { isRecordOf, isText } from '../../extension/protocol/shape';

interface Stored {
  /** Key of the site that the page shows: the host connects to it again after a reload. */
  readonly site: string;
  readonly view: MismatchView;
}

const isStored = isRecordOf<Stored>({ site: isText, view: isMismatchView });

/** What the page showed before the window was reloaded; what was stored otherwise is not trusted. */
export const restoreView = (stored: unknown): MismatchView =>
  isStored(stored) ? stored.view : firstMismatchView;
