import type { DpKey } from '../../../extension/core/content/nalPath';
import { pairId, type PairId } from '../../../extension/core/reconcile/pairId';
import type { PackedTargets } from '../../../extension/core/matrix/matrix';
import type { Cell } from '../../../extension/core/matrix/cell';
import { grader } from '../../../extension/core/reconcile/grade';
import type { PairFacts } from '../../../extension/core/reconcile/pairFacts';
import { generateSite, type GeneratedSite } from '../findings/generatedSite';
import { collect, inOneBatch } from '../findings/running';

/** A site as it is read: most validated pairs are only counted, and not every package is expected everywhere. */
export interface CountedSite {
  readonly site: GeneratedSite;
  /** What each expected pair is; others are not expected. */
  readonly truth: ReadonlyMap<PairId, Cell>;
  readonly targets: readonly (readonly [packageId: string, dp: DpKey])[];
}

export const countedSite = async (packages: number, dps: number, seed = 1): Promise<CountedSite> => {
  const whole = generateSite(packages, dps, seed);
  const { inventory } = whole.site;
  const grade = grader(whole.site);
  const inGroup = new Set(
    inventory.groups.flatMap(({ members, packageIds }) =>
      packageIds.flatMap((packageId) => members.map((dp) => pairId(packageId, dp))),
    ),
  );
  const sent: PairFacts[] = [];
  const truth = new Map<PairId, Cell>();
  const targets: (readonly [string, DpKey])[] = [];
  const byDp = new Map<DpKey, number>();
  const byPackage = new Map<string, number>();
  for (const [place, pair] of (await collect(whole.pairs())).entries()) {
    const id = pairId(pair.packageId, pair.dp);
    if (!inGroup.has(id) && place % 3 === 0) continue;
    const { verdict } = grade(pair);
    truth.set(id, verdict);
    if (verdict !== 'notTargeted') targets.push([pair.packageId, pair.dp]);
    if (verdict === 'validated' && place % 7 !== 0) {
      byDp.set(pair.dp, (byDp.get(pair.dp) ?? 0) + 1);
      byPackage.set(pair.packageId, (byPackage.get(pair.packageId) ?? 0) + 1);
    } else sent.push(pair);
  }
  const site = { ...whole.site, discarded: { byDp, byPackage } };
  return { site: { site, pairs: () => inOneBatch(sent) }, truth, targets };
};

/** Targets as the query sends them. */
export const packed = (
  dps: readonly DpKey[],
  targets: readonly (readonly [packageId: string, dp: DpKey])[],
): PackedTargets => {
  const blocks = new Map<string, { packageId: string; first: number; bits: number }>();
  for (const [packageId, dp] of targets) {
    const at = dps.indexOf(dp);
    const first = Math.floor(at / 24) * 24;
    const key = `${packageId} ${first}`;
    const block = blocks.get(key) ?? { packageId, first, bits: 0 };
    blocks.set(key, { ...block, bits: block.bits | (1 << (at - first)) });
  }
  const all = [...blocks.values()];
  return {
    dps,
    packageIds: all.map(({ packageId }) => packageId),
    firstDps: Uint32Array.from(all, ({ first }) => first),
    bits: Uint32Array.from(all, ({ bits }) => bits),
  };
};
