import type { DpKey } from '../content/nalPath';
import { tallyClass } from '../reconcile/tally';
import type { ComparedRow, ContentSide } from './comparison';
import type { Difference } from './difference';

/**
 * One package on every DP of the site, and on those that are none any more.
 * @param content undefined when it could not be read
 * @param wanted the package's version; undefined is not known
 */
export const acrossDps = (
  dps: Iterable<DpKey>,
  content: ReadonlyMap<DpKey, ContentSide> | undefined,
  wanted: number | undefined,
): readonly ComparedRow[] =>
  Array.from(new Set([...dps, ...(content?.keys() ?? [])]), (dp): ComparedRow => {
    if (content === undefined) return { dp, sides: [{ kind: 'unknown' }], difference: 'unknown', why: '' };
    const side = content.get(dp);
    return side === undefined
      ? { dp, sides: [{ kind: 'absent' }], difference: 'notExpected', why: '' }
      : { dp, sides: [side], difference: differenceOf(side, wanted), why: side.reason };
  });

const differenceOf = ({ verdict, version }: ContentSide, wanted: number | undefined): Difference => {
  if (verdict === 'unread') return 'unknown';
  switch (tallyClass(verdict)) {
    case 'problems':
      return 'problem';
    case 'running':
      return 'running';
    case 'stale':
      return 'stale';
    case 'unknown':
      return 'notProved';
    case 'validated':
      return version === undefined || wanted === undefined || version === wanted ? 'same' : 'otherVersion';
    case 'nothing':
      return 'same';
  }
};
