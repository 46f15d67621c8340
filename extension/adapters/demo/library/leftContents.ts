import type { DpKey } from '../../../core/content/nalPath';
import { pairId } from '../../../core/reconcile/pairId';
import type { GeneratedSite } from '../generateSite';
import type { DemoPackage } from '../site/demoPackage';

/**
 * Content that was removed from a DP and still lies in its DataLib, by DP: of packages that a group still asks for,
 * that a task sequence needs, and that nobody needs.
 */
export const leftContents = ({
  model,
  truth,
  disagreements,
}: Pick<GeneratedSite, 'model' | 'truth' | 'disagreements'>): ((dp: DpKey) => readonly string[]) => {
  const needed = new Set(
    model.needs.sequences.flatMap(({ boot, content }) => [...(boot === undefined ? [] : [boot]), ...content]),
  );
  const deployed = new Set(model.needs.deployments.map(({ packageId }) => packageId));
  const planned = new Map<DpKey, readonly string[]>();
  for (const dp of model.dps.filter(({ isCloud, isSiteServer }) => !isCloud && !isSiteServer)) {
    const random = model.random.fork(`left on ${dp.server}`);
    const some = (most: number, fits: (what: DemoPackage) => boolean): readonly string[] =>
      random
        .shuffled(
          model.packages.filter(
            (one) => one.special === undefined && !disagreements.of(dp.key).has(one.packageId) && fits(one),
          ),
        )
        .slice(0, random.int(1, most))
        .map(({ packageId }) => packageId);
    const isUnknown = ({ packageId }: DemoPackage): boolean => {
      const pair = pairId(packageId, dp.key);
      return !truth.pairs.has(pair) && !truth.notExpected.has(pair);
    };
    planned.set(dp.key, [
      ...new Set([
        ...some(2, ({ packageId }) => truth.pairs.get(pairId(packageId, dp.key))?.verdict === 'notTargeted'),
        ...some(1, (one) => isUnknown(one) && needed.has(one)),
        ...some(6, (one) => isUnknown(one) && !needed.has(one) && !deployed.has(one.packageId)),
      ]),
    ]);
  }
  return (dp) => planned.get(dp) ?? [];
};
