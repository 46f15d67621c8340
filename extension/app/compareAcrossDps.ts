import { acrossDps } from '../core/compare/acrossDps';
import type { Comparison } from '../core/compare/comparison';
import type { ComparedSite } from './comparedSite';
import { heldContent } from './heldContent';

/** One package on every DP: verdict, last result and version. */
export const compareAcrossDps = async (
  compared: ComparedSite,
  packageId: string,
  signal: AbortSignal,
): Promise<Comparison> => {
  const { dps, packages } = compared.index;
  const { pairs, notRead } = await heldContent(compared, { packageId }, signal);
  const content = pairs && new Map(pairs.map(({ dp, side }) => [dp, side]));
  const rows = acrossDps(dps.keys(), content, packages.get(packageId)?.sourceVersion);
  return { rows, notRead };
};
