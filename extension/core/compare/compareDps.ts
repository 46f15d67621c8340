import type { ComparedRow, ContentSide, Side } from './comparison';
import type { Difference } from './difference';

/** What is expected on a DP, by package; undefined when that could not be read. */
export type DpContent = ReadonlyMap<string, ContentSide> | undefined;

/** Every package that is expected on one of two DPs, once. */
export const compareDps = (left: DpContent, right: DpContent): readonly ComparedRow[] => {
  const packageIds = new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])]);
  return Array.from(packageIds, (packageId): ComparedRow => {
    const sides = [sideOf(left, packageId), sideOf(right, packageId)] as const;
    const difference = differenceOf(...sides);
    return { packageId, sides, difference, why: whyOf(...sides, difference) };
  });
};

type DpSide = ContentSide | Extract<Side, { readonly kind: 'absent' | 'unknown' }>;

const sideOf = (content: DpContent, packageId: string): DpSide =>
  content === undefined ? { kind: 'unknown' } : (content.get(packageId) ?? { kind: 'absent' });

const isUnknown = (side: DpSide): boolean =>
  side.kind === 'unknown' || (side.kind === 'content' && side.verdict === 'unread');

const differenceOf = (left: DpSide, right: DpSide): Difference => {
  if (left.kind === 'unknown' || right.kind === 'unknown') return 'unknown';
  if (left.kind === 'absent') return right.kind === 'absent' ? 'same' : 'onlyRight';
  if (right.kind === 'absent') return 'onlyLeft';
  if (isUnknown(left) || isUnknown(right)) return 'unknown';
  const [leftProved, rightProved] = [left.verdict === 'validated', right.verdict === 'validated'];
  if (leftProved !== rightProved) return leftProved ? 'provedLeft' : 'provedRight';
  if (left.version !== undefined && right.version !== undefined && left.version !== right.version)
    return 'otherVersion';
  return left.verdict === right.verdict ? 'same' : 'otherVerdict';
};

/** The reason of the side that lacks something. */
const whyOf = (left: DpSide, right: DpSide, difference: Difference): string => {
  const reasons = (sides: readonly DpSide[]): string | undefined =>
    sides.map((side) => (side.kind === 'content' ? side.reason : '')).find((text) => text !== '');
  if (difference === 'unknown') return reasons([left, right].filter(isUnknown)) ?? '';
  return reasons(difference === 'provedLeft' ? [right, left] : [left, right]) ?? '';
};
