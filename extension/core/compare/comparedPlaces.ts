import type { DpKey } from '../content/nalPath';
import type { ComparedRow } from './comparison';
import type { Subject } from './subject';

/** A place of the tree: a package on a DP, or one of them. */
export interface ComparedPlace {
  readonly packageId?: string | undefined;
  readonly dp?: DpKey | undefined;
}

/** Where what a row is about stands in the tree; only expected pairs stand there. */
export const comparedPlaces = (
  { packageId, dp, sides }: ComparedRow,
  subject: Subject,
): readonly ComparedPlace[] => {
  const [first, second] = sides;
  switch (subject.kind) {
    case 'dps':
      return [
        ...(first?.kind === 'content' ? [{ packageId, dp: subject.left }] : []),
        ...(second?.kind === 'content' ? [{ packageId, dp: subject.right }] : []),
      ];
    case 'groups':
    case 'groupDrift':
      return [packageId === undefined ? { dp } : { packageId }];
    case 'dpDrift':
      return second?.kind === 'content' ? [{ packageId, dp: subject.dp }] : [];
    case 'package':
      return [first?.kind === 'content' ? { packageId: subject.packageId, dp } : { dp }];
    case 'leftovers':
      return dp === undefined ? [] : [{ dp }];
    case 'library':
      return [first?.kind === 'present' ? { packageId, dp: subject.dp } : { dp: subject.dp }];
  }
};
