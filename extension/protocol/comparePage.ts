import type { Counts, ComparedView, NamedRow } from '../core/compare/comparedView';
import type { ComparedPlace } from '../core/compare/comparedPlaces';
import type { ComparedTitles } from '../core/compare/comparedTitles';
import { differences } from '../core/compare/difference';
import type { Subject } from '../core/compare/subject';
import type { DpKey } from '../core/content/nalPath';
import { defineNotification, defineRequest } from './requestType';
import { isCount, isEither, isFlag, isListOf, isNothing, isOneOf, isRecordOf, isText } from './shape';

/** What stands above the grid of a comparison. */
export interface CompareState {
  readonly subject: Subject;
  /** undefined: the site has not been read yet. */
  readonly titles: ComparedTitles | undefined;
  readonly site: { readonly code: string; readonly name: string } | undefined;
  /** Grows with each comparison made; 0 before the first. */
  readonly revision: number;
  readonly counts: Counts;
  /** What could not be read. */
  readonly notRead: readonly string[];
  /** The site's time of the comparison, UTC epoch milliseconds. */
  readonly readAt: number | undefined;
  /** The site's time now. */
  readonly now: number;
  readonly loading: boolean;
  /** The site was read again, or changed, since. */
  readonly outdated: boolean;
  /** Why there is no (new) comparison. */
  readonly problem: string | undefined;
}

export interface CompareRow extends NamedRow {
  /** Where it can be shown in the tree. */
  readonly places: readonly ComparedPlace[];
}

export interface ComparePage {
  readonly total: number;
  readonly rows: readonly CompareRow[];
}

export const compareColumns = [
  'difference',
  'name',
  'packageId',
  'dp',
  'side0',
  'side1',
  'side2',
] as const satisfies readonly ComparedView['sort']['column'][];

export const isComparedView = isRecordOf<ComparedView>({
  kinds: isListOf(isOneOf(differences), differences.length),
  onlyDifferences: isFlag,
  sort: isRecordOf({ column: isOneOf(compareColumns), descending: isFlag }),
});

const isDp = (value: unknown): value is DpKey => isText(value);

type SubjectOf<K extends Subject['kind']> = Extract<Subject, { readonly kind: K }>;

/** What a page has saved of what it compares. */
export const isSubject = isEither(
  isEither(
    isRecordOf<SubjectOf<'dps'>>({ kind: isOneOf(['dps']), left: isDp, right: isDp }),
    isRecordOf<SubjectOf<'groups'>>({ kind: isOneOf(['groups']), left: isText, right: isText }),
  ),
  isEither(
    isEither(
      isRecordOf<SubjectOf<'dpDrift'>>({ kind: isOneOf(['dpDrift']), dp: isDp }),
      isRecordOf<SubjectOf<'groupDrift'>>({ kind: isOneOf(['groupDrift']), groupId: isText }),
    ),
    isEither(
      isRecordOf<SubjectOf<'package'>>({ kind: isOneOf(['package']), packageId: isText }),
      isEither(
        isRecordOf<SubjectOf<'leftovers'>>({ kind: isOneOf(['leftovers']), dp: isEither(isDp, isNothing) }),
        isRecordOf<SubjectOf<'library'>>({ kind: isOneOf(['library']), dp: isDp }),
      ),
    ),
  ),
);

export const compareState = defineRequest<CompareState>()('compare/state', isNothing);

export const comparePage = defineRequest<ComparePage>()(
  'compare/page',
  isRecordOf<{ view: ComparedView; offset: number; limit: number }>({
    view: isComparedView,
    offset: isCount,
    limit: isCount,
  }),
);

/** Reads and compares again. */
export const compareRefresh = defineRequest<undefined>()('compare/refresh', isNothing);

/** Shows a pair, a package or a DP in the tree. */
export const compareReveal = defineRequest<undefined>()(
  'compare/reveal',
  isRecordOf<{ packageId: string | undefined; dp: DpKey | undefined }>({
    packageId: isEither(isText, isNothing),
    dp: isEither(isDp, isNothing),
  }),
);

/** Copies the rows that the view shows, or those of them that are named. */
export const compareCopy = defineRequest<undefined>()(
  'compare/copy',
  isRecordOf<{ view: ComparedView; ids: readonly string[]; format: 'markdown' | 'tsv' }>({
    view: isComparedView,
    ids: isListOf(isText),
    format: isOneOf(['markdown', 'tsv']),
  }),
);

/** Something changed: ask for state and rows again. */
export const compareChanged = defineNotification(
  'compare/changed',
  isRecordOf<{ revision: number }>({ revision: isCount }),
);
