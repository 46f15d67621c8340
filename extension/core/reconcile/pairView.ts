import type { DistributionPoint } from '../content/distributionPoint';
import type { Package } from '../content/package';
import { scheduleInterval } from '../validate/schedule/scheduleInterval';
import { Ages } from './ages';
import { finishedCycle, type DpCycles, type FinishedCycle } from './cycle';
import { resultsOf, type Results } from './lastResult';
import type { PairFacts, PairMessage } from './pairFacts';
import { placedOf, type Placed } from './placed';
import { sightings } from './sightings';
import type { SiteFacts } from './siteFacts';

/** A pair's facts beside those of its DP and package, as the rules look at them. */
export interface PairView {
  readonly site: SiteFacts;
  readonly pair: PairFacts;
  /** undefined: the target row's DP is no longer one. */
  readonly dp: DistributionPoint | undefined;
  /** undefined: v_Package has no row. */
  readonly package: Package | undefined;
  readonly messages: readonly PairMessage[];
  readonly placed: Placed | undefined;
  readonly results: Results;
  readonly cycles: DpCycles | undefined;
  /** The last finished cycle of the DP. */
  readonly cycle: FinishedCycle | undefined;
  /** How old things are at the time of the read. */
  readonly ages: Ages;
  /** A pass older than this many milliseconds is stale on this DP. */
  readonly staleAfter: number;
}

/** Looks at one pair of a site after the other. */
export const viewer = (site: SiteFacts): ((pair: PairFacts) => PairView) => {
  const packages = new Map(site.inventory.packages.map((one) => [one.packageId, one]));
  const dps = new Map(site.inventory.distributionPoints.map((dp) => [dp.key, dp]));
  const limits = new Map(site.inventory.distributionPoints.map((dp) => [dp.key, staleLimit(site, dp)]));
  return (pair) => {
    const messages = sightings(pair);
    const placed = placedOf(pair, messages);
    const content = packages.get(pair.packageId);
    const cycles = site.cycles.get(pair.dp);
    return {
      site,
      pair,
      dp: dps.get(pair.dp),
      package: content,
      messages,
      placed,
      results: resultsOf(pair, messages, placed?.time, content?.sourceVersion),
      cycles,
      cycle: finishedCycle(cycles),
      ages: new Ages(site.readAt),
      staleAfter: limits.get(pair.dp) ?? site.settings.staleAfter,
    };
  };
};

/** The larger of twice the schedule's interval and the setting. */
const staleLimit = ({ settings }: SiteFacts, dp: DistributionPoint): number =>
  Math.max(settings.staleAfter, 2 * (scheduleInterval(dp.validationSchedule ?? '') ?? 0));
