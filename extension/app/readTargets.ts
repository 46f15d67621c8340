import type { PackedTargets } from '../core/matrix/matrix';
import { readQuery } from '../queries/readQuery';
import { siteQuery } from '../queries/siteQuery';
import { dpsInBlock, targetPairs } from '../queries/targetPairs';
import type { SiteSession } from './siteSession';

/**
 * Reads what is targeted where, so that the heat map can tell validated cells from those that are not expected.
 * One query, of a row for each package on up to 24 DPs. @throws SiteReadError
 */
export const readTargets = async (
  { site, state }: Pick<SiteSession, 'site' | 'state'>,
  signal: AbortSignal,
): Promise<void> => {
  const { index } = state;
  if (site === undefined || index === undefined) return;
  const { database } = site.connection;
  const query = siteQuery(targetPairs, await database.catalogue(signal));
  const { dp, targets } = await readQuery(database, query, {}, signal);
  const keys = new Map(index.inventory.distributionPoints.map(({ id, key }) => [id, key]));
  const packed: PackedTargets = {
    dps: dp.toSorted((a, b) => a.dpNo - b.dpNo).map(({ dpId }) => keys.get(dpId)),
    packageIds: targets.map(({ packageId }) => packageId),
    firstDps: Uint32Array.from(targets, ({ block }) => block * dpsInBlock),
    bits: Uint32Array.from(targets, ({ bits }) => bits),
  };
  await site.findings.matrix.setTargets(packed, signal);
};
