import type { PairStory } from '../site/pairStory';
import type { Random } from '../site/random';
import { day, hour, minute } from '../site/time';
import type { PairCase } from './case';
import { longBefore, sinceCycle, usual } from './usual';

const diskFull = (story: PairStory, time: number): PairStory => {
  const share = `\\\\${story.dp.server}\\SMS_DP$`;
  story.obstacle = 'diskFull';
  return story
    .says(2357, time - 20 * minute)
    .says(2343, time - minute, undefined, [share, '1048576'])
    .says(2302, time);
};

const neverCame = (story: PairStory, time: number): void => {
  story.state = 3;
  story.lastRefresh = time - hour;
  story.summaryDate = time;
  story.content = 'absent';
};

const daysAgo = (story: PairStory, random: Random): number => story.now - random.between(day, 15 * day);

/** Distributions that failed, and failures that something made good. */
export const failedDistribution: readonly PairCase[] = [
  {
    id: 'distributionFailed',
    description: 'the disk of the DP was full, it never arrived',
    verdict: 'distributionFailed',
    tell: (story, random) => {
      const time = daysAgo(story, random);
      neverCame(diskFull(story, time), time);
    },
  },
  {
    id: 'gaveUp',
    description: 'all retries used up (8207), the failed job is still listed',
    verdict: 'distributionFailed',
    tell: (story, random) => {
      const time = daysAgo(story, random);
      story
        .says(2357, time - 3 * hour)
        .says(8203, time - minute, undefined, ['SMS_DP$'])
        .says(8207, time);
      neverCame(story, time);
      const times = { created: time - 3 * hour, updated: time };
      story.job = { action: 2, state: 6, ...times, retryCount: 100, remaining: 1 };
      if (random.chance(0.5)) story.obstacle = 'unreachable';
    },
  },
  {
    id: 'failedByMessageOnly',
    description: 'counted as installed, but its newest message is a copy that failed after the last cycle',
    verdict: 'distributionFailed',
    tell: (story, random) => {
      const time = sinceCycle(story, random);
      const path = `\\\\${story.dp.server}\\SMS_DP$`;
      usual(story, random)
        .says(2357, time - 5 * minute)
        .says(2328, time, undefined, [story.what.packageId, path, '30', '99']);
    },
  },
  {
    id: 'newVersionFailed',
    description: 'the new version failed to arrive while the old one still validates',
    verdict: 'distributionFailed',
    of: (one) => one.sourceVersion > 1,
    on: (dp) => dp.profile === 'daily',
    tell: (story, random) => {
      story.version = story.what.sourceVersion - 1;
      story.arrived(longBefore(story, random));
      const time = story.cycle.start - random.between(hour, 3 * hour);
      diskFull(story, time).verifiedInCycles().state = 3;
      story.summaryDate = time;
      story.validated = { version: story.version, time: story.at(story.cycle) };
    },
  },
  {
    id: 'failedThenRepaired',
    description: 'failed, was repaired and verified by the last cycle',
    verdict: 'validated',
    tell: (story) => {
      const repaired = story.cycle.start - 3 * hour;
      diskFull(story, repaired - 2 * hour)
        .arrived(repaired)
        .verifiedInCycles().obstacle = undefined;
    },
  },
  {
    id: 'stateStuckAtFailed',
    description: 'the summarizer still says failed; a later pass of the current version says otherwise',
    verdict: 'validated',
    tell: (story) => {
      const failed = story.cycle.start - 4 * hour;
      story.arrived(story.cycle.start - 300 * day);
      diskFull(story, failed).summaryDate = failed;
      story.says(2384, story.at(story.cycle), story.what.sourceVersion);
      story.validated = { version: story.what.sourceVersion, time: story.at(story.cycle) };
      story.state = 3;
      story.obstacle = undefined;
    },
  },
];
