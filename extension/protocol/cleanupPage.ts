import type { DpKey } from '../core/content/nalPath';
import type { CleanupReading, NotRecognised } from '../core/library/cleanup/cleanupItem';
import type { CleanupEnd } from '../core/library/cleanup/cleanupLog';
import type { JudgedItem } from '../core/library/cleanup/judgeItem';
import type { Precondition } from '../core/library/cleanup/preconditions';
import type { CleanupReview } from '../core/library/cleanup/reviewCleanup';
import { defineNotification, defineRequest } from './requestType';
import { isCount, isFlag, isListOf, isNothing, isOneOf, isRecordOf, isText } from './shape';

/** What stands around the rows of a review. */
export interface CleanupState {
  readonly site: { readonly code: string; readonly name: string } | undefined;
  /** Server name of the DP. */
  readonly dp: string;
  /** Grows with each review made; 0 before the first. */
  readonly revision: number;
  /** undefined: it has not been read yet. */
  readonly log: ShownCleanupLog | undefined;
  readonly totals: CleanupReview['totals'] | undefined;
  readonly preconditions: readonly Precondition[];
  /** What speaks against a delete, in sentences. */
  readonly obstacles: readonly string[];
  readonly mayDelete: boolean;
  /** IDs of flagged items that the admin agreed to lose. */
  readonly agreed: readonly string[];
  readonly linesRead: boolean;
  /** The site's time of the review, UTC epoch milliseconds. */
  readonly readAt: number | undefined;
  /** The site's time now. */
  readonly now: number;
  readonly loading: boolean;
  /** Why there is no (new) review. */
  readonly problem: string | undefined;
  readonly saved: SavedCleanup;
}

/** What survives a reload of the window; the host opens the review again from it. */
export interface SavedCleanup {
  /** Key of the site. */
  readonly site: string;
  readonly dp: DpKey;
  /** Path of the log. */
  readonly place: string;
  /** Of ConfigMgr; 0: not told. */
  readonly release: number;
}

export const isSavedCleanup = isRecordOf<SavedCleanup>({
  site: isText,
  dp: (value): value is DpKey => isText(value),
  place: isText,
  release: isCount,
});

export interface ShownCleanupLog extends Pick<
  CleanupReading,
  'lines' | 'troubles' | 'moreTroubles' | 'otherPaths'
> {
  readonly name: string;
  readonly place: string;
  readonly modified: number;
  /** undefined: not told. */
  readonly mode: 'whatIf' | 'delete' | undefined;
  readonly end: CleanupEnd;
  readonly isForeign: boolean;
  /** Lines that were not recognised. */
  readonly notRecognised: number;
}

export interface CleanupPage {
  /** The worst first. */
  readonly rows: readonly JudgedItem[];
  readonly notRecognised: NotRecognised['lines'];
}

/** What the page starts elsewhere in the window; `distribute` is about the chosen items. */
export const cleanupActions = [
  'openLog',
  'prepareWhatIf',
  'prepareDelete',
  'distribute',
  'reconcile',
] as const;
export type CleanupAction = (typeof cleanupActions)[number];

export const cleanupState = defineRequest<CleanupState>()('cleanup/state', isNothing);

export const cleanupPage = defineRequest<CleanupPage>()('cleanup/page', isNothing);

/** Reads the log and the site again. */
export const cleanupRefresh = defineRequest<undefined>()('cleanup/refresh', isNothing);

/** Agrees to lose flagged items, or takes that back. */
export const cleanupAgree = defineRequest<undefined>()(
  'cleanup/agree',
  isRecordOf<{ ids: readonly string[]; isAgreed: boolean }>({ ids: isListOf(isText), isAgreed: isFlag }),
);

/** The lines that were not recognised have been read, or not. */
export const cleanupLinesRead = defineRequest<undefined>()(
  'cleanup/linesRead',
  isRecordOf<{ isRead: boolean }>({ isRead: isFlag }),
);

export const cleanupAct = defineRequest<undefined>()(
  'cleanup/act',
  isRecordOf<{ action: CleanupAction; ids: readonly string[] }>({
    action: isOneOf(cleanupActions),
    ids: isListOf(isText),
  }),
);

/** Something changed: ask for the state, and for rows when the revision is another one. */
export const cleanupChanged = defineNotification(
  'cleanup/changed',
  isRecordOf<{ revision: number }>({ revision: isCount }),
);
