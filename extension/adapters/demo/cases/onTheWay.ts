import type { PairStory } from '../site/pairStory';
import type { Random } from '../site/random';
import { day, hour, minute } from '../site/time';
import type { PairCase } from './case';
import { sinceCycle, usual } from './usual';

/** Nothing of it has come yet. */
const notYetThere = (story: PairStory, time: number, state: number): PairStory => {
  story.lastRefresh = time;
  story.summaryDate = time;
  story.state = state;
  story.content = 'absent';
  return story.says(2357, time);
};

/** Last heard of more than a day ago. */
const longAgo = (story: PairStory, random: Random): number => story.now - random.between(31 * hour, 6 * day);

/** Distributions that run, hang, wait or were stopped. */
export const onTheWay: readonly PairCase[] = [
  {
    id: 'inFlight',
    description: 'being sent for the first time',
    verdict: 'inFlight',
    tell: (story, random) => {
      const began = story.now - random.between(20 * minute, 90 * minute);
      notYetThere(story, began, 1).says(8204, began + 15 * minute, undefined, ['50']);
      story.job = { action: 2, state: 3, created: began, updated: began + 15 * minute, remaining: 0.5 };
    },
  },
  {
    id: 'updating',
    description: 'verified in its old version, the new one is being sent (State 7)',
    verdict: 'inFlight',
    of: (one) => one.sourceVersion > 1,
    tell: (story, random) => {
      story.version = story.what.sourceVersion - 1;
      usual(story, random);
      const began = story.now - random.between(10 * minute, 40 * minute);
      story.says(2357, began).says(8204, began + 5 * minute, undefined, ['25']);
      story.state = 7;
      story.summaryDate = began;
      story.job = { action: 1, state: 3, created: began, updated: began + 5 * minute, remaining: 0.75 };
    },
  },
  {
    id: 'jobOpen',
    description: 'counted as installed, but a job for it waits its turn',
    verdict: 'inFlight',
    tell: (story, random) => {
      const began = story.now - random.between(5 * minute, 50 * minute);
      usual(story, random).job = { action: 2, state: random.int(0, 2), created: began, updated: began };
    },
  },
  {
    id: 'stalled',
    description: 'retrying; nothing has changed for more than a day',
    verdict: 'stalled',
    tell: (story, random) => {
      const last = longAgo(story, random);
      notYetThere(story, last - 2 * hour, 2).says(8206, last).summaryDate = last;
      const times = { created: last - 2 * hour, updated: last };
      story.job = { action: 2, state: random.pick([4, 8]), ...times, retryCount: random.int(3, 40) };
      story.obstacle = 'unreachable';
    },
  },
  {
    id: 'waitsToBePrestaged',
    description: 'waits to be prestaged by hand (2371), for days',
    verdict: 'stalled',
    on: (dp) => dp.isPrestaged,
    tell: (story, random) => {
      const asked = longAgo(story, random);
      notYetThere(story, asked, 1).says(2371, asked + minute).summaryDate = asked + minute;
    },
  },
  {
    id: 'newlyWaitsToBePrestaged',
    description: 'waits to be prestaged by hand (2371), since this morning',
    verdict: 'inFlight',
    on: (dp) => dp.isPrestaged,
    tell: (story, random) => {
      const asked = story.now - random.between(hour, 3 * hour);
      notYetThere(story, asked, 1).says(2371, asked + minute);
    },
  },
  {
    id: 'cancelled',
    description: 'an admin cancelled its first distribution (9506)',
    verdict: 'cancelled',
    tell: (story, random) => {
      const began = story.now - random.between(3 * hour, 9 * day);
      notYetThere(story, began, 3).says(9506, began + 25 * minute);
      story.job = { action: 2, state: 7, created: began, updated: began + 25 * minute, remaining: 0.6 };
    },
  },
  {
    id: 'cancelledRedistribution',
    description: 'verified, then a redistribution was begun and cancelled',
    verdict: 'cancelled',
    tell: (story, random) => {
      const began = sinceCycle(story, random);
      usual(story, random)
        .says(2357, began)
        .says(9506, began + 2 * minute);
    },
  },
  {
    id: 'cancelledLongAgo',
    description: 'cancelled so long ago that only the job still tells it (State 7)',
    verdict: 'cancelled',
    tell: (story, random) => {
      const began = story.now - random.between(35 * day, 70 * day);
      notYetThere(story, began, 3).says(9506, began + 25 * minute);
      story.job = { action: 2, state: 7, created: began, updated: began + 25 * minute, remaining: 1 };
    },
  },
];
