import type { Case } from '../cases/case';
import type { DemoDp } from './demoDp';
import type { DemoPackage } from './demoPackage';
import { dpProfiles } from './dpProfile';
import { Exceptions } from './exceptions';
import type { MessageLog } from './messageLog';
import { PairStory } from './pairStory';
import type { Random } from './random';
import type { SiteModel } from './siteModel';

/** A story and the case that it shows. */
export interface ToldPair {
  readonly story: PairStory;
  readonly shows: Case;
}

/** Strews the special packages, which are neighbours, over a DP's validation order: no divisor of their number. */
const strideFor = (packages: number): number => [37, 41, 43].find((stride) => packages % stride !== 0) ?? 1;

/** Which ordinary packages a DP holds: nearly all, or some for DPs with a small share. */
const holds = (dp: DemoDp, one: DemoPackage, few: ReadonlySet<DemoPackage>, random: Random): boolean =>
  dpProfiles[dp.profile].share < 1 ? few.has(one) : random.chance(0.985);

const fewPackages = (dp: DemoDp, packages: readonly DemoPackage[], random: Random): Set<DemoPackage> => {
  const { share } = dpProfiles[dp.profile];
  if (share === 1) return new Set();
  return new Set(random.shuffled(packages).slice(0, Math.max(4, Math.round(share * packages.length))));
};

/**
 * Tells what happened to every pair of the site, DP by DP.
 * @param log takes each status message that is kept, in no order
 */
export function* tellStories(site: SiteModel, log: MessageLog): Generator<ToldPair> {
  const exceptions = new Exceptions(site);
  const ordinary = site.packages.filter((one) => one.special === undefined);
  const stride = strideFor(site.packages.length);
  for (const dp of [...site.dps, ...site.gone]) {
    const random = site.random.fork(`pairs of ${dp.server}`);
    const turn = random.next();
    const isGone = site.gone.includes(dp);
    const few = fewPackages(dp, ordinary, random);
    for (const one of site.packages) {
      const exception = exceptions.of(dp, one);
      const isHeld = one.special === undefined && !isGone && holds(dp, one, few, random);
      if (exception === undefined && !isHeld && !exceptions.isGrouped(dp, one)) continue;
      const position = ((one.index * stride) / site.packages.length + turn) % 1;
      const story = new PairStory(dp, one, position, site.packages.length, site.options.now, log);
      const shows = exception ?? dpProfiles[dp.profile].ordinary(story);
      shows.tell(story, random);
      yield { story, shows };
    }
    if (!isGone) yield* tellPredefined(site, dp, log);
  }
}

/** Predefined packages fare as ordinary ones do; their random numbers are their own, so that nothing else shifts. */
function* tellPredefined(site: SiteModel, dp: DemoDp, log: MessageLog): Generator<ToldPair> {
  const random = site.random.fork(`predefined packages of ${dp.server}`);
  for (const one of site.predefined) {
    const story = new PairStory(dp, one, random.next(), site.packages.length, site.options.now, log);
    const shows = dpProfiles[dp.profile].ordinary(story);
    shows.tell(story, random);
    yield { story, shows };
  }
}
