import { compareDps, type DpContent } from '../core/compare/compareDps';
import type { Comparison } from '../core/compare/comparison';
import type { DpKey } from '../core/content/nalPath';
import type { ComparedSite } from './comparedSite';
import { heldContent, type HeldContent } from './heldContent';

/** What is expected and proved on one DP and not on the other. */
export const readDpComparison = async (
  compared: ComparedSite,
  left: DpKey,
  right: DpKey,
  signal: AbortSignal,
): Promise<Comparison> => {
  const ofLeft = await heldContent(compared, { dp: left }, signal);
  const ofRight = await heldContent(compared, { dp: right }, signal);
  const notRead = [...new Set([...ofLeft.notRead, ...ofRight.notRead])];
  return { rows: compareDps(byPackage(ofLeft), byPackage(ofRight)), notRead };
};

const byPackage = ({ pairs }: HeldContent): DpContent =>
  pairs && new Map(pairs.map(({ packageId, side }) => [packageId, side]));
