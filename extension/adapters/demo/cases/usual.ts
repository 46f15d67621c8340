import type { Cycle } from '../site/cycle';
import { lastFinished } from '../site/demoDp';
import type { PairStory } from '../site/pairStory';
import type { Random } from '../site/random';
import { day, hour } from '../site/time';

/** A time before every cycle that the DP still tells of, or at least well before the last one. */
export const longBefore = (story: PairStory, random: Random): number =>
  random.chance(0.1) && lastFinished(story.dp) !== undefined
    ? story.cycle.start - random.between(2 * hour, 20 * day)
    : story.now - random.between(45 * day, 400 * day);

/** A time between the end of the last finished cycle and now. */
export const sinceCycle = (story: PairStory, random: Random): number =>
  story.cycle.stop + random.between(0.2, 0.8) * (story.now - story.cycle.stop);

/** The ordinary story: it came long ago and every cycle verified it, but for those that are left out. */
export const usual = (story: PairStory, random: Random, leaveOut: readonly Cycle[] = []): PairStory =>
  story.arrived(longBefore(story, random)).verifiedInCycles(leaveOut);

/** It came long ago and every cycle but the last finished one (and a running one) verified it. */
export const untilLastCycle = (story: PairStory, random: Random): PairStory => {
  const last = story.cycle;
  return usual(
    story,
    random,
    story.dp.cycles.filter((cycle) => cycle.start >= last.start),
  );
};
